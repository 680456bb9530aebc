package org.mingzhang.question;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.mingzhang.account.Account;
import org.mingzhang.account.ChartOfAccounts;
import org.mingzhang.text.TsvResource;

/**
 * A glossary that translates English terms of a query into the terms that Chinese documents print,
 * using the English names of accounts and {@code english.tsv}. Thread safe.
 */
public final class EnglishGlossary {
  /** A run of English words, separated by white space; words may have hyphens and apostrophes. */
  private static final Pattern ENGLISH =
      Pattern.compile("[A-Za-z][A-Za-z'’-]*(?:\\s+[A-Za-z][A-Za-z'’-]*)*");

  /** Query syntax. A query that contains it is not translated. */
  private static final Pattern QUERY_SYNTAX =
      Pattern.compile("\\b(?:AND|OR|NOT)\\b|\\b[a-z_]+:|/[0-9]");

  /** Creates the shared glossary when it is first used. */
  private static final class LazyHolder {
    private static final EnglishGlossary GLOSSARY = new EnglishGlossary();
  }

  private final Map<String, String> chineseTermByEnglish = new HashMap<>();

  /** Words that a query for documents does not need, dropped unless a term contains them. */
  private final Set<String> stopWords = new HashSet<>();

  private int maxWordsPerTerm = 1;

  private EnglishGlossary() {
    for (ChartOfAccounts chart :
        List.of(ChartOfAccounts.governments(), ChartOfAccounts.agencies())) {
      for (Account account : chart.accounts()) {
        add(account.english(), account.name());
      }
    }
    for (List<String> cells : TsvResource.readRows(EnglishGlossary.class, "english.tsv", 2)) {
      List<String> phrases = TsvResource.splitList(cells.get(1));
      if (cells.get(0).isEmpty()) {
        stopWords.addAll(phrases);
      } else {
        phrases.forEach(english -> add(english, cells.get(0)));
      }
    }
  }

  /** The glossary shipped with the program. */
  public static EnglishGlossary standard() {
    return LazyHolder.GLOSSARY;
  }

  private void add(String english, String chineseTerm) {
    List<String> words = toSingular(splitWords(english));
    maxWordsPerTerm = Math.max(maxWordsPerTerm, words.size());
    chineseTermByEnglish.put(String.join(" ", words), chineseTerm);
  }

  /**
   * The query with its English terms in Chinese; empty if it has no known English term or uses
   * query syntax. Unknown English words are kept in lower case and in the singular; stop words,
   * double quotation marks and question marks are dropped.
   */
  public Optional<String> translate(String query) {
    if (QUERY_SYNTAX.matcher(query).find()) {
      return Optional.empty();
    }
    boolean[] known = {false};
    Matcher runs = ENGLISH.matcher(query);
    String replaced =
        runs.replaceAll(
            run -> {
              List<String> terms = new ArrayList<>();
              known[0] |= appendTerms(splitWords(run.group()), terms);
              return Matcher.quoteReplacement(" " + String.join(" ", terms) + " ");
            });
    return known[0]
        ? Optional.of(replaced.replaceAll("[\"“”?？]", " ").strip().replaceAll("\\s+", " "))
        : Optional.empty();
  }

  /**
   * Appends the Chinese terms for words, preferring longer phrases, and the words that have none;
   * returns whether there was a Chinese term.
   */
  private boolean appendTerms(List<String> typedWords, List<String> terms) {
    List<String> words = toSingular(typedWords);
    boolean known = false;
    int at = 0;
    while (at < words.size()) {
      int length = Math.min(maxWordsPerTerm, words.size() - at);
      String term = null;
      while (length > 0 && term == null) {
        term = chineseTermByEnglish.get(String.join(" ", words.subList(at, at + length)));
        length -= term == null ? 1 : 0;
      }
      if (term != null) {
        terms.add(term);
        known = true;
      } else if (!stopWords.contains(typedWords.get(at)) && !stopWords.contains(words.get(at))) {
        terms.add(words.get(at));
      }
      at += Math.max(1, length);
    }
    return known;
  }

  /** The words of a phrase in lower case. */
  private static List<String> splitWords(String phrase) {
    String folded = phrase.toLowerCase(Locale.ROOT).replace('’', '\'');
    return Stream.of(folded.split("[\\s-]+", -1)).filter(word -> !word.isEmpty()).toList();
  }

  private static List<String> toSingular(List<String> words) {
    return words.stream().map(EnglishGlossary::toSingular).toList();
  }

  private static String toSingular(String typed) {
    String word = typed.endsWith("s'") ? typed.substring(0, typed.length() - 1) : typed;
    if (word.length() > 4 && word.endsWith("ies")) {
      return word.substring(0, word.length() - 3) + "y";
    }
    return word.length() > 3 && word.endsWith("s") && !word.endsWith("ss") && !word.endsWith("'s")
        ? word.substring(0, word.length() - 1)
        : word;
  }
}
