package org.mingzhang.audit.account;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.mingzhang.audit.check.AccountTable;
import org.mingzhang.audit.check.Check;
import org.mingzhang.audit.check.Draft;
import org.mingzhang.audit.check.RuleDescription;
import org.mingzhang.audit.check.Tolerance;
import org.mingzhang.model.Finding.Place;
import org.mingzhang.model.Finding.Severity;
import org.mingzhang.text.AccountColumns;

/** What rules of table arithmetic share: adding cells up and saying that a total is off. */
final class TableRule {
  private TableRule() {}

  /** Tolerance of a sum in the table's own unit. */
  static BigDecimal tolerance(AccountTable table, int parts) {
    return "元".equals(table.data().unit()) ? Tolerance.yuanSum(parts) : Tolerance.sum(parts);
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
    Place place = Draft.place(table, row, table.quote(row, block));
    return table
        .amount(row, column)
        .map(stated -> compare(rule, table, place, stated, parts, what));
  }

  /** The answer for a total and its parts, both in the table's unit. */
  static Check compare(
      RuleDescription rule,
      AccountTable table,
      Place place,
      BigDecimal stated,
      List<BigDecimal> parts,
      String what) {
    BigDecimal sum = parts.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
    if (stated.subtract(sum).abs().compareTo(tolerance(table, parts.size() + 1)) <= 0) {
      return new Check.Agrees();
    }
    String formula = String.join(" + ", parts.stream().map(BigDecimal::toPlainString).toList());
    String shown = sum.toPlainString();
    return Draft.at(rule, Severity.PROOF, place)
        .numbers(stated.toPlainString(), shown)
        .formula(formula + " = " + shown + "，表中写 " + stated.toPlainString())
        .says(
            what + "相加为" + shown + "，表中写" + stated.toPlainString() + "。",
            "The parts add up to " + shown + "; the table says " + stated.toPlainString() + ".");
  }
}
