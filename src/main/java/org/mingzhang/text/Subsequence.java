package org.mingzhang.text;

/**
 * Tests whether a text contains the characters of another in the same order, possibly with others
 * in between, as a Chinese name contains those of its abbreviation: 教育体育局 and 教体局. The characters
 * of a short abbreviation are in many names, so callers need further evidence.
 */
public final class Subsequence {
  private Subsequence() {}

  /**
   * Whether a text contains all characters of an abbreviation in their order; true if the
   * abbreviation is empty.
   */
  public static boolean containsInOrder(String text, String abbreviation) {
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
