package org.mingzhang.text;

/**
 * Whether a text has the characters of another in their order, perhaps with others in between, as a
 * Chinese name has those of its abbreviation: 教育体育局 has those of 教体局. Short abbreviations are in
 * many names, so callers ask for more than this.
 */
public final class Subsequence {
  private Subsequence() {}

  /**
   * Whether all characters of an abbreviation are in a text in their order; true if it is empty.
   */
  public static boolean isIn(String text, String abbreviation) {
    int at = 0;
    for (int i = 0; i < abbreviation.length(); i++) {
      at = text.indexOf(abbreviation.charAt(i), at) + 1;
      if (at == 0) {
        return false;
      }
    }
    return true;
  }
}
