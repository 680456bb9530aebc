package org.mingzhang.audit.form;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.mingzhang.audit.identity.ComputedInterval;

/**
 * The cells of one table to which an identity applies: a whole and its parts.
 *
 * @param subtractedCells cells that are subtracted from the sum of the parts
 * @param scale factor of the product of the parts, for a price in 元 and an amount in 万元 or the
 *     reverse; not applied to sums
 */
record TableSum(
    AccountingIdentity identity,
    AuditedTable table,
    CellPosition wholeCell,
    List<CellPosition> parts,
    List<CellPosition> subtractedCells,
    BigDecimal scale) {
  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

  /** Relative tolerance of a product, since prices are rounded more coarsely than amounts. */
  private static final BigDecimal PRODUCT_TOLERANCE = new BigDecimal("0.005");

  /**
   * Hashes only the cell of the whole and the number of parts: hashing the table would go over all
   * its rows.
   */
  @Override
  public int hashCode() {
    return 31 * wholeCell.hashCode() + parts.size();
  }

  /** Creates a sum whose amounts are all in one unit. */
  static TableSum create(
      AccountingIdentity identity,
      AuditedTable table,
      CellPosition whole,
      List<CellPosition> parts) {
    return new TableSum(identity, table, whole, parts, List.of(), BigDecimal.ONE);
  }

  BigDecimal statedValue() {
    return table.amountOrZero(wholeCell);
  }

  BigDecimal computedValue() {
    return identity.kind() == AccountingIdentity.Kind.PRODUCT
        ? operandValues().stream().reduce(scale, BigDecimal::multiply)
        : operandValues().stream().reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  /** The values that are added up, with subtracted ones negated; for a product, its factors. */
  List<BigDecimal> operandValues() {
    return Stream.concat(
            parts.stream().map(table::amountOrZero),
            subtractedCells.stream().map(table::amountOrZero).map(BigDecimal::negate))
        .toList();
  }

  /** The rows of the parts that are not zero. */
  Stream<Integer> rowsOfNonzeroParts() {
    return parts.stream().filter(p -> table.amountOrZero(p).signum() != 0).map(CellPosition::row);
  }

  /** A copy with only those parts that are in the given rows. */
  TableSum withPartsInRows(Set<Integer> rows) {
    return new TableSum(
        identity,
        table,
        wholeCell,
        parts.stream().filter(p -> rows.contains(p.row())).toList(),
        subtractedCells,
        scale);
  }

  /**
   * The stated minus the computed value; negative if the whole is less than the sum of its parts.
   */
  BigDecimal difference() {
    return statedValue().subtract(computedValue());
  }

  /**
   * Whether the identity holds for some values within the intervals of the printed numbers; for a
   * product, whether it holds within {@link #PRODUCT_TOLERANCE}.
   *
   * @param numbersAreTruncated whether numbers were truncated and not rounded; ignored for a
   *     product
   */
  boolean holds(boolean numbersAreTruncated) {
    BigDecimal step = unitInLastPlace();
    if (identity.kind() == AccountingIdentity.Kind.PRODUCT) {
      return difference().abs().compareTo(computedValue().abs().multiply(PRODUCT_TOLERANCE)) <= 0;
    }
    return ComputedInterval.sumOf(
            operandValues().stream()
                .map(part -> ComputedInterval.ofPrinted(part, step, numbersAreTruncated)))
        .intersects(ComputedInterval.ofPrinted(statedValue(), step, numbersAreTruncated));
  }

  /**
   * One unit in the last place. Amounts in 元 that are all multiples of 100 were converted from 万元
   * with two decimals.
   */
  private BigDecimal unitInLastPlace() {
    boolean hundreds =
        table.unitInLastPlace().compareTo(BigDecimal.ONE) == 0
            && Stream.concat(Stream.of(statedValue()), operandValues().stream())
                .allMatch(v -> v.remainder(HUNDRED).signum() == 0);
    return hundreds ? HUNDRED : table.unitInLastPlace();
  }

  /**
   * Whether a cell of amounts that could be a part has digits that are no number, such as {@code
   * 12.3O}: in the columns of the sum if it adds up rows, otherwise in the row of the sum.
   */
  boolean hasUnreadableNumber() {
    List<CellPosition> cells = cellsThatMayBeWrong();
    return cells.stream().map(CellPosition::row).distinct().count() > 1
        ? cells.stream().anyMatch(table::hasUnreadableNumberInColumn)
        : table.hasUnreadableNumberInRow(wholeCell);
  }

  /**
   * The cells that may be wrong if the identity does not hold: the whole and its parts; for a
   * product only the whole.
   */
  List<CellPosition> cellsThatMayBeWrong() {
    List<CellPosition> cells = new ArrayList<>();
    cells.add(wholeCell);
    if (identity.kind() != AccountingIdentity.Kind.PRODUCT) {
      cells.addAll(parts);
      cells.addAll(subtractedCells);
    }
    return cells;
  }
}
