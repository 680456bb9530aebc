package org.mingzhang.fact.cell;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.mingzhang.account.Account;
import org.mingzhang.model.Fact;
import org.mingzhang.model.FactContext;
import org.mingzhang.model.FactLocation;
import org.mingzhang.model.Perimeter;
import org.mingzhang.model.TableData;
import org.mingzhang.statement.token.PerimeterWordFinder;
import org.mingzhang.text.AmountParser;

/** Reads the facts of one data table. One instance per table. */
final class TableFactReader {
  private static final String QUANTITY_HEADER = "数量";

  private final DimensionDefaults defaults;
  private final TableEntity entity;
  private final TableData table;
  private final int tableIndex;
  private final String unit;
  private final CellLocator locator;
  private final TableMeaning meaning;
  private final Map<Integer, HeaderMeaning> headerMeanings;
  private final TableSubject subject;
  private final List<Fact> facts = new ArrayList<>();

  TableFactReader(
      DimensionDefaults defaults,
      TableSubject titleSubject,
      TableEntity entity,
      TableData table,
      int tableIndex,
      String unit,
      CellLocator locator) {
    this.defaults = defaults;
    this.meaning = TableMeaning.determine(defaults, titleSubject, table);
    this.subject = meaning.subject();
    this.headerMeanings =
        FlowColumnFilter.nameOrSkipFlows(
            defaults,
            meaning,
            table.header(),
            AmbiguousTotalFilter.skipInColumns(defaults, subject, meaning.headerMeanings()));
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
    return ContradictedFactFilter.filter(facts);
  }

  private void readSide(TableMeaning.TableSideMeaning side) {
    List<HeaderMeaning> rows = AmbiguousTotalFilter.skipInRows(defaults, subject, side.rows());
    BalancedSideTotal yearTotal = BalancedSideTotal.find(defaults, subject, side.direction(), rows);
    for (int r = 0; r < rows.size(); r++) {
      if (hasShiftedCells(table.rows().get(r))) {
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
  private boolean hasShiftedCells(List<String> row) {
    return IntStream.range(0, row.size())
        .filter(column -> ("/" + table.header().get(column)).endsWith("/" + QUANTITY_HEADER))
        .mapToObj(row::get)
        .anyMatch(c -> LabelNormalizer.hasLetters(c) && c.chars().noneMatch(Character::isDigit));
  }

  private void readCell(
      int row,
      int column,
      HeaderMeaning label,
      @Nullable FlowDirection direction,
      BalancedSideTotal yearTotal) {
    HeaderMeaning head = headerMeanings.get(column);
    String printed = table.rows().get(row).get(column);
    if (head == null
        || head.kind() == HeaderMeaning.Kind.SKIPPED
        || head.kind() == HeaderMeaning.Kind.UNLISTED_PART
        || label.kind() == HeaderMeaning.Kind.SKIPPED
        || printed.isEmpty()) {
      return;
    }
    BigDecimal value = AmountParser.parseNumber(printed).orElse(null);
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
            isRowOfWholeBody(meaning.item()) ? null : meaning.item(),
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
            value.scaleByPowerOfTen(AmountParser.powerOfTen(columnUnit)),
            printed.strip(),
            columnUnit,
            location));
  }

  /**
   * Whether the item of a row is the body of the whole table: the table covers a single unit or has
   * no other row.
   */
  private boolean isRowOfWholeBody(@Nullable String item) {
    return item != null
        && item.equals(entity.entity())
        && (entity.perimeter() == Perimeter.UNIT || table.rows().size() == 1);
  }

  /**
   * The perimeter of a cell. In a government's report, this is the perimeter with which the label
   * of the row on the cell's side or a level of the header begins, if there is one; otherwise it is
   * that of the table.
   */
  private @Nullable Perimeter perimeterOf(int row, int column) {
    if (!defaults.isGovernmentDocument()) {
      return entity.perimeter();
    }
    List<String> labels = new ArrayList<>();
    for (TableMeaning.TableSideMeaning side : meaning.sides()) {
      if (side.block().amounts().contains(column)) {
        labels.add(side.block().labels().get(row));
      }
    }
    labels.addAll(List.of(table.header().get(column).split("/", -1)));
    return labels.stream()
        .map(LabelNormalizer::stripNumeralsUnitsAndFormulas)
        .flatMap(label -> Stream.ofNullable(PerimeterWordFinder.splitPrefix(label).perimeter()))
        .findFirst()
        .orElse(entity.perimeter());
  }

  private String quote(int row, int column) {
    String head = table.header().get(column);
    String cells =
        table.rows().get(row).stream()
            .map(String::strip)
            .filter(cell -> !cell.isEmpty())
            .collect(Collectors.joining(" "));
    return head.isEmpty() ? cells : head + " | " + cells;
  }
}
