package org.mingzhang.text;

/**
 * Conversion of traditional to simplified characters, one by one, so that indices stay valid.
 *
 * <p>Some characters, such as 乾 in 乾县 and 著, also occur in simplified text, so only a text that
 * {@linkplain #isTraditional is traditional as a whole} should be converted.
 */
public final class TraditionalToSimplifiedConverter {
  private static final int MIN_TRADITIONAL_CHARACTERS = 5;
  private static final int MAX_CHARACTERS_PER_TRADITIONAL = 12;

  private TraditionalToSimplifiedConverter() {}

  /**
   * The text with each traditional character of the basic block (U+4E00 to U+9FFF) replaced by its
   * simplified form; the length stays the same.
   */
  public static String simplify(String text) {
    char[] simple = text.toCharArray();
    for (int i = 0; i < simple.length; i++) {
      simple[i] = simplify(simple[i]);
    }
    return new String(simple);
  }

  /** Whether at least five ideographs, and at least one in twelve, are traditional forms. */
  public static boolean isTraditional(CharSequence text) {
    int ideographs = 0;
    int changed = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (isIdeograph(c)) {
        ideographs++;
        changed += simplify(c) == c ? 0 : 1;
      }
    }
    return changed >= MIN_TRADITIONAL_CHARACTERS
        && changed * MAX_CHARACTERS_PER_TRADITIONAL >= ideographs;
  }

  private static char simplify(char c) {
    if (!isIdeograph(c)) {
      return c;
    }
    char folded = CharacterFolding.simplifySingle(c);
    return folded == CharacterFolding.SEVERAL_UNITS || folded == CharacterFolding.DROPPED
        ? c
        : folded;
  }

  private static boolean isIdeograph(char c) {
    return c >= '\u4E00' && c <= '\u9FFF';
  }
}
