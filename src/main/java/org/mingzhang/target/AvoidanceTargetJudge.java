package org.mingzhang.target;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.mingzhang.model.Indicator.TargetResult;

/**
 * Judges targets of avoidance: no accident (零事故, 0起, 不发生) and not exceeding the budget (≤预算数,
 * 不超预算). Results are often in words: 未发生, 未超预算, 超支3万元.
 */
final class AvoidanceTargetJudge {
  private static final Pattern AVOIDANCE_TARGET =
      Pattern.compile("[≤=]?0(?:起|例|宗|件|次|人次|个|人)?|零.{1,8}|(?:无|不发生|未发生|杜绝|没有).{0,12}");
  private static final Pattern RESULT_WITHOUT_OCCURRENCE =
      Pattern.compile("(?:未|没有?|无)(?:有|发生|出现).{0,12}|0(?:起|例|宗|件|次)?");
  private static final Pattern RESULT_WITH_OCCURRENCE =
      Pattern.compile(".{0,6}?[1-9]\\d*(?:起|例|宗).{0,8}");
  private static final Pattern ZERO_TARGET = Pattern.compile("[≤=]?0(?:起|例|宗|件|次|人次|个|人)");
  private static final Pattern POSITIVE_COUNT =
      Pattern.compile("[1-9]\\d*(?:起|例|宗|件|次|人次|个|人)(.{0,8})");
  private static final Pattern LIMIT_TARGET =
      Pattern.compile("(?:≤|不超过?|未超过?|控制在|低于|小于).{0,6}(?:预算|概算|限额|控制数).{0,4}");
  private static final Pattern RESULT_WITHIN_LIMIT =
      Pattern.compile("(?:未|没有|无|不)超.{0,10}|.{0,6}节约(?!用).{0,12}|.{0,6}控制在.{0,8}(?:以?内)");
  private static final Pattern RESULT_ABOVE_LIMIT =
      Pattern.compile("(?:已)?超(?:出|过|支|预算|概算|年初|控制数).{0,16}");

  private AvoidanceTargetJudge() {}

  /**
   * Judges a normalized result by a normalized target; null if the target is not one of avoidance
   * or the result says neither that it was met nor that it was missed.
   */
  static @Nullable TargetResult judge(String targetText, String resultText) {
    if (LIMIT_TARGET.matcher(targetText).matches()) {
      return judgeLimit(resultText);
    }
    if (!AVOIDANCE_TARGET.matcher(targetText).matches()) {
      return null;
    }
    if (RESULT_WITHOUT_OCCURRENCE.matcher(resultText).matches()) {
      return TargetResult.MET;
    }
    Matcher count = POSITIVE_COUNT.matcher(resultText);
    boolean counted =
        count.matches()
            && (ZERO_TARGET.matcher(targetText).matches()
                || targetText.equals("零" + count.group(1)));
    return counted || RESULT_WITH_OCCURRENCE.matcher(resultText).matches()
        ? TargetResult.MISSED
        : null;
  }

  private static @Nullable TargetResult judgeLimit(String resultText) {
    if (RESULT_WITHIN_LIMIT.matcher(resultText).matches()) {
      return TargetResult.MET;
    }
    return RESULT_ABOVE_LIMIT.matcher(resultText).matches() ? TargetResult.MISSED : null;
  }
}
