package org.mingzhang.audit.identity;

import static org.mingzhang.audit.identity.AmountResolver.isShortlyBefore;
import static org.mingzhang.audit.identity.AmountResolver.mayHaveSamePeriod;
import static org.mingzhang.audit.identity.OperandValues.amountOf;
import static org.mingzhang.audit.identity.OperandValues.findUniqueValue;
import static org.mingzhang.audit.identity.OperandValues.isBudget;
import static org.mingzhang.audit.identity.OperandValues.spanOf;
import static org.mingzhang.audit.identity.OperandValues.stageAndTimeOf;

import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.mingzhang.model.Stage;
import org.mingzhang.statement.Operand;
import org.mingzhang.statement.Quantity;
import org.mingzhang.statement.StageAndTime;
import org.mingzhang.statement.Statement;
import org.mingzhang.statement.Statement.Change;
import org.mingzhang.statement.Subject;
import org.mingzhang.statement.phrase.BalanceDateReader;
import org.mingzhang.text.PatternTable;

/**
 * Finds the amounts before and after a change whose clause prints only the difference:
 * 支出96万元，比上年减少8万元. The amount of the year and that of its base are looked for in the section, then
 * in the document; a side with several values stays unknown.
 *
 * @param sectionAmounts amounts of the section of the change
 * @param documentAmounts amounts of the document
 * @param texts texts of the sections, for the words of a comparison
 */
record ChangeAmountResolver(
    AmountResolver sectionAmounts, AmountResolver documentAmounts, SectionTexts texts) {
  private static final PatternTable PATTERNS =
      PatternTable.readForPackageOf(ChangeAmountResolver.class);
  private static final Pattern OPENING_COMPARISON = PATTERNS.get("opening-comparison");

  /**
   * Completes a change by the amounts before and after it. If its current side is the budget that
   * it is compared with, the result stated close to it becomes the current side; a budget stays the
   * current side only if the base is a budget of another year. If its current side is the amount of
   * the base year, the amount of the next year becomes the current side:
   * 年末结余50万元，上年末结余60万元，与上年相比减少10万元.
   */
  Change complete(Change change) {
    Operand operand = sectionAmounts.withOnlyStatedAmount(change.operand());
    operand =
        operand.quantity() == null
            ? documentAmounts.withOnlyAmountOfChartAccount(operand)
            : operand;
    Operand later = findAmountOfYear(change, operand, 1);
    boolean isOfBase =
        change.base().stageAndTime().uniqueValue().isEmpty()
            || (!isBudget(operand)
                && !isBudget(change.base())
                && haveSameYear(change.base(), operand));
    if (later != null && isOfBase) {
      return withOperandAndBase(change, later, operand);
    }
    Operand stated = withOpeningBalance(change, sectionAmounts.withOnlyStatedAmount(change.base()));
    boolean repeated = hasNoTime(change.base()) && haveSameValue(stated, operand);
    Operand base = completeBase(change, operand, repeated ? change.base() : stated);
    Quantity now = operand.quantity();
    Quantity before = base.quantity();
    boolean same = now != null && (before == null || now.span().equals(before.span()));
    Operand result = same && isBudget(operand) ? findResultOfBudget(change, operand) : null;
    if (result == null) {
      return withOperandAndBase(change, operand, base);
    }
    if (stageAndTimeOf(base).year() == null || haveSameYear(base, operand)) {
      return withOperandAndBase(change, result, operand);
    }
    return withOperandAndBase(change, isBudget(base) ? operand : result, base);
  }

  /**
   * Completes a base that is the closing balance of the year before, with which 比年初 compares, by
   * the only opening balance of the year that the section or, if it states none, the document
   * states. Other bases are returned unchanged.
   */
  private Operand withOpeningBalance(Change change, Operand base) {
    Subject subject = base.subject().uniqueValue().orElse(null);
    Integer year = stageAndTimeOf(base).year();
    String account = subject == null ? null : BalanceDateReader.findOpeningAccount(subject);
    if (subject == null
        || account == null
        || year == null
        || base.quantity() != null
        || isBudget(base)
        || !OPENING_COMPARISON.matcher(texts.toLocation(change.span()).quote()).find()) {
      return base;
    }
    StageAndTime time = stageAndTimeOf(base).withYear(year + 1);
    Operand opening =
        Operand.of(
            subject.withAccountAndItem(account, subject.isInChart(), subject.item()), time, null);
    AmountResolver amounts =
        sectionAmounts.statedAmounts().findAmounts(opening, o -> true).isEmpty()
            ? documentAmounts
            : sectionAmounts;
    Operand stated =
        findUniqueValue(
            amounts
                .statedAmounts()
                .findAmounts(
                    opening, o -> stageAndTimeOf(o).equals(time) && haveSameFund(o, opening)));
    return stated == null ? base : base.withQuantity(stated.quantity());
  }

  private static boolean haveSameFund(Operand one, Operand other) {
    return one.subject()
        .uniqueValue()
        .map(Subject::fund)
        .equals(other.subject().uniqueValue().map(Subject::fund));
  }

  /** Whether two operands have the same amount, which is then one amount printed twice. */
  private static boolean haveSameValue(Operand one, Operand other) {
    return one.quantity() != null
        && other.quantity() != null
        && amountOf(one).compareTo(amountOf(other)) == 0;
  }

  private static Change withOperandAndBase(Change change, Operand operand, Operand base) {
    return new Change(
        change.span(), operand, base, change.direction(), change.amount(), change.rate());
  }

  /**
   * Adds an amount to a base that has none. A base without a time gets the amount of the year
   * before, unless the operand is a budget whose result the section states, since the change is
   * then between budget and result. Otherwise the base gets the only budget of the same year,
   * initial or not, if it is a budget itself (决算数小于预算数3万元), or if it has no time and the words of
   * the change state no direction.
   */
  private Operand completeBase(Change change, Operand operand, Operand base) {
    boolean open = base.quantity() == null && base.stageAndTime().uniqueValue().isEmpty();
    boolean besideResult = isBudget(operand) && !findResultsOfYear(operand).isEmpty();
    Operand before = open && !besideResult ? findAmountOfYear(change, operand, -1) : null;
    boolean ofBudget =
        open
            ? change.direction() == Statement.Direction.UNSPECIFIED
            : base.quantity() == null
                && stageAndTimeOf(base).stage() == Stage.BUDGET
                && haveSameYear(base, operand);
    if (before == null && ofBudget) {
      before =
          findOnlyNearbyAmount(
              change, operand, o -> isBudget(o) && !isBudget(operand) && haveSameYear(o, operand));
    }
    return before == null ? base : base.withQuantity(before.quantity());
  }

  private @Nullable Operand findAmountOfYear(Change change, Operand operand, int offset) {
    Integer year = stageAndTimeOf(operand).year();
    // Where a text states the amounts of consecutive years, a rate alone (增长5%) does not tell
    // whether the other side is the amount of the year before or after.
    return year == null || change.amount() == null
        ? null
        : findOnlyNearbyAmount(
            change,
            operand,
            stated -> Objects.equals(stageAndTimeOf(stated).year(), year + offset));
  }

  /**
   * The only other amount of the account shortly before a change that satisfies a condition; null
   * if there is none or if there are several with different values.
   */
  private @Nullable Operand findOnlyNearbyAmount(
      Change change, Operand operand, Predicate<Operand> kind) {
    return operand.quantity() == null
        ? null
        : findUniqueValue(
            sectionAmounts
                .statedAmounts()
                .findAmounts(
                    operand,
                    o ->
                        !spanOf(o).equals(spanOf(operand))
                            && mayHaveSamePeriod(o, operand)
                            && isShortlyBefore(spanOf(o), change.span())
                            && kind.test(o)));
  }

  /** The results that the section states for the account and year of a budget, in order. */
  private List<Operand> findResultsOfYear(Operand budget) {
    return sectionAmounts
        .statedAmounts()
        .findAmounts(
            budget,
            o -> !isBudget(o) && stageAndTimeOf(o).stage() != null && haveSameYear(o, budget));
  }

  /**
   * The last result of the account and year of a budget that begins less than {@link
   * AmountResolver#MAX_DISTANCE_TO_BUDGET} characters from the start of a change; null if there is
   * none.
   */
  private @Nullable Operand findResultOfBudget(Change change, Operand budget) {
    return findResultsOfYear(budget).stream()
        .filter(
            o ->
                spanOf(o).start() <= change.span().end()
                    && Math.abs(spanOf(o).start() - change.span().start())
                        < AmountResolver.MAX_DISTANCE_TO_BUDGET)
        .reduce((first, last) -> last)
        .orElse(null);
  }

  private static boolean haveSameYear(Operand one, Operand other) {
    return Objects.equals(stageAndTimeOf(one).year(), stageAndTimeOf(other).year());
  }

  private static boolean hasNoTime(Operand operand) {
    return stageAndTimeOf(operand).year() == null && stageAndTimeOf(operand).stage() == null;
  }
}
