package org.mingzhang.extract.rtf;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Paragraph styles of an RTF file: their outline levels, and whether they are styles of tables of
 * contents.
 */
final class RtfStyles {
  private static final Pattern HEADING = Pattern.compile("(?:heading|标题) ?([1-9])");
  private static final Pattern CONTENTS = Pattern.compile("(?:toc|contents|目录) ?[1-9]");

  private final Map<Integer, Integer> levelsByStyle = new HashMap<>();
  private final Map<Integer, Boolean> contentsEntryByStyle = new HashMap<>();

  private int currentStyle;
  private int currentLevel;

  /** Starts a style definition, by default of style 0 without a level. */
  void beginStyle() {
    currentStyle = 0;
    currentLevel = 0;
  }

  /** Applies a control word of a style definition. */
  void applyControlWord(String word, RtfScanner in) {
    switch (word) {
      case "s" -> currentStyle = in.parameter(0);
      case "outlinelevel" -> currentLevel = levelOrZero(in.parameter(9) + 1);
      default -> {}
    }
  }

  /**
   * Ends a style definition with the given name. A style without a level has the level in its name,
   * for example {@code heading 2}.
   */
  void endStyle(String name) {
    String plain = name.replace(";", "").strip().toLowerCase(Locale.ROOT);
    Matcher heading = HEADING.matcher(plain);
    int named = heading.matches() ? Integer.parseInt(heading.group(1)) : 0;
    levelsByStyle.put(currentStyle, currentLevel > 0 ? currentLevel : named);
    contentsEntryByStyle.put(currentStyle, CONTENTS.matcher(plain).matches());
  }

  /** The level if it is between 1 and 9, otherwise 0. */
  static int levelOrZero(int statedLevel) {
    return statedLevel >= 1 && statedLevel <= 9 ? statedLevel : 0;
  }

  /** The outline level of a style, 1 to 9; 0 if it has none or is not defined. */
  int outlineLevel(int style) {
    return levelsByStyle.getOrDefault(style, 0);
  }

  boolean isTableOfContentsEntry(int style) {
    return contentsEntryByStyle.getOrDefault(style, false);
  }
}
