package org.mingzhang.statement.phrase;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.mingzhang.model.Fund;
import org.mingzhang.model.Perimeter;
import org.mingzhang.model.Stage;
import org.mingzhang.statement.Subject;
import org.mingzhang.statement.token.BudgetStages;

/**
 * The words before a number, with the subjects, stage, time, fund and perimeter that they state.
 *
 * @param subjects the subjects named; empty if the phrase names nothing, several in a coordination
 * @param flow 收入 or 支出 if the phrase says only that word, {@link #BOTH_FLOWS} if it says both;
 *     otherwise empty
 * @param stage stage that the phrase states, or null
 * @param years years that the phrase states, those counted from the reference year included; empty
 *     if none
 * @param period part of a year, or null
 * @param basis basis of comparison in the wording of the lexicon, such as 同口径, or null
 * @param fund fund that words outside the name state, or null; the last one of several
 * @param funds the funds that the phrase names instead of an account, in order, if 分别 or 均 follows;
 *     otherwise empty
 * @param perimeter perimeter that words outside the name state, or null
 * @param perimeterWords the words for the perimeter, 全市 or 县级, or null
 * @param isPerHead whether it says 生均 or 人均
 * @param hasRelativeYear whether its year is counted from the reference year: 上年
 * @param isUnreadable whether it contains words that are too long to be a name
 * @param followsSkippedName whether another name of the chart precedes it, at the end of its line
 *     and without an amount
 */
public record AmountPhrase(
    List<Subject> subjects,
    String flow,
    @Nullable Stage stage,
    List<Integer> years,
    @Nullable String period,
    @Nullable String basis,
    @Nullable Fund fund,
    List<Fund> funds,
    @Nullable Perimeter perimeter,
    @Nullable String perimeterWords,
    boolean isPerHead,
    boolean hasRelativeYear,
    boolean isUnreadable,
    boolean followsSkippedName) {

  /** Value of {@link #flow} if the phrase says both 收入 and 支出 and nothing else: 收、支各增加. */
  public static final String BOTH_FLOWS = "收支";

  /** The phrase of a clause whose words state no attribute of an amount. */
  public static final AmountPhrase EMPTY =
      new AmountPhrase(
          List.of(), "", null, List.of(), null, null, null, List.of(), null, null, false, false,
          false, false);

  /** Makes an immutable copy of the lists. */
  public AmountPhrase {
    subjects = List.copyOf(subjects);
    years = List.copyOf(years);
    funds = List.copyOf(funds);
  }

  /** A copy with other subjects. */
  public AmountPhrase withSubjects(List<Subject> other) {
    return copy(other, flow, stage, years, fund, hasRelativeYear);
  }

  /** A copy at another stage. */
  public AmountPhrase withStage(Stage other) {
    return copy(subjects, flow, other, years, fund, hasRelativeYear);
  }

  /** A copy with other years. */
  public AmountPhrase withYears(List<Integer> other) {
    return copy(subjects, flow, stage, other, fund, hasRelativeYear);
  }

  /** A copy with years that are counted from the reference year: 上年, 同比. */
  public AmountPhrase withRelativeYears(List<Integer> other) {
    return copy(subjects, flow, stage, other, fund, true);
  }

  /** A copy on another basis. */
  public AmountPhrase withBasis(@Nullable String other) {
    return new AmountPhrase(
        subjects,
        flow,
        stage,
        years,
        period,
        other,
        fund,
        funds,
        perimeter,
        perimeterWords,
        isPerHead,
        hasRelativeYear,
        isUnreadable,
        followsSkippedName);
  }

  /** A copy with another fund. */
  public AmountPhrase withFund(Fund other) {
    return copy(subjects, flow, stage, years, other, hasRelativeYear);
  }

  /** A copy that states an amount per head. */
  public AmountPhrase withPerHead() {
    return new AmountPhrase(
        subjects,
        flow,
        stage,
        years,
        period,
        basis,
        fund,
        funds,
        perimeter,
        perimeterWords,
        true,
        hasRelativeYear,
        isUnreadable,
        followsSkippedName);
  }

  /**
   * A copy with the subjects of a name printed after the amount, and with the stage and fund of
   * that name if this phrase has none.
   */
  public AmountPhrase withNameAfterAmount(AmountPhrase named) {
    return named.subjects().isEmpty()
        ? this
        : copy(
            named.subjects(),
            "",
            stage == null ? named.stage() : stage,
            years,
            fund == null ? named.fund() : fund,
            hasRelativeYear);
  }

  private AmountPhrase copy(
      List<Subject> ofSubjects,
      String inFlow,
      @Nullable Stage atStage,
      List<Integer> ofYears,
      @Nullable Fund ofFund,
      boolean hasRelativeYears) {
    return new AmountPhrase(
        ofSubjects,
        inFlow,
        atStage,
        ofYears,
        period,
        basis,
        ofFund,
        funds,
        perimeter,
        perimeterWords,
        isPerHead,
        hasRelativeYears,
        isUnreadable,
        followsSkippedName);
  }

  /** Whether the phrase states a stage that is a budget. */
  public boolean isAtBudgetStage() {
    return BudgetStages.isBudget(stage);
  }

  /** Whether it states one year only, which is earlier than another year. */
  public boolean isOfYearBefore(int other) {
    return years.size() == 1 && years.getFirst() < other;
  }

  /**
   * Whether it states execution or a result and no year, so that its amount is one of the reference
   * year.
   */
  public boolean isResultWithoutYear() {
    return years.isEmpty() && (stage == Stage.EXECUTION || stage == Stage.RESULT);
  }
}
