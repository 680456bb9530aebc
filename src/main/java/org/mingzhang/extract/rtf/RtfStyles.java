package org.mingzhang.extract.rtf;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Paragraph styles of an RTF file: their outline levels, and which are of tables of contents. */
final class RtfStyles {
  private static final Pattern HEADING = Pattern.compile("(?:heading|标题) ?([1-9])");
  private static final Pattern CONTENTS = Pattern.compile("(?:toc|contents|目录) ?[1-9]");

  private final Map<Integer, Integer> levels = new HashMap<>();
  private final Map<Integer, Boolean> contents = new HashMap<>();

  /**
   * Notes a style.
   *
   * @param outlineLevel its 1-based level, or 0 where it states none
   */
  void define(int style, String name, int outlineLevel) {
    String plain = name.replace(";", "").strip().toLowerCase(Locale.ROOT);
    Matcher heading = HEADING.matcher(plain);
    int named = heading.matches() ? Integer.parseInt(heading.group(1)) : 0;
    levels.put(style, outlineLevel > 0 ? outlineLevel : named);
    contents.put(style, CONTENTS.matcher(plain).matches());
  }

  int outlineLevel(int style) {
    return levels.getOrDefault(style, 0);
  }

  boolean isContents(int style) {
    return contents.getOrDefault(style, false);
  }
}
