package org.mingzhang.target;

import java.math.BigDecimal;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.mingzhang.model.Indicator.TargetResult;

/**
 * Judges whether a result meets its target. Tries in this order: missing values, words of failure,
 * equal words, words of completion, avoidance, grades, directions, dates, numbers, repeated words.
 * What none of them decides is unknown.
 */
public final class TargetJudge {
  private static final Set<String> EMPTY_VALUES =
      Set.of("", "-", "--", "—", "——", "/", "无", "不适用", "空", "不涉及", "未涉及", "本年未涉及", "本年度未涉及");
  private static final Pattern FAILURE_WORDS =
      Pattern.compile(".*(未完成|未达|未开展|未实施|未启动|未组织|未举办|未建成|未实现|未能|没有完成|部分达成|部分完成|未执行|未达标|基本未|不达标).*");
  private static final Pattern COMPLETION_RESULT =
      Pattern.compile(
          "(已|均已|已经|全部|全面|按时|按期|及时|按质按量|按计划|如期|超额|圆满|较好)*(完成|达成|达标|实现|达到|落实)"
              + "(预期|年度|年初|既定)?(指标|目标|任务|值|要求|工作|工作任务|预期指标|预期目标)?(值)?");
  private static final Pattern DATE_LIMIT =
      Pattern.compile(".*(\\d{4}年|\\d{1,2}月|年底|年末|年内|季度|每月\\d{1,2}日).*");
  private static final Pattern NEGATED_WORDS = Pattern.compile("(?:未能?|没有?|不)(.{2,})");

  /** Words that weaken the statement after them: 较显著, 基本完成. */
  private static final Pattern HEDGING_WORDS = Pattern.compile(".*(?:较|基本|大致|部分|一般).*");

  private static final Pattern FULL_COVERAGE_TARGET =
      Pattern.compile("(?:实现)?(?:全覆盖|全部完成|全部|全面覆盖|应.尽.|全面完成)");
  private static final Pattern COMPLETION_TARGET =
      Pattern.compile("(?:全部|全面|按期|按时|及时|如期)*(?:完成|建成|落实|达标|到位)");
  private static final Pattern PARTIAL_PERCENTAGE =
      Pattern.compile("(?<![\\d.])(\\d{1,2}(?:\\.\\d+)?)%");

  /** The digit 2, which resembles ≥, before a share of 60% to 100%. */
  private static final Pattern SHARE_AFTER_DIGIT =
      Pattern.compile("2(?:[6-9]\\d(?:\\.\\d+)?|100(?:\\.0+)?)%");

  private static final Pattern RATE_NAME = Pattern.compile("[率度]|比例|占比");

  /** Rates that may exceed 100%. */
  private static final Pattern UNBOUNDED_RATE_NAME =
      Pattern.compile(
          "增长|增加|增[幅速]|[减降]|[上提]升|提高|收益|回报|利润|周转|倍|投[资入]|杠杆|拨备|负债|偿债|流动比|速动|效率|强度|超额|密度|进度");

  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
  private static final Pattern NUMERIC_TARGET = Pattern.compile("[≥≤><=]?[\\d.,]+.*");

  private TargetJudge() {}

  /**
   * Whether an indicator is about cost, by the names of its upper levels, so that less than a
   * target without a sign is better.
   */
  public static boolean isCostIndicator(@Nullable String level1, @Nullable String level2) {
    return (level1 + "|" + level2).contains("成本");
  }

  /**
   * Whether a target can never be met: a share above 100%, in which a digit may stand for the sign
   * ≥ of the form (290% for ≥90%). Satisfaction is always a share; other rates are taken for one if
   * the target is printed as 2 and a usual share, unless they are about growth or money.
   *
   * @param name name of the indicator
   * @param target target as printed, or null
   */
  public static boolean isImpossible(String name, @Nullable String target) {
    if (target == null) {
      return false;
    }
    String targetText = TargetQuantity.normalize(target);
    if (SHARE_AFTER_DIGIT.matcher(targetText).matches()
        && RATE_NAME.matcher(name).find()
        && !UNBOUNDED_RATE_NAME.matcher(name).find()) {
      return true;
    }
    TargetQuantity aim = name.contains("满意") ? ComparedQuantities.parseQuantity(targetText) : null;
    return aim != null && aim.isPercentage() && aim.low().compareTo(HUNDRED) > 0;
  }

  /** Whether a target or result is missing: null, white space, a dash, 无, 不涉及 or the like. */
  static boolean isMissing(@Nullable String printed) {
    return EMPTY_VALUES.contains(printed == null ? "" : TargetQuantity.normalize(printed));
  }

  /** Whether a normalized target contains a date or period of completion: 2023年底前完工. */
  static boolean isDated(String targetText) {
    return DATE_LIMIT.matcher(CompletionDateJudge.normalizeDates(targetText)).matches();
  }

  /**
   * Judges whether a result meets its target.
   *
   * @param target target as printed, or null
   * @param actual result as printed, or null
   * @param isCostIndicator whether less than a target without sign is better
   */
  public static TargetResult judge(
      @Nullable String target, @Nullable String actual, boolean isCostIndicator) {
    String targetText = target == null ? "" : TargetQuantity.normalize(target);
    String resultText = actual == null ? "" : TargetQuantity.normalize(actual);
    if (EMPTY_VALUES.contains(targetText) || EMPTY_VALUES.contains(resultText)) {
      return TargetResult.UNKNOWN;
    }
    if (FAILURE_WORDS.matcher(resultText).matches() && !targetText.equals(resultText)) {
      return TargetResult.MISSED;
    }
    boolean denied = targetText.equals("是") && resultText.equals("否");
    if (denied
        || (COMPLETION_TARGET.matcher(targetText).matches()
            && PARTIAL_PERCENTAGE.matcher(resultText).find())) {
      return TargetResult.MISSED;
    }
    if (targetText.equals(resultText) || COMPLETION_RESULT.matcher(resultText).matches()) {
      return TargetResult.MET;
    }
    TargetResult inWords = judgeWords(targetText, resultText);
    if (inWords != null) {
      return inWords;
    }
    return isDated(targetText)
        ? CompletionDateJudge.judge(
            CompletionDateJudge.normalizeDates(targetText),
            CompletionDateJudge.normalizeDates(resultText))
        : judgeAmount(targetText, resultText, isCostIndicator);
  }

  private static @Nullable TargetResult judgeWords(String targetText, String resultText) {
    TargetResult avoided = AvoidanceTargetJudge.judge(targetText, resultText);
    TargetResult graded =
        avoided != null ? avoided : GradeTargetJudge.judge(targetText, resultText);
    return graded != null ? graded : DirectionTargetJudge.judge(targetText, resultText);
  }

  private static TargetResult judgeAmount(
      String targetText, String resultText, boolean isCostIndicator) {
    ComparedQuantities compared = ComparedQuantities.compare(targetText, resultText);
    if (compared != null) {
      List<TargetResult> each =
          compared.results().stream()
              .map(result -> judgeQuantity(compared.target(), result, isCostIndicator))
              .distinct()
              .toList();
      return each.size() == 1 ? each.getFirst() : TargetResult.UNKNOWN;
    }
    List<TargetQuantity> targets = TargetQuantity.findAll(targetText);
    if (targets.size() > 1) {
      return judgeAll(targets, TargetQuantity.findAll(resultText), isCostIndicator);
    }
    TargetQuantity share = ComparedQuantities.parseQuantity(resultText);
    if (share != null
        && share.isPercentage()
        && FULL_COVERAGE_TARGET.matcher(targetText).matches()) {
      return metOrMissed(share.low().compareTo(HUNDRED) >= 0);
    }
    return judgeRepeatedWords(targetText, resultText);
  }

  /** Judges several targets in one cell (培训3期120人): each must have a result with the same unit. */
  private static TargetResult judgeAll(
      List<TargetQuantity> targets, List<TargetQuantity> results, boolean isCostIndicator) {
    if (targets.size() != results.size()) {
      return TargetResult.UNKNOWN;
    }
    TargetResult whole = TargetResult.MET;
    for (int i = 0; i < targets.size(); i++) {
      TargetQuantity target = targets.get(i);
      TargetQuantity result = results.get(i);
      boolean same = !target.unit().isEmpty() && target.unit().equals(result.unit());
      TargetResult one =
          same ? judgeQuantity(target, result, isCostIndicator) : TargetResult.UNKNOWN;
      if (one == TargetResult.UNKNOWN) {
        return one;
      }
      whole = one == TargetResult.MISSED ? one : whole;
    }
    return whole;
  }

  private static TargetResult judgeQuantity(
      TargetQuantity target, TargetQuantity value, boolean isCostIndicator) {
    int low = value.low().compareTo(target.low());
    int high = value.high().compareTo(target.high());
    if ((low < 0 && value.comparisonSign() == '>') || (high > 0 && value.comparisonSign() == '<')) {
      return TargetResult.UNKNOWN; // a result such as ＞85% may be 92%
    }
    return switch (target.comparisonSign()) {
      case '≈' -> low == 0 ? TargetResult.MET : TargetResult.UNKNOWN;
      case '≥' -> metOrMissed(low >= 0);
      case '>' -> metOrMissed(low > 0);
      case '≤' -> metOrMissed(high <= 0);
      case '<' -> metOrMissed(high < 0);
      case '=' ->
          low == 0 ? TargetResult.MET : low < 0 ? TargetResult.MISSED : TargetResult.UNKNOWN;
      default -> judgeUnsigned(target, low, high, isCostIndicator);
    };
  }

  /**
   * Judges a number by a target without a sign: more is better, except for cost. For money,
   * durations and a target of zero the better direction is unknown, so that only equal numbers are
   * decided.
   */
  private static TargetResult judgeUnsigned(
      TargetQuantity target, int lowComparison, int highComparison, boolean isCostIndicator) {
    if (lowComparison >= 0 && highComparison <= 0) {
      return TargetResult.MET;
    }
    if (isCostIndicator) {
      return metOrMissed(highComparison <= 0);
    }
    if (target.unit().contains("元") || target.isDuration() || target.high().signum() == 0) {
      return TargetResult.UNKNOWN;
    }
    return metOrMissed(lowComparison >= 0);
  }

  private static TargetResult metOrMissed(boolean isMet) {
    return isMet ? TargetResult.MET : TargetResult.MISSED;
  }

  /**
   * Judges targets in words: met if the result repeats them without negation or weakening, missed
   * if it negates them, otherwise unknown.
   */
  private static TargetResult judgeRepeatedWords(String targetText, String resultText) {
    if (NUMERIC_TARGET.matcher(targetText).matches()) {
      return TargetResult.UNKNOWN;
    }
    Matcher denied = NEGATED_WORDS.matcher(resultText);
    if (denied.matches() && targetText.contains(denied.group(1))) {
      return TargetResult.MISSED;
    }
    if (HEDGING_WORDS.matcher(resultText).matches()
        && !HEDGING_WORDS.matcher(targetText).matches()) {
      return TargetResult.UNKNOWN;
    }
    String aim = targetText.replace("显著", "明显");
    String result = resultText.replace("显著", "明显").replace("了", "");
    boolean repeated =
        result.contains(aim) || aim.equals("效果" + result) || result.equals("有所" + aim);
    return repeated && !result.matches(".*[未不没].*") ? TargetResult.MET : TargetResult.UNKNOWN;
  }
}
