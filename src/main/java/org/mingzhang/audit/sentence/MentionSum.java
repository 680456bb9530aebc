package org.mingzhang.audit.sentence;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.mingzhang.audit.check.CheckResult;
import org.mingzhang.audit.check.FindingDraft;
import org.mingzhang.audit.check.Passage;
import org.mingzhang.audit.check.StatedSum;
import org.mingzhang.text.QuantityMention;

/**
 * Amounts of prose with the total that adds them up.
 *
 * @param less which of the amounts are subtracted
 */
record MentionSum(
    List<QuantityMention> parts, QuantityMention total, Predicate<QuantityMention> less) {

  MentionSum(List<QuantityMention> parts, QuantityMention total) {
    this(parts, total, part -> false);
  }

  /** The numbers; empty if one is missing or not printed in the unit of the total. */
  Optional<StatedSum> toStatedSum() {
    BigDecimal stated = total.quantity().value();
    List<BigDecimal> values = new ArrayList<>();
    for (QuantityMention part : parts) {
      BigDecimal value = part.quantity().value();
      if (value != null && part.unit().equals(total.unit())) {
        values.add(less.test(part) ? value.negate() : value);
      }
    }
    return stated == null || values.size() < parts.size()
        ? Optional.empty()
        : Optional.of(new StatedSum(stated, values));
  }

  /** The answer of a rule; the finding quotes all from the first number to the last. */
  Optional<CheckResult> check(String message, Passage passage) {
    int from = Math.min(parts.getFirst().clause(), total.clause());
    int to = Math.max(parts.getLast().quantity().end(), total.quantity().end());
    return toStatedSum()
        .map(
            numbers ->
                numbers.agrees()
                    ? CheckResult.AGREES
                    : createFinding(numbers, FindingDraft.at(message, passage, from, to)));
  }

  CheckResult createFinding(StatedSum numbers, FindingDraft draft) {
    String unit = total.unit();
    String stated = numbers.stated().toPlainString();
    String sum = numbers.sum().toPlainString();
    return draft
        .withNumbers(stated + unit, sum + unit)
        .sumFormula(
            numbers.formatTerms(),
            sum + unit,
            stated + unit,
            numbers.difference().abs().toPlainString() + unit)
        .report(sum, stated, unit);
  }
}
