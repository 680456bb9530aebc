package org.mingzhang.text;

import java.util.Arrays;

/**
 * Text without layout, with a mapping back to the original.
 *
 * <p>White space is dropped (one blank stays between two digits, so that numbers are not joined);
 * full-width digits, letters, brackets, colons, full stops, minus and per-cent signs are folded to
 * ASCII; ASCII commas and semicolons become Chinese ones, except commas within numbers. Sentences
 * can then be matched by plain patterns even where the original breaks the line between a number
 * and its unit. All indices count UTF-16 units. Immutable.
 */
public final class CompactText {
  private final String original;
  private final String text;
  private final int[] originalOffsets;

  private CompactText(String original, String text, int[] originalOffsets) {
    this.original = original;
    this.text = text;
    this.originalOffsets = originalOffsets;
  }

  /** Creates the compact form of a text. */
  public static CompactText compact(String original) {
    StringBuilder text = new StringBuilder(original.length());
    int[] places = new int[original.length()];
    int blank = -1;
    for (int i = 0; i < original.length(); i++) {
      char c = fold(original.charAt(i));
      if (isBlank(c)) {
        blank = blank < 0 ? i : blank;
        continue;
      }
      if (blank >= 0 && !text.isEmpty() && isDigit(c) && isDigit(text.charAt(text.length() - 1))) {
        places[text.length()] = blank;
        text.append(' ');
      }
      blank = -1;
      places[text.length()] = i;
      text.append(c == ',' && !separatesThousands(text, original, i) ? '，' : c);
    }
    return new CompactText(original, text.toString(), Arrays.copyOf(places, text.length()));
  }

  private static boolean separatesThousands(
      CharSequence compactText, String original, int commaIndex) {
    int next = commaIndex + 1;
    while (next < original.length() && isBlank(original.charAt(next))) {
      next++;
    }
    int digits = compactText.length();
    while (digits > 0 && isDigit(compactText.charAt(digits - 1))) {
      digits--;
    }
    return digits < compactText.length()
        && (digits == 0 || compactText.charAt(digits - 1) != '.')
        && next < original.length()
        && isDigit(fold(original.charAt(next)));
  }

  static boolean isBlank(char c) {
    return Character.isWhitespace(c) || Character.isSpaceChar(c) || c == '\u200b' || c == '\ufeff';
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }

  /**
   * Folds full-width digits, letters, brackets, colons, full stops, minus and per-cent signs to
   * ASCII, and ASCII semicolons to Chinese ones.
   */
  static char fold(char c) {
    if ((c >= '０' && c <= '９') || (c >= 'Ａ' && c <= 'Ｚ') || (c >= 'ａ' && c <= 'ｚ')) {
      return (char) (c - 0xFEE0);
    }
    return switch (c) {
      case '（' -> '(';
      case '）' -> ')';
      case '％', '﹪' -> '%';
      case '：' -> ':';
      case ';' -> '；';
      case '．' -> '.';
      case '－', '−', '﹣' -> '-';
      default -> c;
    };
  }

  /** The compact text. */
  public String text() {
    return text;
  }

  /**
   * Index in the original of the character at {@code index}; the length of the original at or after
   * the end.
   */
  public int originalIndex(int index) {
    return index >= originalOffsets.length ? original.length() : originalOffsets[index];
  }

  /**
   * The original text from the character at {@code from} to the one before {@code to}, indices of
   * the compact text; empty if {@code from} is not less than {@code to}.
   */
  public String originalText(int from, int to) {
    return from >= to ? "" : original.substring(originalOffsets[from], originalOffsets[to - 1] + 1);
  }

  /** Whether the original has white space directly before the character at {@code index}. */
  public boolean hasGapBefore(int index) {
    return index > 0
        && index < originalOffsets.length
        && originalOffsets[index] > originalOffsets[index - 1] + 1;
  }

  @Override
  public String toString() {
    return text;
  }
}
