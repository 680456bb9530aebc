package org.mingzhang.query;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What the characters of a query mean, wherever they stand. */
final class QueryText {
  static final String OPENING = "\"“”„「『＂";
  private static final String CLOSING = "\"“”‟」』＂";
  private static final String TYPED_MARKS = "\"＂";
  private static final Pattern SPACES = Pattern.compile("\\s+");
  private static final Pattern MINUS = Pattern.compile("^[-－]+");
  private static final Pattern SIGNS =
      Pattern.compile("[\\s\\p{Z}\\p{Cntrl}\u200b\ufeff()（）\"“”„‟「」『』＂|｜&＆!！+＋*?~～:：【】\\[\\]]+");

  private QueryText() {}

  static boolean isSpace(char c) {
    return Character.isWhitespace(c) || Character.isSpaceChar(c) || c == '\u200b' || c == '\ufeff';
  }

  /**
   * Whether the quotation marks of a run were set by the author of the words, not by the one who
   * asks: they are not those of a keyboard, and there is nothing but letters and digits beside
   * them.
   */
  static boolean marksAreTheAuthors(String run) {
    return run.codePoints()
        .allMatch(
            c ->
                Character.isLetterOrDigit(c)
                    || ((OPENING + CLOSING).indexOf(c) >= 0 && TYPED_MARKS.indexOf(c) < 0));
  }

  /** Whether a run holds a wildcard with text on both sides of it. */
  static boolean isPattern(String run) {
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

  /** The run without quotation marks. */
  static String withoutQuotes(String run) {
    StringBuilder stripped = new StringBuilder(run.length());
    for (int i = 0; i < run.length(); i++) {
      if ((OPENING + CLOSING).indexOf(run.charAt(i)) < 0) {
        stripped.append(run.charAt(i));
      }
    }
    return stripped.toString();
  }

  /** Whether a quotation mark closes what another opened. */
  static boolean closes(char opening, char c) {
    return switch (opening) {
      case '"', '＂' -> c == '"' || c == '＂';
      case '「' -> c == '」';
      case '『' -> c == '』';
      default -> c == '”' || c == '‟' || c == '“';
    };
  }

  /** The run with single spaces and none at its ends. */
  static String squeezed(String run) {
    return SPACES.matcher(run.strip()).replaceAll(" ");
  }

  /** Whether a word is an operator, or begins with the sign of one. */
  static boolean isOperator(String word) {
    return word.equals("AND")
        || word.equals("OR")
        || word.equals("NOT")
        || Stream.of("【或】", "[或]", "【与】", "[与]").anyMatch(word::startsWith)
        || (!word.isEmpty() && "|｜&＆".indexOf(word.charAt(0)) >= 0);
  }

  /** The words of a text between spaces and signs; operators in letters in lower case. */
  static List<String> plainRuns(String text) {
    List<String> runs = new ArrayList<>();
    for (String run : SIGNS.split(text, 0)) {
      String plain = MINUS.matcher(run).replaceAll("");
      if (!plain.isEmpty()) {
        runs.add(isOperator(plain) ? plain.toLowerCase(java.util.Locale.ROOT) : plain);
      }
    }
    return runs;
  }
}
