package org.mingzhang.web.compare;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.mingzhang.model.Fact;
import org.mingzhang.query.SearchRequest;
import org.mingzhang.search.Hit;
import org.mingzhang.web.fact.FactHit;

/**
 * A comparison of amounts as rows for files and programs: one row for each value with all its
 * dimensions, the change against the year before if the page shows it, and the place of the value.
 * A cell without a value also has a row.
 *
 * @param origin address of the portal, without a closing slash
 */
record AmountExportRows(AmountComparer.AmountComparison answer, String origin) {
  private static final String COLUMNS =
      "region,entity,account,item,stage,fund,perimeter,year,"
          + "state,amount_yuan,change_yuan,change_percent,stated_change_yuan,stated_change_percent,document,"
          + "document_title,document_year,page,url,quote,agency,finding";

  /** A header and the rows. */
  List<List<@Nullable Object>> buildRows() {
    List<List<@Nullable Object>> rows = new ArrayList<>();
    rows.add(new ArrayList<>(List.of(COLUMNS.split(",", -1))));
    ComparisonGrid grid = answer.table().grid();
    for (ComparisonGrid.Row row : grid.rows()) {
      for (int i = 0; i < grid.years().size(); i++) {
        ComparisonGrid.Cell cell = row.cells().get(i);
        int year = grid.years().get(i);
        if (cell.statedValues().isEmpty()) {
          rows.add(buildRow(row, year, cell, null));
        }
        for (ComparisonGrid.StatedValue value : cell.statedValues()) {
          rows.add(buildRow(row, year, cell, value));
        }
      }
    }
    return rows;
  }

  private List<@Nullable Object> buildRow(
      ComparisonGrid.Row row,
      int year,
      ComparisonGrid.Cell cell,
      ComparisonGrid.@Nullable StatedValue value) {
    ComparisonRequest question = answer.question();
    AccountSlice slice = question.slice();
    List<@Nullable Object> values =
        new ArrayList<>(
            Arrays.asList(
                String.join("/", row.region()),
                value == null ? row.label() : value.fact().storedValue("entity"),
                question.name(),
                slice.item().isEmpty() ? null : slice.item(),
                value != null && value.fact().isFullYearBudget()
                    ? ComparisonGrid.FULL_YEAR_BUDGET
                    : nullIfNotStated(slice.stage()),
                value == null ? nullIfNotStated(slice.fund()) : value.fact().storedValue("fund"),
                value == null
                    ? nullIfNotStated(slice.perimeter())
                    : value.fact().storedValue("perimeter"),
                year,
                stateId(cell, value)));
    values.add(value == null ? null : value.fact().number());
    boolean first = value != null && value.equals(cell.statedValues().getFirst());
    Integer changed = answer.table().changeYear();
    YearChange change = first && changed != null && changed == year ? row.change() : null;
    YearChange computed = change != null && change.isComputed() ? change : null;
    values.add(computed == null ? null : computed.yuan());
    YearChange rated =
        change != null && (change.isComputed() || change.rateRefuted()) ? change : null;
    values.add(rated == null ? null : rated.percent());
    values.add(change == null ? null : change.statedNumber(Fact.Kind.CHANGE));
    values.add(change == null ? null : change.statedNumber(Fact.Kind.RATE));
    values.addAll(value == null ? sourceOfDenial(cell) : sourceOf(value.fact()));
    return values;
  }

  /**
   * The state of a row: {@code elsewhere} for a further value of a stated cell, which is from
   * another document (see {@link ComparisonGrid.Cell#otherStatedValues}), otherwise the state of
   * the cell.
   */
  private static String stateId(
      ComparisonGrid.Cell cell, ComparisonGrid.@Nullable StatedValue value) {
    boolean further =
        cell.isStated() && value != null && !value.equals(cell.statedValues().getFirst());
    return further ? "elsewhere" : cell.state().id();
  }

  private static @Nullable String nullIfNotStated(String label) {
    return label.isEmpty() || label.equals(SearchRequest.NOT_STATED) ? null : label;
  }

  private List<@Nullable Object> sourceOf(FactHit fact) {
    Hit hit = fact.hit();
    String finding = fact.findingAddress();
    return Arrays.asList(
        hit.documentId(),
        hit.documentTitle(),
        hit.year(),
        hit.page(),
        origin + fact.address(),
        fact.storedValue("quote"),
        hit.agency(),
        finding.isEmpty() ? null : origin + finding);
  }

  /** The place where a document says that there was none; all null for any other cell. */
  private List<@Nullable Object> sourceOfDenial(ComparisonGrid.Cell cell) {
    String document = cell.sectionId().replaceFirst("/.*", "");
    return cell.state() == ComparisonGrid.CellState.DENIED
        ? Arrays.asList(
            document, null, null, cell.page(), origin + cell.address(), cell.note(), null, null)
        : Collections.nCopies(8, null);
  }
}
