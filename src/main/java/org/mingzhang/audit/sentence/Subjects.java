package org.mingzhang.audit.sentence;

import java.util.regex.Pattern;

/** Names of amounts as sentences print them, brought to one form for comparison. */
final class Subjects {
  private static final Pattern MARKS = Pattern.compile("[“”\"、\\s]|^(?:其中|包括|和|与|及|以及)+:?");
  private static final Pattern YEAR = Pattern.compile("^.*(?:19|20)\\d{2}年度?");
  private static final Pattern TAIL = Pattern.compile("(?:分别|均|共计|各|为|是|:|数|总额)+$");

  private Subjects() {}

  /** The name without year, quotation marks, list marks and closing verb. */
  static String normal(String label) {
    String plain = MARKS.matcher(label).replaceAll("");
    plain = YEAR.matcher(plain).replaceFirst("");
    plain = plain.replace("收入总计支出总计", "收入支出总计").replace("收支总", "收入支出总").replace("决算总", "总");
    plain = plain.replace("收支总", "收入支出总");
    return TAIL.matcher(plain).replaceFirst("");
  }
}
