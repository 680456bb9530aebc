package org.mingzhang.audit.account;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.stream.Stream;
import org.mingzhang.audit.check.AccountTable;
import org.mingzhang.audit.check.Check;
import org.mingzhang.audit.check.Draft;
import org.mingzhang.audit.check.Formula;
import org.mingzhang.audit.check.Reading;
import org.mingzhang.audit.check.RuleDescription;
import org.mingzhang.audit.check.Tolerance;
import org.mingzhang.audit.fact.TableKind;
import org.mingzhang.model.Finding.Place;
import org.mingzhang.model.Finding.Severity;
import org.mingzhang.text.AccountColumns;

/** What rules of table arithmetic share: adding cells up and saying that a total is off. */
final class TableRule {
  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

  private TableRule() {}

  /** The tables of some kinds, in reading order. */
  static List<AccountTable> tables(Reading reading, TableKind... kinds) {
    Set<TableKind> wanted = Set.of(kinds);
    return reading.tables().stream()
        .filter(t -> TableKind.of(t.data()).filter(wanted::contains).isPresent())
        .toList();
  }

  /** Goes through the blocks of columns of all tables, in reading order. */
  static void blocks(Reading reading, BiConsumer<AccountTable, AccountColumns.Block> action) {
    for (AccountTable table : reading.tables()) {
      table.columns().blocks().forEach(block -> action.accept(table, block));
    }
  }

  /** The words of a block's part of a row as a place. */
  static Place place(AccountTable table, int row, AccountColumns.Block block) {
    return Draft.place(table, row, table.quote(row, block));
  }

  /** Tolerance of a sum in the table's own unit. */
  static BigDecimal tolerance(AccountTable table, int parts) {
    return "元".equals(table.data().unit()) ? Tolerance.yuanSum(parts) : Tolerance.sum(parts);
  }

  /** The same for amounts in 元 that are all rounded to hundreds, as from 万元 with decimals. */
  private static BigDecimal tolerance(
      AccountTable table, BigDecimal stated, List<BigDecimal> parts) {
    BigDecimal tolerance = tolerance(table, parts.size() + 1);
    boolean hundreds =
        "元".equals(table.data().unit())
            && Stream.concat(Stream.of(stated), parts.stream())
                .allMatch(v -> v.remainder(HUNDRED).signum() == 0);
    return hundreds ? tolerance.multiply(HUNDRED) : tolerance;
  }

  /** The answer for a total that stands in a cell; none where cell or parts are empty. */
  static Optional<Check> cell(
      RuleDescription rule,
      AccountTable table,
      AccountColumns.Block block,
      int row,
      int column,
      List<BigDecimal> parts,
      String what) {
    if (parts.isEmpty()) {
      return Optional.empty();
    }
    Place place = place(table, row, block);
    return table
        .amount(row, column)
        .map(stated -> compare(rule, table, place, stated, parts, what));
  }

  static BigDecimal sum(List<BigDecimal> parts) {
    return parts.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  /** Whether a total is the sum of its parts, but for rounding. */
  static boolean agrees(AccountTable table, BigDecimal stated, List<BigDecimal> parts) {
    return stated.subtract(sum(parts)).abs().compareTo(tolerance(table, stated, parts)) <= 0;
  }

  /** The answer for a total and its parts, both in the table's unit. */
  static Check compare(
      RuleDescription rule,
      AccountTable table,
      Place place,
      BigDecimal stated,
      List<BigDecimal> parts,
      String what) {
    BigDecimal sum = sum(parts);
    if (agrees(table, stated, parts)) {
      return new Check.Agrees();
    }
    String shown = sum.toPlainString();
    return Draft.at(rule, Severity.PROOF, place)
        .numbers(stated, shown)
        .formula(Formula.sum(parts) + " = " + shown + "，表中写 " + stated.toPlainString())
        .says(
            "%1$s相加为%2$s，表中写%3$s。",
            "The parts add up to %2$s; the table says %3$s.", what, shown, stated);
  }
}
