package org.mingzhang.fact.cell;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.mingzhang.model.Fact;
import org.mingzhang.model.Section;
import org.mingzhang.text.CompactText;
import org.mingzhang.text.PatternTable;

/**
 * Reads the budget line of a performance form whose cells were lost, so that its words are lines of
 * text before the indicators. Only forms in 万元 are read. The row of the total has its amounts in
 * the order of the columns named before it: {@code 预算数（A） 执行数（B） 执行率（B/A） 部门整体支出总额 360.05 465.38
 * 129.25%}. Without such columns, the first amount of a form of goals is the budget. The words are
 * arranged in a grid, which {@link BudgetLineReader} reads.
 */
final class BudgetLineTextReader {
  private static final PatternTable PATTERNS =
      PatternTable.readForPackageOf(BudgetLineTextReader.class);
  private static final int MAX_TITLE_OFFSET = 300;
  private static final String UNIT = "万元";
  private static final String POINTS_COLUMN_TITLE = "分值";
  private static final List<String> COLUMNS_OF_GOALS = List.of("预算数");
  private static final Pattern FORM_TITLE = PATTERNS.get("form");
  private static final Pattern FORM_IN_TEXT = PATTERNS.get("form-in-text");
  private static final Pattern FORM_OF_GOALS = PATTERNS.get("form-of-goals");
  private static final Pattern PROJECT_IN_TITLE = PATTERNS.get("project-in-title");
  private static final Pattern START_OF_INDICATORS = PATTERNS.get("indicators");
  private static final Pattern COLUMN_TITLE = PATTERNS.get("column");
  private static final Pattern TOTAL_ROW = PATTERNS.get("row");
  private static final Pattern AMOUNT = Pattern.compile("\\d[\\d,]*(?:\\.\\d+)?");
  private static final Pattern KIND_WITH_AMOUNT = PATTERNS.get("kind-with-amount");

  private final Section section;
  private final CompactText compact;
  private final List<List<PerformanceFormGrid.Cell>> rows = new ArrayList<>();

  private BudgetLineTextReader(Section section, CompactText compact) {
    this.section = section;
    this.compact = compact;
  }

  /** Reads the facts of the budget line of a section, if it is a form whose cells were lost. */
  static List<Fact> read(Section section, DimensionDefaults defaults) {
    if (section.body().isEmpty() || !(section.body().getFirst() instanceof Section.Paragraph)) {
      return List.of();
    }
    String title = CompactText.compact(section.title()).text();
    if (!FORM_TITLE.matcher(title).find()) {
      String start =
          section.text().substring(0, Math.min(MAX_TITLE_OFFSET, section.text().length()));
      Matcher inText =
          FORM_IN_TEXT.matcher(start.contains("绩效") ? CompactText.compact(start).text() : "");
      if (!inText.find()) {
        return List.of();
      }
      title = inText.group();
    }
    CompactText compact = CompactText.compact(section.text());
    String text = compact.text();
    boolean whole = title.contains("整体");
    String project = PerformanceFormContext.findProject(text).orElse(null);
    Matcher titled = PROJECT_IN_TITLE.matcher(title);
    if (project == null && titled.find()) {
      project = titled.group("name");
    }
    if (!whole && project == null) {
      return List.of();
    }
    Matcher end = START_OF_INDICATORS.matcher(text);
    String head = end.find() ? text.substring(0, end.start()) : whole ? "" : text;
    BudgetLineTextReader reader = new BudgetLineTextReader(section, compact);
    return head.contains(UNIT) && reader.arrangeInGrid(head, FORM_OF_GOALS.matcher(title).find())
        ? BudgetLineReader.read(
            new PerformanceFormGrid(section.path(), reader.rows),
            defaults,
            whole ? null : project,
            UNIT)
        : List.of();
  }

  /**
   * Arranges the titles of amounts, the total and its parts in rows; false if the amounts do not
   * match the titles.
   */
  private boolean arrangeInGrid(String head, boolean isFormOfGoals) {
    Matcher row = TOTAL_ROW.matcher(head);
    if (!row.find()) {
      return false;
    }
    List<MatchResult> amounts =
        AMOUNT.matcher(head).region(row.start("amounts"), row.end("amounts")).results().toList();
    List<String> columns = readColumns(head.substring(0, row.start()));
    boolean untitled = columns.isEmpty() && isFormOfGoals;
    int titles =
        (int)
            columns.stream().takeWhile(c -> PerformanceFormContext.readTime(c).isPresent()).count();
    boolean points =
        amounts.size() > titles
            && columns.size() > titles
            && columns.get(titles).equals(POINTS_COLUMN_TITLE);
    if (!untitled && !points && amounts.size() != titles) {
      return false;
    }
    List<String> titleRow = untitled ? COLUMNS_OF_GOALS : columns.subList(0, titles);
    int width = titleRow.size() + 2;
    addRow(width);
    addRow(width);
    for (int i = 0; i < titleRow.size(); i++) {
      rows.get(0).set(i + 1, new PerformanceFormGrid.Cell(0, i + 1, titleRow.get(i), 0, 0, 1));
      setCell(1, i + 1, amounts.get(i).start(), amounts.get(i).end());
    }
    setCell(1, 0, row.start(), row.start("amounts"));
    for (MatchResult part : KIND_WITH_AMOUNT.matcher(head).results().toList()) {
      addRow(width);
      setCell(rows.size() - 1, 0, part.start("name"), part.end("name"));
      setCell(rows.size() - 1, width - 1, part.start("amount"), part.end("amount"));
    }
    return true;
  }

  private void addRow(int width) {
    PerformanceFormGrid.Cell empty = new PerformanceFormGrid.Cell(rows.size(), 0, "", 0, 0, 1);
    rows.add(new ArrayList<>(Collections.nCopies(width, empty)));
  }

  /** Sets a cell to a part of the compact text. */
  private void setCell(int row, int column, int from, int to) {
    int start = compact.originalIndex(from);
    int end = compact.originalIndex(to - 1) + 1;
    String text = compact.text().substring(from, to);
    rows.get(row)
        .set(
            column,
            new PerformanceFormGrid.Cell(row, column, text, start, end, section.pageAt(start)));
  }

  /** The columns named before the row; if columns are named twice, the columns of the last list. */
  private static List<String> readColumns(String textBeforeTotalRow) {
    List<String> columns = new ArrayList<>();
    Matcher column = COLUMN_TITLE.matcher(textBeforeTotalRow);
    while (column.find()) {
      boolean repeated = columns.contains(column.group());
      boolean stage = PerformanceFormContext.readTime(column.group()).isPresent();
      if (repeated && stage) {
        columns.clear();
      }
      if (!repeated || stage) {
        columns.add(column.group());
      }
    }
    return columns;
  }
}
