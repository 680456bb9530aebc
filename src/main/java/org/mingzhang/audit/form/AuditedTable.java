package org.mingzhang.audit.form;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.mingzhang.audit.check.AccountTable;
import org.mingzhang.audit.check.AuditedDocument;
import org.mingzhang.audit.check.FindingDraft;
import org.mingzhang.audit.check.StatedRate;
import org.mingzhang.audit.identity.ComputedInterval;
import org.mingzhang.fact.cell.TableLines;
import org.mingzhang.fact.cell.TableLines.TableLine;
import org.mingzhang.model.Finding.QuoteLocation;
import org.mingzhang.text.AccountColumnRoles;
import org.mingzhang.text.AmountParser;
import org.mingzhang.text.PatternTable;

/**
 * A data table of a document as the identities of the standard forms see it: its cells, and its
 * rows and columns with the accounts that they are about, so that an identity can find the amounts
 * it relates.
 *
 * @param cells the cells with their amounts
 * @param lines its rows and columns, in blocks that lie beside or below each other
 * @param unitInLastPlace the precision of its amounts, in its own unit: 1 for a table in 元, 0.01
 *     for others
 */
record AuditedTable(AccountTable cells, TableLines lines, BigDecimal unitInLastPlace) {
  private static final PatternTable PATTERNS = PatternTable.readForPackageOf(AuditedTable.class);
  private static final Pattern RATE_HEADER = PATTERNS.get("form-table-rate");

  private static final Pattern UNIT_IN_HEADER =
      Pattern.compile("[(（](?:单位[:：])?(?<unit>百万元|千元|万元|亿元|元)[)）]");
  private static final Pattern COUNT_HEADER = PATTERNS.get("form-table-count");

  /** Text with digits and without words; a percentage is no operand of a sum. */
  private static final Pattern UNREADABLE_NUMBER =
      Pattern.compile("(?s)[^\\p{IsHan}%％]*\\d[^\\p{IsHan}%％]*");

  private static final BigDecimal CENT = new BigDecimal("0.01");

  /** All data tables of a document, read once for all checks. */
  private record DocumentTables(List<AuditedTable> tables) {
    static DocumentTables readFrom(AuditedDocument document) {
      return new DocumentTables(
          TableLines.findAll(document.disclosure()).stream()
              .map(lines -> create(document.tables().get(lines.table()), lines))
              .toList());
    }
  }

  static List<AuditedTable> findAll(AuditedDocument document) {
    return document.computeOnce(DocumentTables.class, DocumentTables::readFrom).tables();
  }

  /**
   * Creates a table with its unit in the last place: 1 元 for a table in 元, since amounts are often
   * added before they are rounded to whole 元; 0.01 for other units.
   */
  private static AuditedTable create(AccountTable cells, TableLines lines) {
    return new AuditedTable(cells, lines, "元".equals(cells.data().unit()) ? BigDecimal.ONE : CENT);
  }

  Optional<BigDecimal> findAmount(CellPosition cell) {
    return cells.findAmount(cell.row(), cell.column());
  }

  /** The amount of a cell; zero if the cell is empty or contains words. */
  BigDecimal amountOrZero(CellPosition cell) {
    return cells.amountOrZero(cell.row(), cell.column());
  }

  List<TableLines.LineBlock> blocks() {
    return lines.blocks();
  }

  TableLines.LineBlock blockOf(CellPosition cell) {
    return blocks().get(cell.block());
  }

  CellPosition cell(int block, int row, int column) {
    return new CellPosition(lines.table(), block, row, column);
  }

  /**
   * The sum with a whole and those of the parts whose cells have an amount; empty if the whole or
   * all parts have none, or if the whole is in a column of rates.
   */
  Stream<TableSum> createSum(
      AccountingIdentity identity, CellPosition whole, Stream<CellPosition> parts) {
    List<CellPosition> filled = parts.filter(c -> findAmount(c).isPresent()).toList();
    return filled.isEmpty() || findAmount(whole).isEmpty() || isInRateColumn(whole)
        ? Stream.empty()
        : Stream.of(TableSum.create(identity, this, whole, filled));
  }

  /**
   * The sums of a row in some columns, as by {@link #createSum}.
   *
   * @param wholeRow index of the row of the whole
   * @param partRows indices of the rows of the parts
   */
  Stream<TableSum> createSums(
      AccountingIdentity identity,
      int block,
      Stream<TableLine> columns,
      int wholeRow,
      List<Integer> partRows) {
    return columns.flatMap(
        c ->
            createSum(
                identity,
                cell(block, wholeRow, c.index()),
                partRows.stream().map(row -> cell(block, row, c.index()))));
  }

  /** Whether a cell in the column of a cell, and in its block, has digits that are no number. */
  boolean hasUnreadableNumberInColumn(CellPosition cell) {
    return blockOf(cell).rows().stream()
        .anyMatch(row -> isUnreadableNumber(row.index(), cell.column()));
  }

  /** Whether a cell of amounts in the row of a cell has digits that are no number. */
  boolean hasUnreadableNumberInRow(CellPosition cell) {
    return blockOf(cell).columns().stream()
        .anyMatch(column -> isUnreadableNumber(cell.row(), column.index()));
  }

  private boolean isUnreadableNumber(int row, int column) {
    String text = cells.data().rows().get(row).get(column);
    return UNREADABLE_NUMBER.matcher(text.strip()).matches()
        && cells.findAmount(row, column).isEmpty();
  }

  /** Whether a cell is below the title of a rate, for example 比上年增减%: rates do not add up. */
  private boolean isInRateColumn(CellPosition cell) {
    return RATE_HEADER.matcher(cells.data().header().get(cell.column())).find();
  }

  /**
   * The unit of money of a cell: the unit in the header of its column, otherwise the unit of the
   * table; empty if the table has no unit or the column is one of counts.
   */
  String unitOfMoney(CellPosition cell) {
    String header = cells.data().header().get(cell.column());
    Matcher own = UNIT_IN_HEADER.matcher(header);
    String unit = own.find() ? own.group("unit") : cells.data().unit();
    return unit == null || COUNT_HEADER.matcher(header).find() ? "" : unit;
  }

  /** The location of a cell, quoting its row in its block of columns. */
  QuoteLocation location(CellPosition cell) {
    AccountColumnRoles.ColumnBlock block = cells.columns().blocks().get(cell.block());
    return FindingDraft.locationOf(cells, cell.row(), cells.quote(cell.row(), block));
  }

  /** The location of a cell, quoting its whole row. */
  QuoteLocation rowLocation(CellPosition cell) {
    int last = cells.data().header().size() - 1;
    return FindingDraft.locationOf(cells, cell.row(), cells.quote(cell.row(), 0, last));
  }

  /**
   * Whether a rate is the ratio of its two amounts, rounded or truncated to its printed digits,
   * when the amounts are rounded to the table's last place. True if the whole may have been zero
   * before rounding.
   *
   * @param partIsDifference whether the part is the difference of two amounts, both rounded
   */
  boolean agrees(StatedRate stated, boolean partIsDifference) {
    BigDecimal partStep =
        partIsDifference ? unitInLastPlace.multiply(BigDecimal.TWO) : unitInLastPlace;
    ComputedInterval part = ComputedInterval.ofPrinted(stated.part(), partStep, false);
    ComputedInterval whole = ComputedInterval.ofPrinted(stated.whole(), unitInLastPlace, false);
    return whole.low().signum() <= 0
        || part.percentOf(whole).intersects(ComputedInterval.ofRate(stated.rate()));
  }

  /**
   * The number of a cell; a percentage without its sign, 98.5 for 98.5%. Empty if the cell is no
   * number.
   */
  static Optional<BigDecimal> parseNumberOrRate(String cell) {
    String text = cell.strip();
    boolean percent = text.endsWith("%") || text.endsWith("％");
    return AmountParser.parseNumber(percent ? text.substring(0, text.length() - 1) : text);
  }
}
