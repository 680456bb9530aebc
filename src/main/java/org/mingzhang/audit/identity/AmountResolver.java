package org.mingzhang.audit.identity;

import java.math.BigDecimal;
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
import org.mingzhang.statement.CandidateValues;
import org.mingzhang.statement.Operand;
import org.mingzhang.statement.Quantity;
import org.mingzhang.statement.SectionStatements;
import org.mingzhang.statement.Span;
import org.mingzhang.statement.StageAndTime;
import org.mingzhang.statement.Statement;
import org.mingzhang.statement.Statement.Completion;
import org.mingzhang.statement.Statement.Share;
import org.mingzhang.statement.Subject;

/**
 * Finds the amounts of operands that statements name without an amount: 占本年支出48.0% after
 * 本年支出合计1,904.27万元. An operand for which the text states no amount, or different ones, is left
 * unchanged.
 */
final class AmountResolver {
  /**
   * Maximum number of amounts of one account that are tried as an operand; if there are more, none
   * is chosen.
   */
  private static final int MAX_TRIED_AMOUNTS = 40;

  /**
   * Maximum number of characters between a statement and an amount that it may refer to without
   * printing it.
   */
  static final int MAX_DISTANCE_TO_BUDGET = 60;

  private final Map<String, List<Operand>> amountsByAccount = new HashMap<>();

  /**
   * Whether all amounts are from one section; an amount without a fund may then belong to any fund.
   */
  private final boolean isOfOneSection;

  AmountResolver(SectionStatements section) {
    collectAmounts(section);
    this.isOfOneSection = true;
  }

  AmountResolver(List<SectionStatements> sections) {
    sections.forEach(this::collectAmounts);
    this.isOfOneSection = false;
  }

  /** Collects the amounts of a section by the names of their accounts. */
  private void collectAmounts(SectionStatements section) {
    for (Statement statement : section.statements()) {
      Operand stated =
          switch (statement) {
            case Statement.Amount amount -> amount.operand();
            case Statement.PerHead perHead -> perHead.operand();
            default -> Operand.UNKNOWN;
          };
      stated
          .subject()
          .uniqueValue()
          .ifPresent(
              s ->
                  amountsByAccount
                      .computeIfAbsent(s.account(), a -> new ArrayList<>())
                      .add(stated));
    }
  }

  /**
   * The amounts with the account, item and body of an operand, and with a compatible perimeter and
   * fund, that satisfy a condition; empty if the account has more than {@link #MAX_TRIED_AMOUNTS}.
   */
  List<Operand> findAmounts(Operand operand, Predicate<Operand> kind) {
    List<Operand> found =
        operand
            .subject()
            .uniqueValue()
            .map(s -> amountsByAccount.getOrDefault(s.account(), List.of()))
            .orElse(List.of());
    return found.size() > MAX_TRIED_AMOUNTS
        ? List.of()
        : found.stream()
            .filter(o -> o.quantity() != null && haveCompatibleSubjects(o, operand) && kind.test(o))
            .toList();
  }

  /** The last of some amounts if all have the same value; null if they differ or there are none. */
  static @Nullable Operand findUniqueValue(List<Operand> amounts) {
    boolean one =
        amounts.stream().map(o -> amountOf(o).stripTrailingZeros()).distinct().count() == 1;
    return one ? amounts.getLast() : null;
  }

  /**
   * The first of some quantities if all have the same value; null if they differ or there are none.
   */
  static @Nullable Quantity findUniqueQuantity(List<Quantity> quantities) {
    boolean one =
        quantities.stream().map(q -> q.value().stripTrailingZeros()).distinct().count() == 1;
    return one ? quantities.getFirst() : null;
  }

  /** The value of an operand, which must have an amount. */
  static BigDecimal amountOf(Operand printed) {
    return Objects.requireNonNull(printed.quantity()).value();
  }

  /** The span of the amount of an operand, which must have one. */
  static Span spanOf(Operand printed) {
    return Objects.requireNonNull(printed.quantity()).span();
  }

  /** Whether amounts of an account are stated and all of them are zero. */
  boolean isZeroAccount(String account) {
    List<Operand> found = amountsByAccount.getOrDefault(account, List.of());
    return !found.isEmpty()
        && found.stream().allMatch(o -> o.quantity() != null && amountOf(o).signum() == 0);
  }

  /** All amounts whose subject is decided. */
  List<Quantity> amounts() {
    return amountsByAccount.values().stream()
        .flatMap(List::stream)
        .flatMap(o -> Stream.ofNullable(o.quantity()))
        .toList();
  }

  List<Quantity> amountsOfAccounts(List<String> accounts) {
    return accounts.stream()
        .flatMap(a -> amountsByAccount.getOrDefault(a, List.of()).stream())
        .flatMap(o -> Stream.ofNullable(o.quantity()))
        .toList();
  }

  /** Completes a share by the amount of its part, if the section states exactly one. */
  Share withAmountOfPart(Share share) {
    Operand part = withOnlyStatedAmount(share.part());
    return new Share(share.span(), part, share.whole(), share.rate());
  }

  /**
   * Completes a share by the amount of its whole or, if there is none, by the only amount of the
   * whole's account at any stage, except by a budget if the whole is money spent.
   */
  Share complete(Share share) {
    Operand whole = withOnlyStatedAmount(share.whole());
    if (whole.quantity() == null) {
      whole = whole.withQuantity(findWholeAmount(share.whole(), share.part()));
    }
    if (whole.quantity() == null) {
      StageAndTime time = stageAndTimeOf(whole);
      Operand anyStage =
          new Operand(
              whole.subject(),
              CandidateValues.of(StageAndTime.UNKNOWN.withYear(time.year())),
              null);
      Operand stated =
          findUniqueValue(
              findAmounts(
                  anyStage, o -> haveSameTime(anyStage, o) && !isBudgetOfExecution(time, o)));
      whole = stated == null ? whole : whole.withQuantity(stated.quantity());
    }
    return new Share(share.span(), share.part(), whole, share.rate());
  }

  /** Whether an amount is a budget although the stage of the whole is that of money spent. */
  private static boolean isBudgetOfExecution(StageAndTime spent, Operand stated) {
    return ChangeAmountResolver.isBudget(stated)
        && (spent.stage() == Stage.EXECUTION || spent.stage() == Stage.RESULT);
  }

  /**
   * The amount of a whole; if the text states several for different bodies or periods, the one for
   * the body and period of the part; null if there is none.
   */
  @Nullable Quantity findWholeAmount(Operand whole, Operand part) {
    Quantity found = withOnlyStatedAmount(whole).quantity();
    if (found != null) {
      return found;
    }
    Perimeter perimeter = perimeterOf(whole) == null ? perimeterOf(part) : perimeterOf(whole);
    String period = stageAndTimeOf(part).period();
    Operand stated =
        findUniqueValue(
            findAmounts(
                whole,
                o ->
                    perimeterOf(o) == perimeter
                        && Objects.equals(stageAndTimeOf(o).period(), period)
                        && haveSameTime(whole, o)));
    return stated == null ? null : stated.quantity();
  }

  private static @Nullable Perimeter perimeterOf(Operand operand) {
    return operand.subject().uniqueValue().map(Subject::perimeter).orElse(null);
  }

  /**
   * A completion rate with the budget that it refers to.
   *
   * @param budgetOfNamedStage whether a budget of the stage that it names is printed near it
   */
  record CompletionWithBudget(Completion completion, boolean budgetOfNamedStage) {}

  /**
   * Completes a completion rate by the nearby budget of the stage and year that it names or, if
   * there is none, by its own base; if it has neither, by the last nearby amount of stage {@code
   * BUDGET}. The result, if the sentence does not print it, is the only one of the section, unless
   * an initial budget is stated, to which the rate need not refer. A completion rate without a
   * known subject of its base is returned unchanged.
   */
  CompletionWithBudget complete(Completion completion) {
    Operand base = completion.base();
    if (base.subject().equals(CandidateValues.unknown())) {
      return new CompletionWithBudget(completion, false);
    }
    Stage stage = stageAndTimeOf(base).stage();
    Quantity named = stage == null ? null : findNearestBudget(completion, stage);
    Quantity budget = named;
    if (budget == null) {
      budget =
          base.quantity() == null ? findNearestBudget(completion, Stage.BUDGET) : base.quantity();
    }
    Operand result = completion.operand();
    boolean initial =
        !findAmounts(result, o -> stageAndTimeOf(o).stage() == Stage.INITIAL_BUDGET).isEmpty();
    return new CompletionWithBudget(
        new Completion(
            completion.span(),
            initial ? result : withOnlyStatedAmount(result),
            base.withQuantity(budget),
            completion.rate()),
        named != null);
  }

  private @Nullable Quantity findNearestBudget(Completion completion, Stage stage) {
    List<Operand> near =
        findAmounts(
            completion.base(),
            o ->
                stageAndTimeOf(o).stage() == stage
                    && mayHaveSameYear(completion.base(), o)
                    && isShortlyBefore(spanOf(o), completion.span()));
    return near.isEmpty() ? null : near.getLast().quantity();
  }

  /**
   * Whether an amount begins before the end of a span of the same section and ends within {@link
   * #MAX_DISTANCE_TO_BUDGET} characters of its start.
   */
  static boolean isShortlyBefore(Span amount, Span span) {
    return amount.section().equals(span.section())
        && Math.abs(span.start() - amount.end()) <= MAX_DISTANCE_TO_BUDGET
        && amount.start() < span.end();
  }

  /**
   * Completes an operand as {@link #withOnlyStatedAmount} does, but only if its account is in the
   * chart and it names no item; other operands are returned unchanged.
   */
  Operand withOnlyAmountOfChartAccount(Operand named) {
    return named.subject().uniqueValue().filter(s -> s.charted() && s.item() == null).isPresent()
        ? withOnlyStatedAmount(named)
        : named;
  }

  /**
   * Completes an operand without an amount by the only amount that is stated for its account, year,
   * stage and period; other operands are returned unchanged.
   */
  Operand withOnlyStatedAmount(Operand named) {
    if (named.quantity() != null || named.subject().uniqueValue().isEmpty()) {
      return named;
    }
    Operand stated = findUniqueValue(findAmounts(named, o -> haveSameTime(named, o)));
    return stated == null ? named : named.withQuantity(stated.quantity());
  }

  private boolean haveCompatibleSubjects(Operand one, Operand other) {
    Subject subject = one.subject().uniqueValue().orElse(null);
    Subject same = other.subject().uniqueValue().orElse(null);
    return subject != null
        && same != null
        && subject.account().equals(same.account())
        && Objects.equals(subject.item(), same.item())
        && Objects.equals(subject.entity(), same.entity())
        && (subject.perimeter() == same.perimeter()
            || ((subject.perimeter() == null || same.perimeter() == null)
                && !statesSeveralPerimeters(subject)))
        && (subject.fund() == same.fund()
            || (isOfOneSection && (subject.fund() == null || same.fund() == null)));
  }

  /**
   * Whether the text states different amounts of an account for one time, some with a perimeter and
   * some without. An amount without a perimeter then does not stand for every perimeter:
   * 一般公共预算收入102亿元，其中区本级一般公共预算收入72亿元.
   */
  private boolean statesSeveralPerimeters(Subject subject) {
    List<Operand> stated =
        amountsByAccount.getOrDefault(subject.account(), List.of()).stream()
            .filter(o -> o.quantity() != null)
            .limit(MAX_TRIED_AMOUNTS)
            .toList();
    return stated.stream()
        .filter(o -> perimeterOf(o) == null && hasItemOf(o, subject))
        .anyMatch(
            o ->
                stated.stream()
                    .filter(p -> perimeterOf(p) != null && hasItemOf(p, subject))
                    .anyMatch(
                        p ->
                            stageAndTimeOf(o).equals(stageAndTimeOf(p))
                                && amountOf(o).compareTo(amountOf(p)) != 0));
  }

  private static boolean hasItemOf(Operand operand, Subject subject) {
    return operand.subject().uniqueValue().stream()
        .anyMatch(s -> Objects.equals(s.item(), subject.item()));
  }

  private static boolean haveSameTime(Operand named, Operand stated) {
    StageAndTime one = stageAndTimeOf(named);
    StageAndTime other = stageAndTimeOf(stated);
    return (one.year() == null || Objects.equals(one.year(), other.year()))
        && (one.stage() == null || one.stage() == other.stage())
        && mayHaveSamePeriod(named, stated);
  }

  private static boolean mayHaveSameYear(Operand one, Operand other) {
    Integer year = stageAndTimeOf(one).year();
    Integer same = stageAndTimeOf(other).year();
    return year == null || same == null || year.equals(same);
  }

  /** Whether two amounts may be of one period: those of 9月 and 1-9月 are not. */
  static boolean mayHaveSamePeriod(Operand one, Operand other) {
    String period = stageAndTimeOf(one).period();
    String same = stageAndTimeOf(other).period();
    return period == null || same == null || period.equals(same);
  }

  static StageAndTime stageAndTimeOf(Operand operand) {
    return operand.stageAndTime().uniqueValue().orElse(StageAndTime.UNKNOWN);
  }
}
