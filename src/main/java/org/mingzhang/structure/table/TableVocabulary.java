package org.mingzhang.structure.table;

import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.mingzhang.structure.grid.CellText;
import org.mingzhang.structure.grid.Grid;

/**
 * The vocabulary that distinguishes the rows of a published table, from the forms that the Ministry
 * of Finance prescribes for 部门预算 and 部门决算 (公开01表 to 公开09表) and their provincial variants.
 */
final class TableVocabulary {
  private static final Pattern HEADER_WORD =
      Pattern.compile(
          ".*(科目|编码|代码|名称|决算数?|预算数?|金额|合计|小计|总计|收入|支出|执行数|完成数|拨款|经费|结转|结余|行次|栏次|序号|备注|项目"
              + "|数量|比例|增减[额率数%％]?|[上本]年数|[年期][初末]数|占比|增长|比上年|差异|完成率|执行率|控制率|规模|单价|性质|类别|投资|面积|人数|限额|余额|费"
              + "|(占|比|为|完成|增减?|±).{0,8}[%％‰])([（(].*[）)])?");
  private static final Set<String> HEADER_CELLS =
      Set.of(
          "类", "款", "项", "行次", "栏次", "序号", "备注", "单位", "数量", "金额", "内容", "县区", "市县", "地区", "乡镇",
          "镇街", "资金", "补助资金", "分配资金");
  private static final Pattern CAPTION =
      Pattern.compile(".{2,60}表(格)?([（(].{1,20}[）)])?|附?表[一二三四五六七八九十\\d]+[:：\\s]*.{2,60}");
  private static final Pattern LABEL =
      Pattern.compile(
          "(财|决|预|公开|附|预算|决算|部门|单位|表)*[A-Z]{0,2}\\d{1,2}表?|(附|公开)表[一二三四五六七八九十\\d-]*|表[一二三四五六七八九十\\d]{1,3}|\\d{4}年度?");
  private static final Pattern FORM_LINE =
      Pattern.compile(
          "(编制|填报|填表|公开|预算|决算)?(部门|单位)(名称|公章)?[:：].*|(制表|填报|填表|公开|编报)(日期|时间|人)[:：].*|(金额|计量)?单位[:：].*");
  private static final Pattern FORM_FIELD = Pattern.compile("(部门|单位)(名称)?[:：](?!.{0,2}元)");
  private static final Pattern NOTE = Pattern.compile("[（(]?(注|说明|备注|附注|注释|填表说明)\\d?[:：.、].*");
  private static final Pattern UNIT =
      Pattern.compile(
          "(?:(?:金额)?(?:计量)?单位|金额)[:：]?(?:人民币)?(亿元|千元|百万元|万元|元)|[（(](?:单位[:：])?(亿元|千元|百万元|万元|元)[）)]");
  private static final Pattern UNIT_AFTER = Pattern.compile("(金额)?单位[:：]\\p{IsHan}{1,4}$");
  private static final Pattern COLUMN_NUMBER = Pattern.compile("\\d{1,2}([=＝].*)?|[甲乙丙丁]|[A-F]");
  private static final String STARS = "**";
  private static final Set<String> CODE_PARTS = Set.of("类", "款", "项");
  private static final Set<String> TOTALS = Set.of("合计", "总计", "小计", "无");
  private static final Pattern PERFORMANCE =
      Pattern.compile("[一二三]级(绩效)?(指标|目标)|年度?(总体|绩效)目标.*|绩效指标|年度绩效指标.*");

  private TableVocabulary() {}

  /** Whether a text can be a table's caption: short, and ending in 表. */
  static boolean isCaption(String text) {
    return CAPTION.matcher(text).matches()
        && !text.endsWith("。")
        && !FORM_FIELD.matcher(text).find()
        && !isLabel(UNIT_AFTER.matcher(text).replaceFirst(""));
  }

  /** Whether a text is a form number or a bare year: 公开01表, 附表1, 2024年度. */
  static boolean isLabel(String text) {
    return LABEL.matcher(text).matches();
  }

  /** Whether a text is a line above a table: 部门：…, 单位：万元, 填报日期：…. */
  static boolean isFormLine(String text) {
    return FORM_LINE.matcher(text).matches() || (findUnit(text) != null && text.length() < 60);
  }

  /** Whether a text is a footnote. */
  static boolean isNote(String text) {
    return NOTE.matcher(text).matches();
  }

  /** The unit of money that a text names; null if it names none. */
  static @Nullable String findUnit(String text) {
    Matcher matcher = UNIT.matcher(text);
    if (!matcher.find()) {
      return null;
    }
    return matcher.group(1) != null ? matcher.group(1) : matcher.group(2);
  }

  /** Whether a text is typical of header cells. */
  static boolean isHeaderWord(String text) {
    return HEADER_CELLS.contains(text)
        || (text.length() <= 24
            && !CellText.startsWithListNumber(text)
            && HEADER_WORD.matcher(text).matches());
  }

  /** Whether a header text completes the one above it: 支出功能分类 / 科目编码. */
  static boolean isHeaderContinuation(String text) {
    return text.equals("科目编码") || text.equals("科目名称") || text.equals("编码");
  }

  /** Whether a text is one of 类, 款, 项, the parts of a classification code. */
  static boolean isCodePart(String text) {
    return CODE_PARTS.contains(text);
  }

  /** Whether a text is the label of a total. */
  static boolean isTotal(String text) {
    return TOTALS.contains(text);
  }

  /**
   * Whether the words of a row are only numbers of columns: 栏次 1 2 3, ** ** 1 2 3, or 1 2 3 alone.
   * The first number may be larger than 1 where preceding columns are on another page.
   */
  static boolean areColumnNumbers(List<String> words) {
    List<String> numbers =
        words.stream()
            .filter(w -> !w.equals("栏次") && !w.equals("行次") && !isCodePart(w) && !STARS.equals(w))
            .toList();
    boolean named = words.contains("栏次") || words.contains(STARS);
    int first = 0;
    int counted = 0;
    for (String number : numbers) {
      if (!COLUMN_NUMBER.matcher(number).matches()) {
        return false;
      }
      if (Character.isDigit(number.charAt(0))) {
        int value = Integer.parseInt(number.replaceAll("[=＝].*", ""));
        first = counted == 0 ? value : first;
        if (value != first + counted || value == 0) {
          return false;
        }
        counted++;
      }
    }
    return named ? !numbers.isEmpty() && first <= 1 : counted > 2;
  }

  /** Whether a grid is a performance form (绩效目标表, 绩效自评表) rather than a table of amounts. */
  static boolean isPerformanceForm(Grid grid) {
    for (int row = 0; row < grid.rows(); row++) {
      for (String word : grid.words(row)) {
        if (PERFORMANCE.matcher(word).matches()) {
          return true;
        }
      }
    }
    return false;
  }
}
