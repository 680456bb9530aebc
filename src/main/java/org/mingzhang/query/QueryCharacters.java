package org.mingzhang.query;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Character classes of the query language. Stateless. */
final class QueryCharacters {
  static final String OPENING_QUOTES = "\"“”„「『＂";
  private static final String CLOSING_QUOTES = "\"“”‟」』＂";
  private static final String STRAIGHT_QUOTES = "\"＂";
  private static final Pattern SPACES = Pattern.compile("\\s+");
  private static final Pattern LEADING_MINUS = Pattern.compile("^[-－]+");
  private static final Pattern SEPARATORS =
      Pattern.compile("[\\s\\p{Z}\\p{Cntrl}\u200b\ufeff()（）\"“”„‟「」『』＂|｜&＆!！+＋*?~～:：【】\\[\\]]+");

  private QueryCharacters() {}

  /** Whether a character is white space, a no-break or zero-width space, or a byte order mark. */
  static boolean isSpace(char c) {
    return Character.isWhitespace(c) || Character.isSpaceChar(c) || c == '\u200b' || c == '\ufeff';
  }

  /**
   * Whether a string consists of letters, digits and typographic quotation marks only. Such marks
   * belong to the quoted text itself (“三公”经费) rather than to the query syntax. True also for a
   * string without quotation marks.
   */
  static boolean isWordWithTypographicQuotes(String run) {
    return run.codePoints()
        .allMatch(
            c ->
                Character.isLetterOrDigit(c)
                    || ((OPENING_QUOTES + CLOSING_QUOTES).indexOf(c) >= 0
                        && STRAIGHT_QUOTES.indexOf(c) < 0));
  }

  /** Whether a string has a wildcard with text on both sides of it. */
  static boolean isWildcardPattern(String run) {
    int first = -1;
    boolean gap = false;
    for (int i = 0; i < run.length(); i++) {
      boolean wild = run.charAt(i) == '*' || run.charAt(i) == '?';
      if (wild && first >= 0) {
        gap = true;
      } else if (!wild) {
        if (gap) {
          return true;
        }
        first = i;
      }
    }
    return false;
  }

  /** The string without quotation marks. */
  static String withoutQuotes(String run) {
    StringBuilder stripped = new StringBuilder(run.length());
    for (int i = 0; i < run.length(); i++) {
      if ((OPENING_QUOTES + CLOSING_QUOTES).indexOf(run.charAt(i)) < 0) {
        stripped.append(run.charAt(i));
      }
    }
    return stripped.toString();
  }

  /** Whether {@code c} is a closing quotation mark for {@code opening}. */
  static boolean isClosingQuoteOf(char opening, char c) {
    return switch (opening) {
      case '"', '＂' -> c == '"' || c == '＂';
      case '「' -> c == '」';
      case '『' -> c == '』';
      default -> c == '”' || c == '‟' || c == '“';
    };
  }

  /** Trims a string and replaces runs of spaces by one space. */
  static String collapseSpaces(String run) {
    return SPACES.matcher(run.strip()).replaceAll(" ");
  }

  /** Whether a word is an operator or starts with an operator character. */
  static boolean isOperator(String word) {
    return word.equals("AND")
        || word.equals("OR")
        || word.equals("NOT")
        || Stream.of("【或】", "[或]", "【与】", "[与]").anyMatch(word::startsWith)
        || (!word.isEmpty() && "|｜&＆".indexOf(word.charAt(0)) >= 0);
  }

  /**
   * The words of a text, split at spaces and operator characters, without leading minus signs;
   * operator words are lower-cased.
   */
  static List<String> literalWords(String text) {
    List<String> runs = new ArrayList<>();
    for (String run : SEPARATORS.split(text, 0)) {
      String word = LEADING_MINUS.matcher(run).replaceAll("");
      if (!word.isEmpty()) {
        runs.add(isOperator(word) ? word.toLowerCase(java.util.Locale.ROOT) : word);
      }
    }
    return runs;
  }
}
