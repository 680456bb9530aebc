package org.mingzhang.text;

import java.util.regex.Pattern;

/**
 * The levels of a column title, which are separated by slashes, the outermost group first:
 * 本年支出/基本支出. A slash in brackets is part of a formula, 执行率（B/A）, and separates nothing.
 */
public final class ColumnTitles {
  private static final Pattern ALL_GROUPS = Pattern.compile("^.*/(?![^（(]*[）)])");
  private static final Pattern GROUP_SEPARATOR = Pattern.compile("/(?![^（(]*[）)])");

  private ColumnTitles() {}

  /** The title of the outermost group, or the whole title if it has only one level. */
  public static String firstLevel(String title) {
    return GROUP_SEPARATOR.split(title, 2)[0];
  }

  /** The title without the titles of its groups. */
  public static String lastLevel(String title) {
    return ALL_GROUPS.matcher(title).replaceFirst("");
  }
}
