package org.mingzhang.structure.indicator;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Classifies the rows and cells of a performance form that are not indicators: goals, project,
 * sums, remarks.
 */
public final class FormRowClassifier {
  private static final Pattern GOAL =
      Pattern.compile(
          "(?:长期|年度|中期)?(?:绩效|总体|工作)?目标\\s*([\\d一二三四五六七八九十]{1,2})[:：.、]?\\s*"
              + "(?:[（(]\\d+(?:\\.\\d+)?分[）)])?[:：]?(.*)",
          Pattern.DOTALL);
  private static final Pattern OVERALL =
      Pattern.compile("(年度|项目|部门|整体|总体|绩效|年初|实施期|全年)*(总体|绩效|年度)目标(完成情况)?|整体绩效目标|总体目标");
  private static final Pattern EXPECTED =
      Pattern.compile("(年初)?(预期|设定|年度|申报|批复)(的)?(总体|绩效)?目标.*|年初设定目标|预期目标.*|年度绩效目标");
  private static final Pattern PROJECT =
      Pattern.compile("(专项|项目|专项资金|转移支付|资金|政策|项目支出)(支出)?(（.{1,6}）)?名称([（(].*[）)])?");
  private static final Pattern SUM =
      Pattern.compile("总(?:评)?分(?![馆院校店行部]).*|合计.*|总计.*|总得分.*|自评(总分|得分|总得分).*|小计");
  private static final Pattern FORM_END =
      Pattern.compile(
          "偏差大.*|.*未完成原因分析|改进措施.*|备注.*|注[:：].*|说明[:：]?.*|填[报表]人.*|填报(单位|日期|时间).*|其他需要说明.*"
              + "|(自评|评价)(结论|等级|结果).*|联系(人|电话).*|(单位|部门)?负责人.*|主管部门.*(意见|审核).*|审核.*|绩效分析.*|存在.{0,4}问题.*");

  private FormRowClassifier() {}

  /**
   * The text after a numbered goal label such as 年度绩效目标1：（5分）, empty if nothing follows; null for
   * any other text.
   */
  public static @Nullable String findNumberedGoal(String text) {
    Matcher matcher = GOAL.matcher(text);
    return matcher.matches() ? matcher.group(2) : null;
  }

  /** Whether a cell is the label of the overall goal. */
  public static boolean isOverallGoal(String text) {
    return OVERALL.matcher(text).matches();
  }

  /** Whether a cell is the heading of the column with the goal as originally set. */
  static boolean isGoalHeading(String text) {
    return EXPECTED.matcher(text).matches();
  }

  /** Whether a cell is the label before the project's name. */
  static boolean isProjectLabel(String text) {
    return PROJECT.matcher(text).matches();
  }

  /** Whether a text is the label of the row with the sum of the points. */
  public static boolean isPointsTotal(String text) {
    return SUM.matcher(text).matches();
  }

  /** Whether a text is the label of a row after the last indicator. */
  public static boolean isEndOfIndicators(String text) {
    return FORM_END.matcher(text).matches();
  }
}
