package org.mingzhang.structure.table;

import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.mingzhang.structure.grid.CellText;
import org.mingzhang.structure.grid.Grid;
import org.mingzhang.text.PatternTable;

/**
 * The vocabulary that distinguishes the rows of a published table, from the forms that the Ministry
 * of Finance prescribes for 部门预算 and 部门决算 (公开01表 to 公开09表) and their provincial variants.
 */
final class TableVocabulary {
  private static final PatternTable PATTERNS = PatternTable.readForPackageOf(TableVocabulary.class);
  private static final Pattern HEADER_BESIDE_HEADER_WORDS = PATTERNS.get("header-beside-others");
  private static final Pattern HEADER_WORD = PATTERNS.get("header-word");
  private static final Set<String> HEADER_CELLS = PATTERNS.getWords("header-cell");
  private static final Pattern CAPTION = PATTERNS.get("caption");
  private static final Pattern FORM_NUMBER_OR_YEAR = PATTERNS.get("form-number-or-year");
  private static final Pattern LABEL_LINE = PATTERNS.get("form-line");
  private static final Pattern AGENCY_LABEL = PATTERNS.get("agency-label");
  private static final Pattern NOTE = PATTERNS.get("note");
  private static final Pattern UNIT = PATTERNS.get("unit");
  private static final Pattern TRAILING_UNIT = PATTERNS.get("unit-after");
  private static final Set<String> COLUMN_NUMBER_LABELS = PATTERNS.getWords("column-numbers");
  private static final Pattern COLUMN_NUMBER = PATTERNS.get("column-number");
  private static final String STARS = "**";
  private static final Set<String> CODE_PARTS = PATTERNS.getWords("code-part");
  private static final Set<String> TOTALS = PATTERNS.getWords("total");
  private static final Pattern PERFORMANCE_FORM_TITLE = PATTERNS.get("performance");
  private static final Pattern TASK_TITLES = PATTERNS.get("task-titles");

  private TableVocabulary() {}

  /**
   * Whether a text can be a table's caption: it is short and ends in 表 or begins with the number of
   * a table, and is neither only a form number nor the label of an agency.
   */
  static boolean isCaption(String text) {
    return CAPTION.matcher(text).matches()
        && !text.endsWith("。")
        && !AGENCY_LABEL.matcher(text).find()
        && !isFormNumberOrYear(TRAILING_UNIT.matcher(text).replaceFirst(""));
  }

  /** Whether a text is a form number or only a year: 公开01表, 附表1, 2024年度. */
  static boolean isFormNumberOrYear(String text) {
    return FORM_NUMBER_OR_YEAR.matcher(text).matches();
  }

  /** Whether a text is a line above a table: 部门：…, 单位：万元, 填报日期：…. */
  static boolean isLineAboveTable(String text) {
    return LABEL_LINE.matcher(text).matches() || (findUnit(text) != null && text.length() < 60);
  }

  /** Whether a text is a footnote: 注：…, 说明：…. */
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

  /**
   * Whether a text may be a header cell in a row with header words: it is a header word itself, or
   * is usually a label of rows.
   */
  static boolean mayBeHeaderBesideHeaderWords(String text) {
    return isHeaderWord(text) || HEADER_BESIDE_HEADER_WORDS.matcher(text).matches();
  }

  /** Whether a text in a header completes the text above it: 支出功能分类 / 科目编码. */
  static boolean isHeaderContinuation(String text) {
    return text.equals("科目编码") || text.equals("科目名称") || text.equals("编码");
  }

  /** Whether a text is one of 类, 款, 项, the parts of a classification code. */
  static boolean isCodePart(String text) {
    return CODE_PARTS.contains(text);
  }

  /** Whether a text is the label of a total or subtotal: 合计, 总计, 小计; also true for 无. */
  static boolean isTotal(String text) {
    return TOTALS.contains(text);
  }

  /**
   * Whether the words of a row are only numbers of columns: 栏次 1 2 3, ** ** 1 2 3, or at least
   * three numbers alone, which may start above 1 if preceding columns are on another page.
   */
  static boolean areColumnNumbers(List<String> words) {
    List<String> numbers =
        words.stream()
            .filter(w -> !COLUMN_NUMBER_LABELS.contains(w) && !isCodePart(w) && !STARS.equals(w))
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
      List<String> words = grid.nonEmptyTexts(row);
      if (words.stream().anyMatch(word -> PERFORMANCE_FORM_TITLE.matcher(word).matches())
          || TASK_TITLES.matcher(String.join("|", words)).lookingAt()) {
        return true;
      }
    }
    return false;
  }
}
