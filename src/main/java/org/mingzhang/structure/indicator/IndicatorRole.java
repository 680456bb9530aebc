package org.mingzhang.structure.indicator;

import java.util.Arrays;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The role of a column of a performance form. The headings are those of the forms in 财预〔2018〕167号
 * and 财预〔2020〕10号 and of provincial forms derived from them. The character 级 of a level may be any
 * ideograph, since OCR misreads it most often.
 */
public enum IndicatorRole {
  PROJECT("(政策和|政策及)?项目(支出)?名称|单位名称[-—]*项目名称|专项(资金)?名称"),
  GOAL("(年度|总体|项目|绩效|部门|实施期)+目标(描述|内容)?"),
  LEVEL1("一\\p{IsHan}(绩效)?(指标|目标)(名称)?|一级"),
  LEVEL2("二\\p{IsHan}(绩效)?(指标|目标)(名称)?|二级|指标类[型别]|考核内容"),
  LEVEL3("三\\p{IsHan}(绩效)?(指标|目标)(名称)?|三级|(绩效|具体|考核)?指标(名称|内容)|具体指标|考核指标|绩效指标"),
  SIGN("(绩效)?(指标)?(计算|运算|比较|逻辑)?(方向|符号|方向性)|(绩效)?(指标)?性质|指标值类型"),
  MEASURE("(绩效)?(计量|度量|指标|数量)?单位"),
  /** The target as adjusted during the year; blank if the initial target applies. */
  ADJUSTED("(年中|中期)?(调整|修正|变更)后?的?(年度|全年|绩效|预期)*(目标|指标)?值|(调整|修正|变更)后的?(年度)?(绩效)?(目标|指标)"),
  TARGET(
      "(年初|年度|全年|预期|计划|绩效|本年|当年|\\d{4}年度?|预算|设定|实施期|申报|批复|考核|年初设定|年初预期)*"
          + "(目标|指标|计划|预期|批复|申报|标准|绩效标准|绩效指标|绩效目标)(目标)?值|指标值(?!类型).*|预期(指标|目标)"
          + "|(年度|全年|年初)(指标|目标)|(年初|年度|全年|本年|当年)(设定|预期|计划|申报|批复)的?(绩效)?(指标|目标)|(设定|申报|批复)的?(绩效)?目标"
          + "|绩效标准|年度工作目标|计划完成值|预期(当年|本年)?实现值|(当年|本年)预期(实现)?值|(评价|考核)标准优|目标|预期|计划"),
  ACTUAL(
      "(年度|全年|实际|年末|\\d{4}年度?|本年|当年|自评|截至.{0,8})*(实际)?(完成|实现|达成|执行)(指标)?(值|情况|结果|数)?"
          + "|\\d{1,2}[-—~至]\\d{1,2}月份?(实际)?(完成|执行)(情况|值)|(全年|年度)?实际(完成)?(指标)?值|指标(实际)?(完成|实现)(情况|值)|实际|(目标|绩效)?完成(情况|值|结果)|实际完成.*"),
  WEIGHT("(指标|标准)?(分值|权重|分数)(分值|权重)?|权数|权重分[值数]?|满分|标准分|权重[（(].*|(?!.*(自评|评价|得)).*分值"),
  SCORE("(自评|评价|实际|评分|考核|考评|单位自评)?(得分|评分|打分)|指标得分|(单位|部门)?自评分[值数]?|得分情况"),
  NOTE("(?!指标|评分|计算|评价|考核|偏[差离][度率]$|.*(得分|分值|[成标]值)).*(原因|改进措施|整改措施|备注|说明|佐证|偏差).*");

  private static final Pattern REMARK = Pattern.compile("[（(][^（()）]{0,12}[）)]");
  private static final Pattern MARKS = Pattern.compile("[\\s*＊:：]");

  /** All headings in one pattern, since most cells match none. */
  private static final Pattern ANY =
      Pattern.compile(
          Arrays.stream(values())
              .map(role -> "(?:" + role.heading.pattern() + ")")
              .collect(Collectors.joining("|")));

  private final Pattern heading;

  IndicatorRole(String heading) {
    this.heading = Pattern.compile(heading);
  }

  /** Whether a column with this role holds names of indicators or of levels above them. */
  boolean isLevel() {
    return this == LEVEL1 || this == LEVEL2 || this == LEVEL3;
  }

  /** The role that a column heading names; null if it names none. */
  public static @Nullable IndicatorRole findByHeading(String heading) {
    if (!hasIdeograph(heading)) {
      return null;
    }
    String plain = MARKS.matcher(REMARK.matcher(heading).replaceAll("")).replaceAll("");
    if (plain.isEmpty() || plain.length() > 24 || !ANY.matcher(plain).matches()) {
      return null;
    }
    for (IndicatorRole role : values()) {
      if (role.heading.matcher(plain).matches()) {
        return role;
      }
    }
    return null;
  }

  /** Whether a text has an ideograph, as every heading has and most cells of tables have not. */
  private static boolean hasIdeograph(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) >= '\u4E00' && text.charAt(i) <= '\u9FFF') {
        return true;
      }
    }
    return false;
  }
}
