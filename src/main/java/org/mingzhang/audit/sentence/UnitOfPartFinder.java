package org.mingzhang.audit.sentence;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.mingzhang.statement.Quantity;
import org.mingzhang.statement.Statement;

/**
 * Finds the part of a list whose number adds up with the others to the whole only in another unit:
 * 执行数76.93万元，其中：培训41.20万元，采购98300元，补助25.90元.
 */
final class UnitOfPartFinder {
  private static final String YUAN = "元";
  private static final String TEN_THOUSAND_YUAN = "万元";
  private static final BigDecimal FACTOR = new BigDecimal(10_000);

  private UnitOfPartFinder() {}

  /**
   * A part with a wrong unit.
   *
   * @param part the statement of the part
   * @param quantity its amount as printed
   * @param likelyUnit the unit in which the parts add up to the whole
   */
  record WrongUnit(Statement.Amount part, Quantity quantity, String likelyUnit) {}

  /**
   * The only part of which another unit makes the sum of the parts equal to the whole. Empty if the
   * parts add up as printed, if several parts could be it, or if an amount is missing.
   */
  static Optional<WrongUnit> find(Statement.ItemList list) {
    Quantity whole = list.whole() instanceof Statement.Amount amount ? moneyOf(amount) : null;
    if (whole == null || list.parts().size() < 2) {
      return Optional.empty();
    }
    BigDecimal difference = whole.value();
    for (Statement.Part part : list.parts()) {
      Quantity quantity =
          part.statement() instanceof Statement.Amount amount ? moneyOf(amount) : null;
      if (quantity == null) {
        return Optional.empty();
      }
      difference = difference.subtract(quantity.value());
    }
    if (difference.signum() == 0) {
      return Optional.empty();
    }
    List<WrongUnit> found = new ArrayList<>();
    for (Statement.Part part : list.parts()) {
      Statement.Amount amount = (Statement.Amount) part.statement();
      Quantity quantity = Objects.requireNonNull(moneyOf(amount));
      String other = otherUnit(quantity);
      if (!other.isEmpty()
          && inOtherUnit(quantity).compareTo(difference.add(quantity.value())) == 0) {
        found.add(new WrongUnit(amount, quantity, other));
      }
    }
    return found.size() == 1 ? Optional.of(found.getFirst()) : Optional.empty();
  }

  private static @Nullable Quantity moneyOf(Statement.Amount amount) {
    Quantity quantity = amount.operand().quantity();
    return quantity != null && quantity.measure() == Quantity.Measure.MONEY ? quantity : null;
  }

  /** The unit for which the printed one may stand; empty if there is none. */
  private static String otherUnit(Quantity quantity) {
    return !quantity.unitPrinted() || quantity.value().signum() <= 0
        ? ""
        : quantity.unit().equals(YUAN)
            ? TEN_THOUSAND_YUAN
            : quantity.unit().equals(TEN_THOUSAND_YUAN) ? YUAN : "";
  }

  private static BigDecimal inOtherUnit(Quantity quantity) {
    return quantity.unit().equals(YUAN)
        ? quantity.value().multiply(FACTOR)
        : quantity.value().divide(FACTOR);
  }
}
