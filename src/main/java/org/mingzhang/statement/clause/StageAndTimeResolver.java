package org.mingzhang.statement.clause;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.mingzhang.account.ChartOfAccounts;
import org.mingzhang.model.Stage;
import org.mingzhang.statement.Operand;
import org.mingzhang.statement.StageAndTime;
import org.mingzhang.statement.Statement;
import org.mingzhang.statement.Subject;
import org.mingzhang.statement.phrase.AccountRelations;
import org.mingzhang.statement.phrase.AmountPhrase;
import org.mingzhang.statement.phrase.BalanceDateReader;
import org.mingzhang.statement.token.BudgetStages;

/**
 * Determines stage and time of an amount from, in this order: its phrase, the sentence, the whole
 * of which it is a part, the titles.
 */
public final class StageAndTimeResolver {
  private final DiscourseState discourse;

  StageAndTimeResolver(DiscourseState discourse) {
    this.discourse = discourse;
  }

  /**
   * Determines the stage and time of an amount.
   *
   * @param year year that 分别 assigns to the amount, or null
   */
  StageAndTime resolve(AmountPhrase phrase, @Nullable Integer year) {
    StageAndTime inherited = discourse.context.stageAndTime();
    OpenList scope = discourse.lists().innermostList();
    ListWhole last = discourse.lastListWhole;
    StageAndTime whole =
        scope == null && last != null && last.includesAccountOf(phrase, discourse.context)
            ? last.stageAndTime()
            : scope == null || (scope.inBrackets && !DiscourseState.namesSubject(phrase))
                ? null
                : scope.stageAndTimeOfWhole(inherited.stage());
    Stage stage = phrase.stage();
    if (stage == null && year != null) {
      stage = discourse.stagesOfListedYears.get(year);
    }
    if (stage == null && year == null) {
      stage = budgetStageOfCounterpart(phrase);
    }
    boolean sharesStage = stage != null && phrase.stage() == null;
    if (stage == null) {
      stage =
          discourse.sentence.stage != null
              ? discourse.sentence.stage
              : whole != null && whole.stage() != null && mayBePart(phrase, scope)
                  ? whole.stage()
                  : inherited.stage();
    } else if (stage == Stage.EXECUTION && inherited.stage() == Stage.RESULT) {
      stage = Stage.RESULT;
    } else if (stage == Stage.BUDGET
        && (discourse.context.textEvaluatesProjects() || discourse.context.textEvaluatesWhole())
        && whole != null
        && BudgetStages.isBudget(whole.stage())
        && mayBePart(phrase, scope)) {
      stage = whole.stage(); // the initial or adjusted budget is more exact
    }
    Integer statedYear =
        year != null ? year : phrase.years().size() == 1 ? phrase.years().getFirst() : null;
    Integer carriedYear =
        discourse.sentence.year != null
            ? discourse.sentence.year
            : discourse.sentence.openingYear != null && !DiscourseState.namesSubject(phrase)
                ? discourse.sentence.openingYear
                : whole != null && whole.year() != null ? whole.year() : inherited.year();
    String period = phrase.period();
    if (period == null && !phrase.isAtBudgetStage() && phrase.stage() != Stage.RESULT) {
      period =
          discourse.sentence.period() != null
              ? discourse.sentence.period()
              : statedYear == null && isYearOfReport(discourse.sentence.year)
                  ? inherited.period()
                  : null;
    }
    period = StageAndTime.WHOLE_YEAR.equals(period) ? null : period;
    Integer effectiveYear =
        statedYear != null
            ? statedYear
            : yearOfEarlierBudget(phrase, inherited).orElse(carriedYear);
    boolean stageStated =
        phrase.stage() != null
            || sharesStage
            || discourse.sentence.stage != null
            || (whole != null && whole.stage() != null && mayBePart(phrase, scope));
    return new StageAndTime(
        stageStated
            ? stage
            : isPropertyOfEarlierYear(phrase, effectiveYear, inherited)
                ? Stage.RESULT
                : namesPartOfYear(phrase) && BudgetStages.isBudget(stage)
                    ? Stage.EXECUTION
                    : stageOfYear(stage, effectiveYear, period, inherited),
        effectiveYear,
        period,
        phrase.basis());
  }

  /**
   * In a document on a budget: the year of the earlier budget that the clause before states, if the
   * phrase is the spending from that budget: 上年预算90万元，执行88万元.
   */
  private Optional<Integer> yearOfEarlierBudget(AmountPhrase phrase, StageAndTime inherited) {
    Integer current = inherited.year();
    return phrase.stage() == Stage.EXECUTION
            && current != null
            && BudgetStages.isBudget(inherited.stage())
            && discourse.markBefore == '，'
            && !discourse.statements.isEmpty()
            && discourse.statements.getLast() instanceof Statement.Amount budget
        ? budget
            .operand()
            .stageAndTime()
            .uniqueValue()
            .filter(time -> BudgetStages.isBudget(time.stage()))
            .map(StageAndTime::year)
            .filter(year -> year < current)
        : Optional.empty();
  }

  /**
   * The budget stage at which the clause before has stated the counterpart of the phrase's account,
   * revenue for expenditure or the reverse, if the phrase states neither a stage nor a year:
   * 2024年年初预算收入总计100万元，支出总计100万元. Null if no such stage was stated.
   */
  private @Nullable Stage budgetStageOfCounterpart(AmountPhrase phrase) {
    List<Subject> before = discourse.sentence.namedSubjects;
    if (before.isEmpty() || phrase.subjects().size() != 1 || !phrase.years().isEmpty()) {
      return null;
    }
    Subject other = before.getLast();
    DiscourseTopic topic = discourse.statedTopics.findBySubject(other);
    Operand latest = topic == null ? null : topic.findLatestAmount(other, false);
    Stage stage = latest == null ? null : DiscourseTopic.stageOf(latest);
    return BudgetStages.isBudget(stage)
            && AccountRelations.areCounterparts(other, phrase.subjects().getFirst())
        ? stage
        : null;
  }

  /**
   * Whether the phrase names property or debt at a date before the year of the budget that the
   * document is, so that the amount is no budget: 截至2022年12月31日，资产总额211万元, in the budget of 2023.
   */
  private static boolean isPropertyOfEarlierYear(
      AmountPhrase phrase, @Nullable Integer effectiveYear, StageAndTime inherited) {
    return BudgetStages.isBudget(inherited.stage())
        && effectiveYear != null
        && inherited.year() != null
        && effectiveYear < inherited.year()
        && phrase.subjects().size() == 1
        && BalanceDateReader.isPropertyOrDebt(phrase.subjects().getFirst());
  }

  /**
   * Whether a phrase of a department names a part of a year, so that its money was received or
   * spent below any title: 预算编制情况. 1-6月支出80万元.
   */
  private boolean namesPartOfYear(AmountPhrase phrase) {
    return phrase.period() != null
        && !StageAndTime.WHOLE_YEAR.equals(phrase.period())
        && discourse.context.chart() != ChartOfAccounts.governments();
  }

  /** Whether a year that the text has stated, or null, is the one that the titles are about. */
  private boolean isYearOfReport(@Nullable Integer stated) {
    return stated == null || stated.equals(discourse.context.stageAndTime().year());
  }

  /** Whether a phrase names a part of the list or, in a list within a sentence, a flow: 本级收入. */
  private static boolean mayBePart(AmountPhrase phrase, @Nullable OpenList scope) {
    return DiscourseState.namesSubject(phrase)
        || (!phrase.flow().isEmpty() && scope != null && scope.isInline());
  }

  /**
   * The stage of an amount that states none, determined by its year: in a government report on
   * execution an amount of a later year is a budget; in a report on a budget an amount of an
   * earlier year has been executed. So has an amount of a part of a year: 2021年1-6月，….
   */
  private @Nullable Stage stageOfYear(
      @Nullable Stage stage,
      @Nullable Integer effectiveYear,
      @Nullable String period,
      StageAndTime reportTime) {
    if (discourse.context.chart() != ChartOfAccounts.governments()
        && isExecutedBeforeItsYear(stage, effectiveYear, reportTime)) {
      return null;
    }
    if (discourse.context.chart() != ChartOfAccounts.governments()
        || effectiveYear == null
        || reportTime.year() == null) {
      return stage;
    }
    int current = Math.max(reportTime.year(), discourse.lastExecutedYear);
    Stage ofYear = stageOfYear(reportTime.withStage(stage).withYear(current), effectiveYear);
    return period != null && ofYear == Stage.BUDGET && stage != Stage.BUDGET ? stage : ofYear;
  }

  /**
   * Whether the stage of the titles cannot be the stage of an amount, since it is execution and the
   * amount is of a later year.
   */
  private static boolean isExecutedBeforeItsYear(
      @Nullable Stage stage, @Nullable Integer effectiveYear, StageAndTime reportTime) {
    return reportTime.year() != null
        && effectiveYear != null
        && effectiveYear > reportTime.year()
        && stage != null
        && !BudgetStages.isBudget(stage);
  }

  /**
   * The stage of amounts of a year that state none, in a government report whose own amounts have
   * the given stage and year.
   */
  public static @Nullable Stage stageOfYear(StageAndTime reportTime, int year) {
    Integer current = reportTime.year();
    Stage stage = reportTime.stage();
    if (current != null && stage != null && !BudgetStages.isBudget(stage) && year > current) {
      return Stage.BUDGET;
    }
    return current != null && stage == Stage.BUDGET && year < current ? Stage.EXECUTION : stage;
  }
}
