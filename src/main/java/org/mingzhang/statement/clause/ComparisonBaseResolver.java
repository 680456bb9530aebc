package org.mingzhang.statement.clause;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.mingzhang.account.ChartOfAccounts;
import org.mingzhang.model.Stage;
import org.mingzhang.statement.CandidateValues;
import org.mingzhang.statement.Operand;
import org.mingzhang.statement.Quantity;
import org.mingzhang.statement.StageAndTime;
import org.mingzhang.statement.Statement;
import org.mingzhang.statement.Statement.Amount;
import org.mingzhang.statement.Statement.Change;
import org.mingzhang.statement.Statement.PerHead;
import org.mingzhang.statement.Subject;
import org.mingzhang.statement.clause.SentenceState.ComparisonBase;
import org.mingzhang.statement.phrase.AccountRelations;
import org.mingzhang.statement.phrase.AmountPhrase;
import org.mingzhang.statement.token.BudgetStages;

/**
 * Determines what the changes of a sentence are compared with, from the last base that it names
 * (比上年, 与年初预算50万元相比): for each subject the stage, the year and, if it is printed, the amount of the
 * base. The amount printed for a base is used once, and it is also added as a statement. Confined
 * to one thread and one discourse.
 */
final class ComparisonBaseResolver {
  private final DiscourseState discourse;

  /** The amount printed for a base, once it has been added as a statement. */
  private @Nullable Quantity addedBaseAmount;

  /** The accounts for each of which the base states an amount, in the order of these amounts. */
  private List<Subject> subjectsOfSeries = List.of();

  private List<Quantity> amountsOfSeries = List.of();

  /** The base that states {@link #amountsOfSeries}; null if none does. */
  private @Nullable ComparisonBase baseOfSeries;

  /**
   * Subjects to which the amount printed for the base belongs; others get the base without amount.
   */
  private List<Subject> subjectsOfBaseAmount = List.of();

  ComparisonBaseResolver(DiscourseState discourse) {
    this.discourse = discourse;
  }

  /**
   * Assigns the amount printed for the base to the given subjects, unless it has already been
   * assigned to others.
   */
  void assignBaseAmountTo(List<Subject> subjects) {
    if (!isBaseAmountUsed(discourse.sentence.comparisonBase)) {
      subjectsOfBaseAmount = subjects;
    }
  }

  /**
   * Adds the amount that the last base states for each of several accounts, and keeps it for their
   * changes. An amount has the stage of the account's last amount if the base states none. Without
   * accounts, only the amounts kept before are forgotten.
   *
   * @param amounts one for each account, in the same order
   * @throws NullPointerException if the sentence has no base
   */
  void addAmountsOfSeries(List<Subject> subjects, List<Quantity> amounts) {
    ComparisonBase stated = Objects.requireNonNull(discourse.sentence.comparisonBase);
    subjectsOfSeries = subjects;
    amountsOfSeries = amounts;
    baseOfSeries = stated;
    for (int i = 0; i < subjects.size(); i++) {
      Subject subject = subjects.get(i);
      DiscourseTopic topic = discourse.statedTopics.findBySubject(subject);
      Operand latest = topic == null ? null : topic.findLatestAmount(subject, false);
      StageAndTime stageAndTime =
          latest == null
              ? discourse.context.stageAndTime()
              : latest.stageAndTime().uniqueValue().orElse(StageAndTime.UNKNOWN);
      Operand changed = Operand.of(subject, stageAndTime, null);
      Operand base =
          createBaseOperand(changed, new ComparisonBase(stated.phrase(), amounts.get(i)), null);
      discourse.statements.add(new Amount(discourse.clauseSpan, base));
    }
  }

  /** The last base, with the amount that it states for one of several accounts. */
  private @Nullable ComparisonBase withAmountOfSeries(
      Subject subject, @Nullable ComparisonBase comparisonBase) {
    if (comparisonBase == null || !comparisonBase.equals(baseOfSeries)) {
      return comparisonBase;
    }
    for (int i = 0; i < subjectsOfSeries.size(); i++) {
      if (subjectsOfSeries.get(i).isSameAs(subject)) {
        return new ComparisonBase(comparisonBase.phrase(), amountsOfSeries.get(i));
      }
    }
    return comparisonBase;
  }

  /**
   * The base of the change of a target, without its amount if that belongs to other subjects; null
   * if the sentence names none.
   */
  @Nullable ComparisonBase findBaseOf(ValueSubjectAssigner.SubjectAndYear target) {
    ComparisonBase stated =
        withStatedBaseYear(
            withAmountOfSeries(target.subject(), baseWithAmountIfUnused(target.subject())),
            target.subject());
    return withBaseYearOf(target, stated);
  }

  /**
   * The base of a change, with the earlier year if the text has just stated amounts of two years,
   * the later first: 上年 or a missing base then refers to the earlier of them and not to the year
   * before it. The two amounts have one stage, or are the budget and, in the same sentence, the
   * result of the year before: 2012年预算28万元，2011年决算31万元，同比减少3万元. A base whose amount a change has
   * used counts as missing if an amount follows it: 比预算125万元减少12万元；上年104万元，增加9万元.
   */
  private @Nullable ComparisonBase withStatedBaseYear(
      @Nullable ComparisonBase lastStated, Subject subject) {
    Operand latest = discourse.topic().findLatestAmount(subject, false);
    boolean isReplaced =
        latest != null
            && latest.quantity() != null
            && addedBaseAmount != null
            && isBaseAmountUsed(lastStated)
            && latest.quantity().span().start() > addedBaseAmount.span().start();
    ComparisonBase stated = isReplaced ? null : lastStated;
    AmountPhrase phrase = stated == null ? AmountPhrase.EMPTY : stated.phrase();
    Integer year = DiscourseTopic.yearOf(latest);
    if (stated == null && latest != null && isAmountOfLastYearJustStated(latest)) {
      return new ComparisonBase(
          AmountPhrase.EMPTY.withYears(List.of(discourse.referenceYear() - 1)), latest.quantity());
    }
    Operand later =
        latest == null || year == null
            ? null
            : discourse.topic().findAmountAtStageOf(latest, subject, year + 1);
    if (latest == null
        || year == null
        || later == null
        || (stated != null
            && !(phrase.hasRelativeYear() && phrase.years().equals(List.of(year - 1))))) {
      return stated;
    }
    Stage stage = DiscourseTopic.stageOf(latest);
    Stage next = DiscourseTopic.stageOf(later);
    boolean planned =
        stage != null
            && !BudgetStages.isBudget(stage)
            && BudgetStages.isBudget(next)
            && discourse.sentence.subjectsOfAmounts.stream().filter(subject::isSameAs).count() > 1;
    if (stage != next && !planned) {
      return lastStated;
    }
    AmountPhrase ofYear = phrase.withYears(List.of(year));
    return new ComparisonBase(
        planned && stage != null ? ofYear.withStage(stage) : ofYear,
        stated == null ? null : stated.quantity());
  }

  /**
   * Whether the last statement is the amount of the year before the one that the text is about, so
   * that a change without a base leads from it to the amount of this year: 接待费上年为8万元，增加1万元. Not for
   * balances.
   */
  private boolean isAmountOfLastYearJustStated(Operand amount) {
    return !discourse.statements.isEmpty()
        && discourse.statements.getLast() instanceof Statement.Amount last
        && last.operand().equals(amount)
        && amount.subject().uniqueValue().filter(s -> s.balanceInstant() == null).isPresent()
        && discourse.referenceYear() > 0
        && Integer.valueOf(discourse.referenceYear() - 1).equals(DiscourseTopic.yearOf(amount));
  }

  /** Whether a year is later than the year of the base: 2016年比2015年减少. */
  boolean isAfterBaseYear(int year) {
    ComparisonBase comparisonBase = discourse.sentence.comparisonBase;
    return comparisonBase != null
        && comparisonBase.phrase().years().stream().anyMatch(y -> y < year);
  }

  /**
   * Adds the amount printed for the base as a statement of its own: 比上年的4883万元. Does nothing if no
   * amount is printed.
   *
   * @param reference operand of the base
   * @param isFirstChange whether this is the first change of its phrase, for which an amount that
   *     was already added is not added again
   */
  void addBaseAmount(Operand reference, boolean isFirstChange) {
    addBaseAmount(reference, isFirstChange, discourse.topic().endsWithPerHeadAmount());
  }

  /**
   * As {@link #addBaseAmount(Operand, boolean)}, for the base of a change. After an amount per
   * head, the base is that of the whole amount if the base and the whole amount differ by the
   * change: 运行经费58万元，人均3万元，较上年的61万元减少3万元.
   */
  void addBaseAmountOf(Change change, boolean isFirstChange) {
    Quantity after = change.operand().quantity();
    Quantity before = change.base().quantity();
    Quantity difference = change.amount();
    boolean whole =
        after != null
            && before != null
            && difference != null
            && after.value().subtract(before.value()).abs().compareTo(difference.value()) == 0;
    addBaseAmount(
        change.base(), isFirstChange, !whole && discourse.topic().endsWithPerHeadAmount());
  }

  private void addBaseAmount(Operand reference, boolean isFirstChange, boolean isPerHead) {
    ComparisonBase comparisonBase = discourse.sentence.comparisonBase;
    if (comparisonBase != null
        && comparisonBase.quantity() != null
        && reference.quantity() != null
        && (!isFirstChange || !comparisonBase.quantity().equals(addedBaseAmount))) {
      addedBaseAmount = comparisonBase.quantity();
      discourse.statements.add(
          isPerHead
              ? new PerHead(discourse.clauseSpan, reference)
              : new Amount(discourse.clauseSpan, reference));
    }
  }

  /**
   * The topic that the base of a change names if the change itself has no subject:
   * 采购预算86.50万元，其中货物46.50万元，比2023年采购预算102.30万元减少15.80万元. A base of both sides (与2022年收支总计相比) names
   * both. Null unless the base names both sides or exactly one account of the chart with its year.
   */
  @Nullable DiscourseTopic findComparedTopic() {
    ComparisonBase comparisonBase = discourse.sentence.comparisonBase;
    if (comparisonBase == null || comparisonBase.phrase().subjects().isEmpty()) {
      return null;
    }
    List<Subject> all = comparisonBase.phrase().subjects();
    if (all.size() > 1) {
      return AccountRelations.areCounterparts(all.getFirst(), all.getLast())
          ? discourse.topics.mergeTopicsOf(all)
          : null;
    }
    Subject named = comparisonBase.phrase().subjects().getFirst();
    return named.isInChart() && !comparisonBase.phrase().years().isEmpty()
        ? discourse.statedTopics.findBySubject(named)
        : null;
  }

  /** Whether the amount printed for a base has already been used for an earlier change. */
  private boolean isBaseAmountUsed(@Nullable ComparisonBase comparisonBase) {
    return comparisonBase != null
        && comparisonBase.quantity() != null
        && comparisonBase.quantity().equals(addedBaseAmount);
  }

  /**
   * The base, without its amount if that has been assigned to another subject:
   * 与上年11.2万元相比减少1.6万元，其中公务接待费减少0.6万元.
   */
  private @Nullable ComparisonBase baseWithAmountIfUnused(Subject subject) {
    ComparisonBase comparisonBase = discourse.sentence.comparisonBase;
    return comparisonBase != null
            && isBaseAmountUsed(comparisonBase)
            && !subjectsOfBaseAmount.contains(subject)
        ? new ComparisonBase(comparisonBase.phrase(), null)
        : comparisonBase;
  }

  /**
   * Gives the base its own year where 分别 distributes changes over years: in 比上年分别增长4.9%、8.1% each
   * year is compared with the year before it.
   */
  private @Nullable ComparisonBase withBaseYearOf(
      ValueSubjectAssigner.SubjectAndYear target, @Nullable ComparisonBase comparisonBase) {
    Integer year = target.year();
    if (year == null
        || comparisonBase == null
        || !comparisonBase.phrase().hasRelativeYear()
        || comparisonBase.phrase().years().size() != 1) {
      return comparisonBase;
    }
    int back = discourse.referenceYear() - comparisonBase.phrase().years().getFirst();
    return new ComparisonBase(
        comparisonBase.phrase().withYears(List.of(year - back)), comparisonBase.quantity());
  }

  /**
   * Creates the base operand of a change, with the subject of the changed operand. If no base is
   * stated, the result is the budget before an adjusted budget; otherwise it has neither year nor
   * amount.
   *
   * @param operand the changed operand
   * @param comparisonBase the base that the sentence states, or null
   * @param basis basis of the comparison that the phrase of the change states, or null
   */
  Operand createBaseOperand(
      Operand operand, @Nullable ComparisonBase comparisonBase, @Nullable String basis) {
    if (comparisonBase == null) {
      Operand budget =
          basis == null ? AdjustedBudgetBaseResolver.find(operand, discourse.topic()) : null;
      if (budget != null) {
        return budget;
      }
      StageAndTime unknown = new StageAndTime(null, null, null, basis);
      return new Operand(
          operand.subject(),
          basis == null ? CandidateValues.unknown() : CandidateValues.of(unknown),
          null);
    }
    StageAndTime stageAndTime = operand.stageAndTime().uniqueValue().orElse(StageAndTime.UNKNOWN);
    AmountPhrase stated = comparisonBase.phrase();
    Stage stage = stated.stage();
    Integer year =
        stated.years().size() == 1
            ? stated.years().getFirst()
            : BudgetStages.isBudget(stage) ? stageAndTime.year() : null;
    if (stage == null && year != null) {
      stage =
          comparisonBase.quantity() != null
                  && discourse.context.chart() == ChartOfAccounts.governments()
                  && stageAndTime.year() != null
                  && stageAndTime.stage() != Stage.ADJUSTED_BUDGET
              ? StageAndTimeResolver.stageOfYear(stageAndTime, year)
              : stageAndTime.stage();
    }
    if (stage == Stage.EXECUTION && stageAndTime.stage() == Stage.RESULT) {
      stage = Stage.RESULT;
    }
    StageAndTime baseFrame =
        new StageAndTime(
            stage, year, stageAndTime.period(), basis == null ? stated.basis() : basis);
    Quantity quantity = comparisonBase.quantity();
    Subject subject = operand.subject().uniqueValue().orElse(null);
    if (quantity == null && subject != null && stage != null && BudgetStages.isBudget(stage)) {
      Operand budget = discourse.topic().findAmountAtStage(subject, stage);
      quantity = budget == null || !mayBeOfYear(budget, year) ? null : budget.quantity();
    }
    return new Operand(operand.subject(), CandidateValues.of(baseFrame), quantity);
  }

  /** Whether an amount may belong to a year: its year is the same, or one of the two is unknown. */
  private static boolean mayBeOfYear(Operand amount, @Nullable Integer year) {
    Integer own = DiscourseTopic.yearOf(amount);
    return year == null || own == null || own.equals(year);
  }
}
