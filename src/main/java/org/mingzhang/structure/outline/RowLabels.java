package org.mingzhang.structure.outline;

import java.util.List;
import java.util.regex.Pattern;

/** Tells the numbered labels of the summary table's rows from titles. */
final class RowLabels {
  /** Functional classes and kinds of income: rows of the summary table, numbered 一、 to 二十六、. */
  private static final Pattern ROW_LABEL =
      Pattern.compile(
          "(?:一般公共(?:服务|预算(?:财政)?拨款(?:收入|资金)?)|政府性基金(?:预算)?(?:财政)?拨款(?:收入)?|国有资本经营(?:预算)?(?:财政)?拨款(?:收入)?"
              + "|外交|国防|公共安全|教育|科学技术|文化旅游体育与传媒|文化体育与传媒|社会保障和就业|社会保险基金|卫生健康|医疗卫生与计划生育|节能环保|城乡社区|农林水"
              + "|交通运输|资源勘探(?:工业)?信息等|商业服务业等|金融|援助其他地区|自然资源海洋气象等|国土海洋气象等|住房保障|粮油物资储备|灾害防治及应急管理|预备费|债务还本|债务付息"
              + "|债务发行费用|抗疫特别国债安排的|上级补助|事业|经营|附属单位上缴|单位资金|财政专户管理(?:的)?资金)(?:支出|收入)?|其他(?:支出|收入)");

  /** Labels that narrow columns break. */
  private static final List<String> LONG_LABELS =
      List.of(
          "一般公共预算财政拨款收入",
          "一般公共服务支出",
          "政府性基金预算财政拨款收入",
          "国有资本经营预算财政拨款收入",
          "上级补助收入",
          "附属单位上缴收入",
          "公共安全支出",
          "科学技术支出",
          "文化旅游体育与传媒支出",
          "社会保障和就业支出",
          "卫生健康支出",
          "节能环保支出",
          "城乡社区支出",
          "农林水支出",
          "交通运输支出",
          "资源勘探工业信息等支出",
          "商业服务业等支出",
          "援助其他地区支出",
          "自然资源海洋气象等支出",
          "住房保障支出",
          "粮油物资储备支出",
          "国有资本经营预算支出",
          "灾害防治及应急管理支出",
          "债务还本支出",
          "债务付息支出",
          "债务发行费用支出",
          "抗疫特别国债安排的支出");

  /** Fewer characters of a label that the column's edge broke say too little. */
  private static final int LEAST_BROKEN = 3;

  /** A class that is a section's title as well, but of no section that late. */
  private static final String LATE_CLASS = "国有资本经营预算";

  private static final int LAST_SECTION = 17;

  private RowLabels() {}

  /**
   * Whether a candidate is such a label, whole or broken at the edge of its column: 十八、 自然资源海洋气象等支.
   */
  static boolean row(Candidate candidate) {
    if (candidate.style().rank() < NumeralStyle.HAN.rank()
        || candidate.declared() != 0
        || candidate.title().runIn()) {
      return false;
    }
    String title = candidate.title().text();
    boolean late = candidate.ordinal() > LAST_SECTION && title.startsWith(LATE_CLASS);
    return late
        || ROW_LABEL.matcher(title).matches()
        || (candidate.place() == null && broken(title));
  }

  private static boolean broken(String title) {
    return title.length() >= LEAST_BROKEN
        && LONG_LABELS.stream().anyMatch(label -> label.startsWith(title));
  }
}
