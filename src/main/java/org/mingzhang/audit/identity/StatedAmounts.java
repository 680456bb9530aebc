package org.mingzhang.audit.identity;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.mingzhang.model.Stage;
import org.mingzhang.statement.Frame;
import org.mingzhang.statement.Operand;
import org.mingzhang.statement.Quantity;
import org.mingzhang.statement.SectionStatements;
import org.mingzhang.statement.Statement;
import org.mingzhang.statement.Statement.Change;
import org.mingzhang.statement.Statement.Share;
import org.mingzhang.statement.Subject;

/**
 * The amounts that a section states, for operands that its statements name without an amount: 占本年支出
 * 48.0% behind 本年支出合计1,904.27万元. Where a section states several values, or none, the operand stays
 * without one.
 */
final class StatedAmounts {
  /** Amounts of one account among which an operand is looked for; more say nothing certain. */
  private static final int MOST_TRIED = 40;

  /** Characters between a result and the words that compare it with its budget. */
  private static final int BESIDE = 60;

  private final Map<String, List<Operand>> amounts = new HashMap<>();

  StatedAmounts(SectionStatements section) {
    for (Statement statement : section.statements()) {
      switch (statement) {
        case Statement.Amount amount -> add(amount.of());
        case Statement.PerHead perHead -> add(perHead.of());
        default -> {}
      }
    }
  }

  private void add(Operand stated) {
    stated
        .subject()
        .value()
        .ifPresent(s -> amounts.computeIfAbsent(s.account(), a -> new ArrayList<>()).add(stated));
  }

  /** The amounts of the account of an operand; none where there are too many. */
  private List<Operand> ofAccount(Operand operand) {
    List<Operand> found =
        operand
            .subject()
            .value()
            .map(s -> amounts.getOrDefault(s.account(), List.of()))
            .orElse(List.of());
    return found.size() > MOST_TRIED ? List.of() : found;
  }

  /** A share with the amount of its whole. */
  Share complete(Share share) {
    return new Share(share.span(), share.part(), withAmount(share.whole()), share.rate());
  }

  /**
   * A change with the amounts of its sides. Where the budget that a result is compared with stands
   * in place of the result, the result of the same sentence takes its place.
   */
  Change complete(Change change) {
    Operand of = withAmount(change.of());
    Operand against = withAmount(change.against());
    Quantity now = of.quantity();
    Quantity before = against.quantity();
    boolean same = now != null && (before == null || now.span().equals(before.span()));
    Operand result = same && isBudget(of) ? resultBeside(change, of) : null;
    return result == null
        ? new Change(change.span(), of, against, change.direction(), change.amount(), change.rate())
        : new Change(change.span(), result, of, change.direction(), change.amount(), change.rate());
  }

  private static boolean isBudget(Operand operand) {
    Stage stage = frame(operand).stage();
    return stage == Stage.BUDGET || stage == Stage.INITIAL_BUDGET;
  }

  /**
   * The amount of the same account and year at a later stage that stands nearest before a change.
   */
  private @Nullable Operand resultBeside(Change change, Operand budget) {
    Operand nearest = null;
    for (Operand stated : ofAccount(budget)) {
      Quantity quantity = stated.quantity();
      boolean beside =
          quantity != null
              && quantity.span().start() <= change.span().end()
              && Math.abs(quantity.span().start() - change.span().start()) < BESIDE;
      if (beside
          && !isBudget(stated)
          && frame(stated).stage() != null
          && Objects.equals(frame(stated).year(), frame(budget).year())
          && sameAccount(stated, budget)) {
        nearest = stated;
      }
    }
    return nearest;
  }

  private Operand withAmount(Operand named) {
    if (named.quantity() != null || named.subject().value().isEmpty()) {
      return named;
    }
    Quantity found = null;
    for (Operand stated : ofAccount(named)) {
      Quantity quantity = stated.quantity();
      if (quantity != null && sameAccount(stated, named) && sameTime(named, stated)) {
        if (found != null && found.value().compareTo(quantity.value()) != 0) {
          return named;
        }
        found = quantity;
      }
    }
    return named.withQuantity(found);
  }

  private static boolean sameAccount(Operand one, Operand other) {
    Subject subject = one.subject().value().orElse(null);
    Subject same = other.subject().value().orElse(null);
    return subject != null
        && same != null
        && subject.account().equals(same.account())
        && Objects.equals(subject.item(), same.item())
        && Objects.equals(subject.entity(), same.entity())
        && (subject.perimeter() == null
            || same.perimeter() == null
            || subject.perimeter() == same.perimeter())
        && (subject.fund() == null || same.fund() == null || subject.fund() == same.fund());
  }

  private static boolean sameTime(Operand named, Operand stated) {
    Frame one = frame(named);
    Frame other = frame(stated);
    return (one.year() == null || Objects.equals(one.year(), other.year()))
        && (one.stage() == null || one.stage() == other.stage());
  }

  private static Frame frame(Operand operand) {
    return operand.frame().value().orElse(Frame.UNKNOWN);
  }
}
