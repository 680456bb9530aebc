package org.mingzhang.question;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.mingzhang.account.Account;
import org.mingzhang.account.AccountName;
import org.mingzhang.account.Chart;
import org.mingzhang.text.SearchNormalizer;
import org.mingzhang.text.TsvResource;

/** The words of questions, read from {@code words.tsv}, and the names of accounts. Immutable. */
final class QuestionWords {
  static final QuestionWords STANDARD = new QuestionWords();

  /** What a word is in a question. */
  enum Kind {
    RISE,
    FALL,
    CHANGE,
    MOST,
    LEAST,
    AGENCIES,
    PLACES,
    FILLER,
    EDGE
  }

  /** Words around an account's name that may belong to it: 一般公共预算财政拨款 before, 支出决算数 behind. */
  private static final int WIDEST_BEFORE = 12;

  private static final int WIDEST_BEHIND = 6;

  private final Map<String, Kind> kinds = new HashMap<>();
  private final Map<String, AccountName> spoken = new HashMap<>();
  private final Set<String> names = new HashSet<>();
  private int longestWord;
  private int longestName;

  private QuestionWords() {
    for (List<String> cells : TsvResource.rows(QuestionWords.class, "words.tsv", 2)) {
      String kind = cells.get(0);
      for (String word : TsvResource.list(cells.get(1))) {
        if (kind.startsWith("account:")) {
          speak(word, Chart.standard().account(kind.substring(8)).orElseThrow());
        } else {
          kinds.put(folded(word), Kind.valueOf(kind.toUpperCase(Locale.ROOT)));
          longestWord = Math.max(longestWord, folded(word).length());
        }
      }
    }
    for (Chart chart : List.of(Chart.standard(), Chart.governments())) {
      names.addAll(chart.names());
      for (Account account : chart.accounts()) {
        speak(account.english().toLowerCase(Locale.ROOT), account);
      }
    }
    names.addAll(spoken.keySet());
    names.forEach(name -> longestName = Math.max(longestName, name.length()));
  }

  private static String folded(String word) {
    return word.indexOf(' ') < 0 ? SearchNormalizer.fold(word) : word;
  }

  private void speak(String word, Account account) {
    spoken.putIfAbsent(folded(word), new AccountName(account, null, null, null, null));
  }

  /**
   * A word at a place.
   *
   * @param end behind its last character
   * @param kind what it is
   */
  record Word(int end, Kind kind) {}

  /** The longest word that begins at a place of a text, or null. */
  @Nullable Word at(String text, int from) {
    for (int end = Math.min(text.length(), from + longestWord); end > from; end--) {
      Kind kind = kinds.get(text.substring(from, end));
      if (kind != null && whole(text, from, end)) {
        return new Word(end, kind);
      }
    }
    return null;
  }

  /** Latin words are not parts of others. */
  private static boolean whole(String text, int from, int end) {
    return !latin(text.charAt(from))
        || ((from == 0 || !latin(text.charAt(from - 1)))
            && (end == text.length() || !latin(text.charAt(end))));
  }

  private static boolean latin(char c) {
    return c < 128 && Character.isLetter(c);
  }

  /**
   * An account that is named.
   *
   * @param start its first character
   * @param end behind its last
   * @param name what the name stands for
   */
  record Named(int start, int end, AccountName name) {}

  /** The longest account's name that begins at a place, or null. */
  @Nullable Named accountAt(String text, int from) {
    for (int end = Math.min(text.length(), from + longestName); end > from + 1; end--) {
      String name = text.substring(from, end);
      if (names.contains(name) && whole(text, from, end)) {
        Optional<AccountName> found = name(name);
        if (found.isPresent()) {
          return widened(text, new Named(from, end, found.get()));
        }
      }
    }
    return null;
  }

  private Optional<AccountName> name(String name) {
    return Chart.standard()
        .find(name)
        .or(() -> Optional.ofNullable(spoken.get(name)))
        .or(() -> Chart.governments().find(name));
  }

  /**
   * The name with words for a fund or a stage around it: the widest that names the same account.
   */
  private static Named widened(String text, Named named) {
    for (int start = Math.max(0, named.start() - WIDEST_BEFORE); start <= named.start(); start++) {
      for (int end = Math.min(text.length(), named.end() + WIDEST_BEHIND);
          end >= named.end() && (start < named.start() || end > named.end());
          end--) {
        String wider = text.substring(start, end);
        Optional<AccountName> found =
            wider.indexOf(' ') >= 0 ? Optional.empty() : Chart.standard().find(wider);
        if (found.isPresent()
            && found.get().item() == null
            && within(found.get().account(), named.name().account())) {
          return new Named(start, end, found.get());
        }
      }
    }
    return named;
  }

  private static boolean within(Account wider, Account account) {
    return Chart.standard().isWithin(wider, account);
  }
}
