package org.mingzhang.structure.indicator;

import java.util.regex.Pattern;

/**
 * Headings of columns of performance forms that are not read as indicator data: completion rates,
 * explanations, results of earlier years, lower grades, parts of a reason.
 */
final class IgnoredColumns {
  /** A remark in brackets, or the star of mandatory columns. */
  private static final Pattern REMARK = Pattern.compile("[（(][^（()）]{0,12}[）)]|[*＊★]");

  private static final Pattern TITLE =
      Pattern.compile(
          "(?:指标|目标)?完成(?:程度|率|进度|比例)|偏[差离][度率]|(?:是否)?核心指标|(?:指标)?得分系数.*"
              + "|(?:经费|制度|人员|硬件条件)保障|其他|(?:指标(?:解释|说明)[及和与、]?)?(?:评分?|计分|考核|评价)(?:标准|规则|办法|方法|说明|依据)"
              + "|(?:绩效)?指标(?:解释|说明|释义|定义|描述|来源)|(?:指标)?(?:计算|取值)?(?:公式|方法|方式)|(?:指标值)?(?:数据|资料)?(?:来源|确定依据|设定依据)"
              + "|序号|(?:近.|前.|上)年(?:度)?(?:实际|完成|指标|绩效)*值?|前年|历史值|半年|良|中|差|(?:评价)?标准(?:良|中|差)"
              + "|评分标准|佐证材料|指标(?:属性|内容|状态|级次)|全年预计.*|完成目标可能性|得分率|指标类别|运算符号?说明");

  /** Columns that may precede the levels in lists of several projects or duties. */
  private static final Pattern LEADING_COLUMNS =
      Pattern.compile(
          "序号|(?:职责|工作)(?:活动|任务)|(?:一级)?(?:主管|预算)?(?:部门|单位)(?:及代码|名称|编码)|主管部门|预算单位|实施单位"
              + "|(?:项目|任务)(?:编码|代码|类[型别]|属性)|(?:年度|项目|预算|资金)*(?:金额|预算数?|资金)|内容描述|任务名称");

  private static final Pattern WHOLE_PERIOD = Pattern.compile("(?:实施期|中长?期|长期|总体|项目期|三年).{0,6}值?");

  private IgnoredColumns() {}

  /** Whether a heading is that of targets for more than one year. */
  static boolean isWholePeriod(String title) {
    return WHOLE_PERIOD.matcher(title).matches();
  }

  /** Whether a heading may be to the left of the headings of the levels. */
  static boolean mayPrecedeLevels(String title) {
    return LEADING_COLUMNS.matcher(REMARK.matcher(title).replaceAll("")).matches();
  }

  /** Whether a heading is that of a column that is not read. */
  static boolean isIgnoredTitle(String title) {
    return mayPrecedeLevels(title) || TITLE.matcher(REMARK.matcher(title).replaceAll("")).matches();
  }
}
