package org.mingzhang.text;

/**
 * The form of text in which titles, agency names and headings are read and shown: without white
 * space and invisible characters, with half-width letters and digits, full-width brackets and
 * colons, 〔〕 for square brackets, and 〇 for circles (○ ◯) and the full-width letter Ｏ, which stand
 * for zero in years.
 *
 * <p>Unlike {@link SearchNormalizer}, it keeps quotation marks and case, so that the text can be
 * shown; unlike {@link CompactText}, it has no mapping back to the original.
 */
public final class UnspacedText {
  private UnspacedText() {}

  /** Returns a text in the unspaced form. */
  public static String unspace(CharSequence text) {
    StringBuilder kept = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (!isInvisible(c)) {
        kept.append(unifyPunctuation(c));
      }
    }
    return kept.toString();
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
      case '〇', '○', 'Ｏ', '◯' -> '〇';
      default -> toNarrow(c);
    };
  }

  private static char toNarrow(char c) {
    boolean digit = c >= '０' && c <= '９';
    boolean letter = (c >= 'Ａ' && c <= 'Ｚ') || (c >= 'ａ' && c <= 'ｚ');
    return digit || letter ? (char) (c - '０' + '0') : c;
  }
}
