package org.mingzhang.question;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.mingzhang.account.Account;
import org.mingzhang.account.Chart;
import org.mingzhang.text.TsvResource;

/**
 * Puts the English words of a query into those that Chinese documents print, by the glossary of
 * accounts and {@code english.tsv}. Safe on many threads.
 */
public final class EnglishTerms {
  /** A run of English words; white space and hyphens part them. */
  private static final Pattern ENGLISH =
      Pattern.compile("[A-Za-z][A-Za-z'’-]*(?:\\s+[A-Za-z][A-Za-z'’-]*)*");

  /** What a query's own syntax is made of is left as it is. */
  private static final Pattern SYNTAX = Pattern.compile("\\b(?:AND|OR|NOT)\\b|\\b[a-z_]+:|/[0-9]");

  /** Words that ask and join, and have nothing to be found by. */
  private static final Set<String> FILLERS =
      Set.of(
          "a",
          "an",
          "and",
          "at",
          "by",
          "for",
          "from",
          "how",
          "in",
          "is",
          "its",
          "many",
          "much",
          "of",
          "on",
          "or",
          "the",
          "their",
          "to",
          "was",
          "were",
          "what",
          "which",
          "who",
          "with",
          "did",
          "do",
          "does",
          "spend",
          "spent",
          "district",
          "province",
          "city",
          "county",
          "chinese");

  private static final class Standard {
    private static final EnglishTerms TERMS = new EnglishTerms();
  }

  private final Map<String, String> chinese = new HashMap<>();
  private int longest = 1;

  private EnglishTerms() {
    for (Chart chart : List.of(Chart.governments(), Chart.standard())) {
      for (Account account : chart.accounts()) {
        put(account.english(), account.name());
      }
    }
    for (List<String> cells : TsvResource.rows(EnglishTerms.class, "english.tsv", 2)) {
      TsvResource.list(cells.get(1)).forEach(english -> put(english, cells.get(0)));
    }
  }

  /** The glossary that is packed with the program. */
  public static EnglishTerms standard() {
    return Standard.TERMS;
  }

  private void put(String english, String term) {
    List<String> words = words(english);
    longest = Math.max(longest, words.size());
    chinese.put(String.join(" ", words), term);
  }

  /**
   * The query in Chinese; empty where it has no English term that is known, or syntax that such
   * words are part of. English words without a term stay, those that only ask or join go.
   */
  public Optional<String> chinese(String query) {
    if (SYNTAX.matcher(query).find()) {
      return Optional.empty();
    }
    boolean[] known = {false};
    Matcher runs = ENGLISH.matcher(query);
    String put =
        runs.replaceAll(
            run -> {
              List<String> terms = new ArrayList<>();
              known[0] |= translate(words(run.group()), terms);
              return Matcher.quoteReplacement(" " + String.join(" ", terms) + " ");
            });
    return known[0]
        ? Optional.of(put.replaceAll("[\"“”?？]", " ").strip().replaceAll("\\s+", " "))
        : Optional.empty();
  }

  /** Adds the terms of words, the longest phrases first; says whether there was one. */
  private boolean translate(List<String> words, List<String> terms) {
    boolean known = false;
    int at = 0;
    while (at < words.size()) {
      int length = Math.min(longest, words.size() - at);
      String term = null;
      while (length > 0 && term == null) {
        term = chinese.get(String.join(" ", words.subList(at, at + length)));
        length -= term == null ? 1 : 0;
      }
      if (term != null) {
        terms.add(term);
        known = true;
      } else if (!FILLERS.contains(words.get(at))) {
        terms.add(words.get(at));
      }
      at += Math.max(1, length);
    }
    return known;
  }

  /** The words of a phrase, small, each as its singular has it. */
  private static List<String> words(String phrase) {
    List<String> words = new ArrayList<>();
    for (String word : phrase.toLowerCase(Locale.ROOT).replace('’', '\'').split("[\\s-]+", -1)) {
      if (!word.isEmpty()) {
        words.add(singular(word));
      }
    }
    return words;
  }

  private static String singular(String word) {
    if (word.length() > 4 && word.endsWith("ies")) {
      return word.substring(0, word.length() - 3) + "y";
    }
    return word.length() > 3 && word.endsWith("s") && !word.endsWith("ss") && !word.endsWith("'s")
        ? word.substring(0, word.length() - 1)
        : word;
  }
}
