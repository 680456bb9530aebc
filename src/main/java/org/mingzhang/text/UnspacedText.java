package org.mingzhang.text;

/**
 * The form of text in which titles, agency names and headings are read and shown: without white
 * space and invisible characters, with half-width letters and digits, full-width brackets and
 * colons, 〔〕 for square brackets, and 〇 for circles (○ ◯) and for the full-width letter Ｏ beside a
 * digit, which stand for zero in years.
 *
 * <p>Unlike {@link SearchNormalizer}, it keeps quotation marks and case, so that the text can be
 * shown; unlike {@link CompactText}, it has no mapping back to the original.
 */
public final class UnspacedText {
  /** Distance within which a digit beside a full-width letter is looked for. */
  private static final int MAX_NEIGHBOR_DISTANCE = 8;

  private UnspacedText() {}

  /** Returns a text in the unspaced form. */
  public static String unspace(CharSequence text) {
    StringBuilder kept = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (!isInvisible(c)) {
        kept.append(c == 'Ｏ' && standsForZero(text, i) ? '〇' : unifyPunctuation(c));
      }
    }
    return kept.toString();
  }

  /** Whether the full-width letter at an index stands for zero: a digit is before or after it. */
  private static boolean standsForZero(CharSequence text, int index) {
    return isDigit(findVisibleNeighbor(text, index, -1))
        || isDigit(findVisibleNeighbor(text, index, 1));
  }

  /** The nearest visible character on one side of a run of Ｏ; a blank if there is none. */
  private static char findVisibleNeighbor(CharSequence text, int index, int step) {
    int at = index + step;
    while (at >= 0
        && at < text.length()
        && Math.abs(at - index) <= MAX_NEIGHBOR_DISTANCE
        && (text.charAt(at) == 'Ｏ' || isInvisible(text.charAt(at)))) {
      at += step;
    }
    return at >= 0 && at < text.length() ? text.charAt(at) : ' ';
  }

  private static boolean isDigit(char c) {
    return Character.isDigit(c) || "〇零○◯一二三四五六七八九十".indexOf(c) >= 0;
  }

  private static boolean isInvisible(char c) {
    return Character.isWhitespace(c)
        || Character.isSpaceChar(c)
        || Character.getType(c) == Character.FORMAT
        || Character.isISOControl(c);
  }

  private static char unifyPunctuation(char c) {
    return switch (c) {
      case '(', '﹙' -> '（';
      case ')', '﹚' -> '）';
      case ':', '﹕', '∶' -> '：';
      case '[', '［' -> '〔';
      case ']', '］' -> '〕';
      case '〇', '○', '◯' -> '〇';
      default -> toNarrow(c);
    };
  }

  private static char toNarrow(char c) {
    boolean digit = c >= '０' && c <= '９';
    boolean letter = (c >= 'Ａ' && c <= 'Ｚ') || (c >= 'ａ' && c <= 'ｚ');
    return digit || letter ? (char) (c - '０' + '0') : c;
  }
}
