package org.mingzhang.text;

import java.util.Arrays;

/**
 * Text without the accidents of its layout, with the way back to the original.
 *
 * <p>White space is dropped (one blank stays between two digits, so that numbers never run
 * together), full-width digits, letters and brackets are folded to ASCII, commas and semicolons of
 * pages that write them in ASCII to those of Chinese, but for a comma within a number. Sentences
 * can then be read with plain patterns although the original breaks lines between a number and its
 * unit. All places are counted in UTF-16 units. Immutable.
 */
public final class CompactText {
  private final String original;
  private final String text;
  private final int[] places;

  private CompactText(String original, String text, int[] places) {
    this.original = original;
    this.text = text;
    this.places = places;
  }

  /** The compact form of a text. */
  public static CompactText of(String original) {
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
      text.append(c == ',' && !groups(text, original, i) ? '，' : c);
    }
    return new CompactText(original, text.toString(), Arrays.copyOf(places, text.length()));
  }

  /** Whether a comma stands within a number, before its decimals. */
  private static boolean groups(CharSequence before, String original, int comma) {
    int next = comma + 1;
    while (next < original.length() && isBlank(original.charAt(next))) {
      next++;
    }
    int digits = before.length();
    while (digits > 0 && isDigit(before.charAt(digits - 1))) {
      digits--;
    }
    return digits < before.length()
        && (digits == 0 || before.charAt(digits - 1) != '.')
        && next < original.length()
        && isDigit(fold(original.charAt(next)));
  }

  private static boolean isBlank(char c) {
    return Character.isWhitespace(c) || Character.isSpaceChar(c) || c == '\u200b' || c == '\ufeff';
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }

  /** Full-width digits, letters, brackets, colon and per cent sign to ASCII; stops stay. */
  private static char fold(char c) {
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

  /** Place in the original of the character at {@code index}; its length at the end. */
  public int place(int index) {
    return index >= places.length ? original.length() : places[index];
  }

  /** The original's words between two places of the compact text. */
  public String original(int from, int to) {
    return from >= to ? "" : original.substring(places[from], places[to - 1] + 1);
  }

  /** Whether the original has white space right before the character at {@code index}. */
  public boolean gapBefore(int index) {
    return index > 0 && index < places.length && places[index] > places[index - 1] + 1;
  }

  @Override
  public String toString() {
    return text;
  }
}
