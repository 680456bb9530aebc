package org.mingzhang.structure.indicator;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.mingzhang.model.Indicator.Met;

/**
 * Targets that only name a direction, 逐步下降 or 持续提高: a result in that direction meets them, a plain
 * result in the other misses them. How much is 显著 or 有效 nobody can tell from another word.
 */
final class Direction {
  private static final String UP = "提升|提高|增长|增加|上升|增强";
  private static final String DOWN = "下降|降低|减少|减轻";
  private static final String HOW = "(?:逐步|逐年|持续|不断|稳步|有所|进一步|同比|比上年|较上年|较上年度|比去年|较去年|稳定)*";
  private static final Pattern PLAIN = Pattern.compile(HOW + "(?:(" + UP + ")|(" + DOWN + "))");
  private static final Pattern MEASURED =
      Pattern.compile(HOW + "(?:(" + UP + ")|(" + DOWN + "))了?约?\\d[\\d.,]*.{0,6}");

  private Direction() {}

  /** Judges a normalised result, or null where the target names more than a direction. */
  static @Nullable Met judge(String wanted, String got) {
    Matcher aim = PLAIN.matcher(wanted);
    if (!aim.matches()) {
      return null;
    }
    Matcher plain = PLAIN.matcher(got);
    Matcher measured = MEASURED.matcher(got);
    Matcher result = plain.matches() ? plain : measured;
    if (!plain.matches() && !measured.matches()) {
      return null;
    }
    return (aim.group(1) == null) == (result.group(1) == null) ? Met.MET : Met.MISSED;
  }
}
