package org.mingzhang.fact.cell;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.mingzhang.model.Fact;
import org.mingzhang.model.Fund;
import org.mingzhang.model.Section;
import org.mingzhang.model.Stage;
import org.mingzhang.model.TableData;
import org.mingzhang.text.PatternTable;

/**
 * Reads the budgets of the projects or tasks that a performance form lists: names below 项目名称 or
 * 任务名称, amounts below the only title for a budget. The total is the amount of the department in the
 * form of a whole department, and not read in others.
 */
final class ProjectListReader {
  private static final PatternTable PATTERNS =
      PatternTable.readForPackageOf(ProjectListReader.class);
  private static final Pattern FORM_TITLE = PATTERNS.get("form-of-goals");
  private static final Pattern NAME_HEADER = PATTERNS.get("listed-name");
  private static final Pattern BUDGET_HEADER = PATTERNS.get("listed-budget");
  private static final Pattern IDEOGRAPH = Pattern.compile("\\p{IsHan}");

  private ProjectListReader() {}

  /**
   * Reads the facts of a list; none if its section is no performance form or if it has no unit.
   *
   * @param table the data table of the grid; null if it is none
   * @param textAbove the text of the section before the grid, without white space
   */
  static List<Fact> read(
      Section section,
      @Nullable TableData table,
      PerformanceFormGrid grid,
      Supplier<String> textAbove,
      DimensionDefaults defaults) {
    if (!FORM_TITLE.matcher(section.title()).find() || grid.rows().isEmpty()) {
      return List.of();
    }
    List<PerformanceFormGrid.Cell> header = grid.rows().getFirst();
    List<PerformanceFormGrid.Cell> names = findColumns(header, NAME_HEADER);
    List<PerformanceFormGrid.Cell> budgets = findColumns(header, BUDGET_HEADER);
    if (names.size() != 1 || budgets.size() != 1) {
      return List.of();
    }
    String unit =
        table == null
            ? PerformanceFormContext.findUnit(textAbove.get() + grid.rowText(0)).orElse(null)
            : table.unit();
    if (unit == null) {
      return List.of();
    }
    PerformanceFormContext.AmountTime time =
        new PerformanceFormContext.AmountTime(Stage.BUDGET, null);
    TableEntity entity = TableEntity.determine(defaults, null, List.of());
    List<Fact> facts = new ArrayList<>();
    for (List<PerformanceFormGrid.Cell> row : grid.rows().subList(1, grid.rows().size())) {
      String name = row.get(names.getFirst().column()).text();
      boolean total = LabelNormalizer.isTotalLabel(name) || name.equals("金额合计");
      PerformanceFormGrid.Cell cell = row.get(budgets.getFirst().column());
      if (IDEOGRAPH.matcher(name).find() && (!total || section.title().contains("整体"))) {
        PerformanceFormContext form =
            new PerformanceFormContext(defaults, entity, total ? null : name, unit);
        form.readAmount(time, Fund.ALL, null, grid, cell).ifPresent(facts::add);
      }
    }
    return facts;
  }

  private static List<PerformanceFormGrid.Cell> findColumns(
      List<PerformanceFormGrid.Cell> header, Pattern title) {
    return header.stream().filter(c -> title.matcher(c.text()).matches()).toList();
  }
}
