package org.mingzhang.audit.identity;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.mingzhang.model.Perimeter;
import org.mingzhang.model.Stage;
import org.mingzhang.statement.Frame;
import org.mingzhang.statement.Operand;
import org.mingzhang.statement.Quantity;
import org.mingzhang.statement.SectionStatements;
import org.mingzhang.statement.Slot;
import org.mingzhang.statement.Span;
import org.mingzhang.statement.Statement;
import org.mingzhang.statement.Statement.Change;
import org.mingzhang.statement.Statement.Completion;
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

  /** Within a section an amount whose fund is not said may be of the fund that is asked for. */
  private final boolean ofOneSection;

  StatedAmounts(SectionStatements section) {
    add(section);
    this.ofOneSection = true;
  }

  StatedAmounts(List<SectionStatements> sections) {
    sections.forEach(this::add);
    this.ofOneSection = false;
  }

  private void add(SectionStatements section) {
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

  /** Whether every amount of an account as a whole is nought. */
  boolean isNought(String account) {
    List<Operand> found = amounts.getOrDefault(account, List.of());
    return !found.isEmpty()
        && found.stream()
            .allMatch(
                o ->
                    o.quantity() != null
                        && Objects.requireNonNull(o.quantity()).value().signum() == 0);
  }

  /** The amounts of these accounts. */
  List<Quantity> of(List<String> accounts) {
    return accounts.stream()
        .flatMap(a -> amounts.getOrDefault(a, List.of()).stream())
        .flatMap(o -> Stream.ofNullable(o.quantity()))
        .toList();
  }

  /** A share with the amount of its part, where the section states only one. */
  Share withPart(Share share) {
    Operand part = withAmount(share.part());
    return new Share(share.span(), part, share.whole(), share.rate());
  }

  /** A share with the amount of its whole; of the one amount of its account at any stage. */
  Share complete(Share share) {
    Operand whole = withAmount(share.whole());
    if (whole.quantity() == null) {
      whole = whole.withQuantity(amountOf(share.whole(), share.part()));
    }
    if (whole.quantity() == null) {
      Integer year = frame(whole).year();
      Operand anyStage = new Operand(whole.subject(), Slot.of(Frame.UNKNOWN.withYear(year)), null);
      whole = whole.withQuantity(withAmount(anyStage).quantity());
    }
    return new Share(share.span(), share.part(), whole, share.rate());
  }

  /**
   * The amount of a whole that a text states of several bodies or periods: that of the body and
   * period of a part, else null.
   */
  @Nullable Quantity amountOf(Operand whole, Operand part) {
    Quantity found = withAmount(whole).quantity();
    if (found != null) {
      return found;
    }
    Perimeter perimeter = perimeter(whole) == null ? perimeter(part) : perimeter(whole);
    String period = frame(part).period();
    for (Operand stated : ofAccount(whole)) {
      Quantity quantity = stated.quantity();
      if (quantity != null
          && perimeter(stated) == perimeter
          && Objects.equals(frame(stated).period(), period)
          && sameAccount(stated, whole)
          && sameTime(whole, stated)) {
        if (found != null && found.value().compareTo(quantity.value()) != 0) {
          return null;
        }
        found = quantity;
      }
    }
    return found;
  }

  private static @Nullable Perimeter perimeter(Operand operand) {
    return operand.subject().value().map(Subject::perimeter).orElse(null);
  }

  /**
   * A completion against the budget that it names.
   *
   * @param completion the completion
   * @param exact whether a budget of just the stage that it names is printed near it
   */
  record Planned(Completion completion, boolean exact) {}

  /**
   * A completion with the budget of the stage that it names, where one is printed near it; else the
   * one budget near it that does not say which it is.
   */
  Planned complete(Completion completion) {
    Operand against = completion.against();
    Stage stage = frame(against).stage();
    Quantity named = stage == null ? null : budgetNear(completion, stage);
    Quantity budget = named;
    if (budget == null) {
      budget =
          against.quantity() == null ? budgetNear(completion, Stage.BUDGET) : against.quantity();
    }
    return new Planned(
        new Completion(
            completion.span(), completion.of(), against.withQuantity(budget), completion.rate()),
        named != null);
  }

  private @Nullable Quantity budgetNear(Completion completion, Stage stage) {
    Quantity found = null;
    for (Operand stated : ofAccount(completion.against())) {
      Quantity quantity = stated.quantity();
      if (quantity != null
          && frame(stated).stage() == stage
          && isNear(quantity, completion.span())
          && sameAccount(stated, completion.against())) {
        found = quantity;
      }
    }
    return found;
  }

  private static boolean isNear(Quantity quantity, Span span) {
    int distance = span.start() - quantity.span().end();
    return quantity.span().section().equals(span.section())
        && distance >= -BESIDE
        && distance <= BESIDE
        && quantity.span().start() < span.end();
  }

  /**
   * A change with the amounts of its sides. Where the budget that a result is compared with stands
   * in place of the result, the result of the same sentence takes its place; a budget is no base of
   * what is compared with another year.
   */
  Change complete(Change change, StatedAmounts document) {
    Operand of = withAmount(change.of());
    of = of.quantity() == null ? document.ofWhole(of) : of;
    Operand later = ofYear(change, of, 1);
    if (later != null && change.against().frame().value().isEmpty()) {
      return with(change, later, of);
    }
    Operand against = withBase(change, of, withAmount(change.against()));
    Quantity now = of.quantity();
    Quantity before = against.quantity();
    boolean same = now != null && (before == null || now.span().equals(before.span()));
    Operand result = same && isBudget(of) ? resultBeside(change, of) : null;
    if (result == null) {
      return with(change, of, against);
    }
    Integer year = frame(against).year();
    if (year == null || year.equals(frame(of).year())) {
      return with(change, result, of);
    }
    return isBudget(against) ? with(change, of, against) : with(change, result, against);
  }

  private static Change with(Change change, Operand of, Operand against) {
    return new Change(
        change.span(), of, against, change.direction(), change.amount(), change.rate());
  }

  /** What a change without a base is counted from: its account's year before, or its budget. */
  private Operand withBase(Change change, Operand of, Operand against) {
    boolean open = against.quantity() == null && against.frame().value().isEmpty();
    Operand before = open ? ofYear(change, of, -1) : null;
    if (before == null && open && change.direction() == Statement.Direction.UNSAID) {
      before =
          only(change, of, stated -> isBudget(stated) && !isBudget(of) && sameYear(stated, of));
    }
    return before == null ? against : against.withQuantity(before.quantity());
  }

  private @Nullable Operand ofYear(Change change, Operand of, int offset) {
    Integer year = frame(of).year();
    // rates of several years in a row say less of which year each is than amounts do
    return year == null || change.amount() == null
        ? null
        : only(change, of, stated -> Objects.equals(frame(stated).year(), year + offset));
  }

  /** The one other amount of an account in the words before a change that is of a kind. */
  private @Nullable Operand only(Change change, Operand of, Predicate<Operand> kind) {
    Quantity now = of.quantity();
    Operand found = null;
    for (Operand stated : now == null ? List.<Operand>of() : ofAccount(of)) {
      Quantity quantity = stated.quantity();
      if (quantity != null
          && now != null
          && !quantity.span().equals(now.span())
          && isNear(quantity, change.span())
          && kind.test(stated)
          && sameAccount(stated, of)) {
        Quantity other = found == null ? null : found.quantity();
        if (other != null && other.value().compareTo(quantity.value()) != 0) {
          return null;
        }
        found = stated;
      }
    }
    return found;
  }

  private static boolean sameYear(Operand one, Operand other) {
    return Objects.equals(frame(one).year(), frame(other).year());
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

  /** An operand of a charted account as a whole, with its one amount in the document. */
  private Operand ofWhole(Operand named) {
    return named.subject().value().filter(s -> s.charted() && s.item() == null).isPresent()
        ? withAmount(named)
        : named;
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

  private boolean sameAccount(Operand one, Operand other) {
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
        && (subject.fund() == same.fund()
            || (ofOneSection && (subject.fund() == null || same.fund() == null)));
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
