package org.mingzhang.audit.sentence;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import org.mingzhang.audit.check.CheckResult;
import org.mingzhang.audit.check.FindingDraft;
import org.mingzhang.audit.check.Formula;
import org.mingzhang.audit.check.Passage;
import org.mingzhang.audit.check.Tolerance;
import org.mingzhang.text.QuantityMention;

/**
 * Amounts of prose that a total adds up.
 *
 * @param less which of the amounts are taken off
 */
record MentionSum(
    List<QuantityMention> parts, QuantityMention total, Predicate<QuantityMention> less) {
  MentionSum(List<QuantityMention> parts, QuantityMention total) {
    this(parts, total, part -> false);
  }

  boolean isPlain() {
    return total.quantity().value() != null
        && parts.stream()
            .allMatch(p -> p.quantity().value() != null && p.unit().equals(total.unit()));
  }

  BigDecimal stated() {
    return Objects.requireNonNull(total.quantity().value());
  }

  private List<BigDecimal> values() {
    List<BigDecimal> values = new ArrayList<>();
    for (QuantityMention part : parts) {
      BigDecimal value = Objects.requireNonNull(part.quantity().value());
      values.add(less.test(part) ? value.negate() : value);
    }
    return values;
  }

  BigDecimal sum() {
    return values().stream().reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  boolean agrees() {
    return Tolerance.sumAgrees(stated(), sum(), parts.size() + 1);
  }

  /**
   * The answer of a rule, quoting all from the first number to the last; none where a number is not
   * printed in the unit of the total.
   */
  Optional<CheckResult> judge(String message, Passage passage) {
    if (!isPlain()) {
      return Optional.empty();
    }
    QuantityMention first = parts.getFirst();
    QuantityMention last = parts.getLast();
    int from = Math.min(first.clause(), total.clause());
    int to = Math.max(last.quantity().end(), total.quantity().end());
    return Optional.of(
        agrees() ? CheckResult.AGREES : finding(FindingDraft.at(message, passage, from, to)));
  }

  CheckResult finding(FindingDraft draft) {
    String stated = stated().toPlainString();
    String sum = sum().toPlainString();
    String unit = total.unit();
    return draft
        .numbers(stated + unit, sum + unit)
        .formula(
            Formula.sumOff(
                Formula.sum(values()),
                sum + unit,
                stated + unit,
                sum().subtract(stated()).abs().toPlainString() + unit))
        .says(sum, stated, unit);
  }
}
