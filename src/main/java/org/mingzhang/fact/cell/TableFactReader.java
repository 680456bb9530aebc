package org.mingzhang.fact.cell;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.mingzhang.account.Account;
import org.mingzhang.model.Fact;
import org.mingzhang.model.FactContext;
import org.mingzhang.model.FactLocation;
import org.mingzhang.model.Perimeter;
import org.mingzhang.model.TableData;
import org.mingzhang.statement.PerimeterWordFinder;
import org.mingzhang.text.AmountFinder;

/** Reads the facts of one data table. One instance per table. */
final class TableFactReader {
  private static final String QUANTITY = "数量";

  private final DimensionDefaults defaults;
  private final TableEntity entity;
  private final TableData table;
  private final int tableIndex;
  private final String unit;
  private final CellLocator locator;
  private final TableMeaning meaning;
  private final Map<Integer, HeaderMeaning> headers;
  private final TableSubject subject;
  private final TableFactCollector facts = new TableFactCollector();

  TableFactReader(
      DimensionDefaults dimensionDefaults,
      TableSubject titled,
      TableEntity entity,
      TableData table,
      int tableIndex,
      String unit,
      CellLocator locator) {
    this.defaults = dimensionDefaults;
    this.meaning = TableMeaning.determine(dimensionDefaults, titled, table);
    this.subject = meaning.subject();
    this.headers =
        FlowColumnFilter.skipUnnamedFlows(
            meaning,
            table.header(),
            AmbiguousTotalFilter.skipInColumns(dimensionDefaults, subject, meaning.heads()));
    this.entity = entity;
    this.table = table;
    this.tableIndex = tableIndex;
    this.unit = unit;
    this.locator = locator;
  }

  List<Fact> read() {
    for (TableMeaning.TableSideMeaning side : meaning.sides()) {
      readSide(side);
    }
    return facts.facts();
  }

  private void readSide(TableMeaning.TableSideMeaning side) {
    List<HeaderMeaning> rows = AmbiguousTotalFilter.skipInRows(defaults, subject, side.rows());
    BalancedSideTotal yearTotal = BalancedSideTotal.find(defaults, subject, side.direction(), rows);
    for (int r = 0; r < rows.size(); r++) {
      if (isShifted(table.rows().get(r))) {
        continue;
      }
      for (int column : side.block().amounts()) {
        readCell(r, column, rows.get(r), side.direction(), yearTotal);
      }
    }
  }

  /**
   * Whether a row has words in a column of quantities, so that its cells are not under their
   * headers.
   */
  private boolean isShifted(List<String> row) {
    for (int column = 0; column < row.size(); column++) {
      String title = table.header().get(column);
      String cell = row.get(column);
      if (QUANTITY.equals(title.substring(title.lastIndexOf('/') + 1))
          && LabelNormalizer.hasLetters(cell)
          && cell.chars().noneMatch(Character::isDigit)) {
        return true;
      }
    }
    return false;
  }

  private void readCell(
      int row,
      int column,
      HeaderMeaning label,
      @Nullable FlowDirection direction,
      BalancedSideTotal yearTotal) {
    HeaderMeaning head = headers.get(column);
    String printed = table.rows().get(row).get(column);
    if (head == null
        || head.kind() == HeaderMeaning.Kind.SKIPPED
        || head.kind() == HeaderMeaning.Kind.UNLISTED_PART
        || label.kind() == HeaderMeaning.Kind.SKIPPED
        || printed.isEmpty()) {
      return;
    }
    BigDecimal value = AmountFinder.parseNumber(printed).orElse(null);
    if (value == null) {
      return;
    }
    CellMeaning meaning = CellMeaning.determine(defaults, subject, direction, label, head);
    if (meaning != null) {
      addFact(row, column, value, printed, meaning);
      CellMeaning closed = yearTotal.toCurrentYearTotal(meaning);
      if (closed != null) {
        addFact(row, column, value, printed, closed);
      }
    }
  }

  private void addFact(int row, int column, BigDecimal value, String printed, CellMeaning meaning) {
    Account account = meaning.account();
    boolean count = account != null && account.nature() == Account.Nature.COUNT;
    if (count) {
      return;
    }
    FactContext context =
        FactContext.wholeYear(
            meaning.item(),
            meaning.code(),
            meaning.stage(),
            meaning.fund(),
            perimeterOf(row, column),
            entity.entity(),
            meaning.year());
    String columnUnit = TableUnitFinder.findForColumn(table.header().get(column), unit);
    FactLocation location = locator.locate(tableIndex, row, column, quote(row, column));
    facts.add(
        Fact.amount(
            meaning.name(),
            context,
            value.scaleByPowerOfTen(AmountFinder.powerOfTen(columnUnit)),
            printed.strip(),
            columnUnit,
            location));
  }

  /**
   * The perimeter of a cell. In a government's report, this is the perimeter with which the label
   * of the row on the cell's side begins, if there is one; otherwise it is that of the table. Null
   * if neither is known.
   */
  private @Nullable Perimeter perimeterOf(int row, int column) {
    if (defaults.isGovernment()) {
      for (TableMeaning.TableSideMeaning side : meaning.sides()) {
        String label =
            LabelNormalizer.stripNumeralsUnitsAndFormulas(side.block().labels().get(row));
        Perimeter named = PerimeterWordFinder.splitPrefix(label).perimeter();
        if (named != null && side.block().amounts().contains(column)) {
          return named;
        }
      }
    }
    return entity.perimeter();
  }

  private String quote(int row, int column) {
    String head = table.header().get(column);
    StringBuilder quote = new StringBuilder();
    for (String cell : table.rows().get(row)) {
      if (!cell.isBlank()) {
        quote.append(quote.isEmpty() ? "" : " ").append(cell.strip());
      }
    }
    return head.isEmpty() ? quote.toString() : head + " | " + quote;
  }
}
