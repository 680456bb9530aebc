package org.mingzhang.audit.identity;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.mingzhang.statement.Frame;
import org.mingzhang.statement.Operand;
import org.mingzhang.statement.Quantity;
import org.mingzhang.statement.SectionStatements;
import org.mingzhang.statement.Statement;
import org.mingzhang.statement.Subject;

/**
 * The amounts that a section states for the wholes that its shares name without an amount: 占本年支出
 * 48.0% behind 本年支出合计1,904.27万元. Where a section states several values for a whole, or none,
 * nothing is known.
 */
final class StatedWholes {
  private final Map<String, List<Operand>> amounts = new HashMap<>();

  StatedWholes(SectionStatements section) {
    for (Statement statement : section.statements()) {
      if (statement instanceof Statement.Amount amount) {
        Subject subject = amount.of().subject().value().orElse(null);
        if (subject != null && subject.item() == null) {
          amounts.computeIfAbsent(subject.account(), a -> new ArrayList<>()).add(amount.of());
        }
      }
    }
  }

  /** The whole with its amount, if the section states one; otherwise the whole as it is. */
  Operand withAmount(Operand whole) {
    Subject subject = whole.subject().value().orElse(null);
    if (whole.quantity() != null || subject == null || subject.item() != null) {
      return whole;
    }
    @Nullable Quantity found = null;
    for (Operand stated : amounts.getOrDefault(subject.account(), List.of())) {
      Quantity quantity = stated.quantity();
      if (quantity != null && sameMoney(subject, stated) && sameTime(whole, stated)) {
        if (found != null && found.value().compareTo(quantity.value()) != 0) {
          return whole;
        }
        found = quantity;
      }
    }
    return whole.withQuantity(found);
  }

  private static boolean sameMoney(Subject subject, Operand stated) {
    Subject other = stated.subject().value().orElseThrow();
    return subject.sameAs(other)
        && (subject.fund() == null || other.fund() == null || subject.fund() == other.fund());
  }

  private static boolean sameTime(Operand whole, Operand stated) {
    Frame one = whole.frame().value().orElse(Frame.UNKNOWN);
    Frame other = stated.frame().value().orElse(Frame.UNKNOWN);
    return (one.year() == null || Objects.equals(one.year(), other.year()))
        && (one.stage() == null || one.stage() == other.stage());
  }
}
