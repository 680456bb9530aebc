package org.mingzhang.target;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.mingzhang.model.Indicator.TargetResult;

/**
 * Judges targets that name only a direction, such as 逐步下降 or 持续提高: a result in that direction meets
 * them, a plain result in the other direction misses them. Degrees in words (显著, 有效) cannot be
 * compared.
 */
final class DirectionTargetJudge {
  private static final String INCREASE_WORDS = "提升|提高|增长|增加|上升|增强|改善|好转|优化|扩大|加强";
  private static final String DECREASE_WORDS = "下降|降低|减少|减轻|负增长|下滑";
  private static final String ADVERBS = "(?:逐步|逐年|持续|不断|稳步|有所|进一步|同比|比上年|较上年|较上年度|比去年|较去年|稳定)*";
  private static final String DIRECTION = "(?:(" + INCREASE_WORDS + ")|(" + DECREASE_WORDS + "))";
  private static final Pattern DIRECTION_TARGET = Pattern.compile(ADVERBS + DIRECTION);

  /** A result in words; its degree does not matter for a target that names only a direction. */
  private static final Pattern DIRECTION_RESULT =
      Pattern.compile(ADVERBS + "(?:得到|明显|显著|有效|大幅|较大)*" + ADVERBS + DIRECTION);

  private static final Pattern DIRECTION_WITH_NUMBER =
      Pattern.compile(ADVERBS + DIRECTION + "了?约?([≥≤><=]?\\d[\\d.,]*.{0,6})");

  private DirectionTargetJudge() {}

  /**
   * Judges a normalized result by a normalized target; null if the target names no direction, or if
   * the result cannot be compared with it.
   */
  static @Nullable TargetResult judge(String targetText, String resultText) {
    Matcher targetMatch = DIRECTION_TARGET.matcher(targetText);
    Matcher measuredAim = DIRECTION_WITH_NUMBER.matcher(targetText);
    Matcher measured = DIRECTION_WITH_NUMBER.matcher(resultText);
    if (measuredAim.matches() && measured.matches()) {
      return haveSameDirection(measuredAim, measured)
          ? judgeMinimum(measuredAim, measured)
          : TargetResult.MISSED;
    }
    if (!targetMatch.matches()) {
      return null;
    }
    Matcher plain = DIRECTION_RESULT.matcher(resultText);
    if (!plain.matches() && !measured.matches()) {
      return null;
    }
    return haveSameDirection(targetMatch, plain.matches() ? plain : measured)
        ? TargetResult.MET
        : TargetResult.MISSED;
  }

  private static boolean haveSameDirection(Matcher targetMatch, Matcher result) {
    return (targetMatch.group(1) == null) == (result.group(1) == null);
  }

  /**
   * Compares measured changes in the same direction: 增长6% meets 增长5%, 下降4% meets 下降3%. Null if the
   * units differ or the target is no minimum.
   */
  private static @Nullable TargetResult judgeMinimum(Matcher targetMatch, Matcher result) {
    TargetQuantity targetText = TargetQuantity.parse(targetMatch.group(3));
    TargetQuantity got = TargetQuantity.parse(result.group(3));
    if (targetText == null || got == null || !targetText.unit().equals(got.unit())) {
      return null;
    }
    boolean least = targetText.comparisonSign() == ' ' || targetText.comparisonSign() == '≥';
    return !least
        ? null
        : got.low().compareTo(targetText.low()) >= 0 ? TargetResult.MET : TargetResult.MISSED;
  }
}
