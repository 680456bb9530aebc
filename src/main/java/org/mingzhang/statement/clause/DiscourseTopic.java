package org.mingzhang.statement.clause;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.mingzhang.model.Stage;
import org.mingzhang.statement.Operand;
import org.mingzhang.statement.StageAndTime;
import org.mingzhang.statement.Statement;
import org.mingzhang.statement.Subject;
import org.mingzhang.statement.token.BudgetStages;

/**
 * The topic of one or more clauses: a subject, or several subjects of the same sentences, with the
 * statements made about it since it was named. Changed by the reader of its section only.
 */
final class DiscourseTopic {
  /** Maximum number of statements that are remembered, to bound the work for each clause. */
  private static final int MAX_REMEMBERED_STATEMENTS = 16;

  private final List<Subject> subjects;
  private final List<Statement> statements = new ArrayList<>();

  DiscourseTopic(List<Subject> subjects) {
    this.subjects = List.copyOf(subjects);
  }

  List<Subject> subjects() {
    return subjects;
  }

  /**
   * The last {@link #MAX_REMEMBERED_STATEMENTS} amounts and changes stated about it, in order; not
   * a copy.
   */
  List<Statement> statements() {
    return statements;
  }

  /**
   * Adds a statement. If there are {@link #MAX_REMEMBERED_STATEMENTS} already, the earliest is
   * removed.
   */
  void addStatement(Statement statement) {
    if (statements.size() == MAX_REMEMBERED_STATEMENTS) {
      statements.removeFirst();
    }
    statements.add(statement);
  }

  /**
   * Moves the amounts of earlier years that a remark in brackets states to the front, so that the
   * latest statement is about the current year: 收入78,935万元（上年96,420万元），其中…
   *
   * @param countBeforeBracket number of statements before the bracket
   */
  void moveEarlierYearAmountsToFront(int countBeforeBracket) {
    Integer year =
        countBeforeBracket == 0 || countBeforeBracket > statements.size()
            ? null
            : yearOf(statements.get(countBeforeBracket - 1));
    for (int i = countBeforeBracket; year != null && i < statements.size(); i++) {
      Integer other = yearOf(statements.get(i));
      if (other != null && other < year) {
        statements.addFirst(statements.remove(i));
      }
    }
  }

  /**
   * Whether an amount of a year has been stated about it.
   *
   * @param value value of the amount, in 元; null for any
   */
  boolean hasAmountOfYear(int year, @Nullable BigDecimal value) {
    return statements.stream().anyMatch(s -> isAmountOf(s, year, value));
  }

  /**
   * Moves the statements about another year than the given one to the front, so that the latest
   * statement is about that year. Statements whose year is uncertain keep their place.
   */
  void moveOtherYearsToFront(int year) {
    List<Statement> others =
        statements.stream()
            .filter(s -> yearOf(s) != null && !Objects.equals(yearOf(s), year))
            .toList();
    statements.removeAll(others);
    statements.addAll(0, others);
  }

  private static @Nullable Integer yearOf(Statement statement) {
    return yearOf(ListPart.operandOf(statement));
  }

  /** The year of an operand; null if it has none, if it is ambiguous, and for null. */
  static @Nullable Integer yearOf(@Nullable Operand operand) {
    return operand == null
        ? null
        : operand.stageAndTime().uniqueValue().map(StageAndTime::year).orElse(null);
  }

  /** Whether a budget was stated for it. */
  boolean hasBudget() {
    return statements.stream()
        .anyMatch(
            s ->
                s instanceof Statement.Amount amount
                    && BudgetStages.isBudget(stageOf(amount.operand())));
  }

  /** Whether an amount at exactly a stage was stated for it. */
  boolean hasAmountAtStage(Stage stage) {
    return statements.stream()
        .anyMatch(s -> s instanceof Statement.Amount amount && stageOf(amount.operand()) == stage);
  }

  /** Whether all subjects of the topic are accounts of the chart. */
  boolean hasOnlyChartedSubjects() {
    return subjects.stream().allMatch(Subject::isInChart);
  }

  /** Whether the last statement about the topic is an amount per head. */
  boolean endsWithPerHeadAmount() {
    return !statements.isEmpty() && statements.getLast() instanceof Statement.PerHead;
  }

  /**
   * The latest amount of a subject, or null.
   *
   * @param preferResult whether to return a budget only if all amounts of the subject are budgets,
   *     and then the first
   */
  @Nullable Operand findLatestAmount(Subject subject, boolean preferResult) {
    Operand latest = null;
    for (Statement statement : statements) {
      if (statement instanceof Statement.Amount amount && hasSubject(amount.operand(), subject)) {
        if (!preferResult || !BudgetStages.isBudget(stageOf(amount.operand())) || latest == null) {
          latest = amount.operand();
        }
      }
    }
    return latest;
  }

  /**
   * Whether the latest amount of an unlisted account was received or spent, so that an amount spent
   * after it belongs to another account.
   */
  boolean endsWithExecutedUnlistedAmount(Subject subject) {
    Operand latest = findLatestAmount(subject, false);
    return !subject.isInChart()
        && subject.item() == null
        && latest != null
        && stageOf(latest) == Stage.EXECUTION;
  }

  /** The latest amount of a subject in a year, or null. */
  @Nullable Operand findAmountOfYear(Subject subject, int year) {
    return findLastAmount(subject, amount -> Objects.equals(yearOf(amount), year));
  }

  /**
   * The latest amount of a subject in a year at the stage of an amount of another year; if there is
   * none, its latest amount in that year, or null.
   */
  @Nullable Operand findAmountAtStageOf(Operand other, Subject subject, int year) {
    Operand found =
        findLastAmount(
            subject, o -> Objects.equals(yearOf(o), year) && stageOf(o) == stageOf(other));
    return found == null ? findAmountOfYear(subject, year) : found;
  }

  /**
   * The latest amount of a subject at a stage, or null. An unspecified 预算 also matches any budget
   * stage except the adjusted one.
   */
  @Nullable Operand findAmountAtStage(Subject subject, Stage stage) {
    return findAmountAtStage(subject, stage, null);
  }

  /**
   * As {@link #findAmountAtStage(Subject, Stage)}, without the amounts of other years; null stands
   * for any year, as does an unknown year of an amount.
   */
  @Nullable Operand findAmountAtStage(Subject subject, Stage stage, @Nullable Integer year) {
    boolean unspecified = BudgetStages.isBudget(stage) && stage != Stage.ADJUSTED_BUDGET;
    return findLastAmount(
        subject,
        amount ->
            (stageOf(amount) == stage || (unspecified && stageOf(amount) == Stage.BUDGET))
                && (year == null || yearOf(amount) == null || year.equals(yearOf(amount))));
  }

  private @Nullable Operand findLastAmount(Subject subject, Predicate<Operand> filter) {
    Operand found = null;
    for (Statement statement : statements) {
      if (statement instanceof Statement.Amount amount
          && hasSubject(amount.operand(), subject)
          && filter.test(amount.operand())) {
        found = amount.operand();
      }
    }
    return found;
  }

  /** Whether an operand is about a subject, and not about its account in another fund. */
  static boolean hasSubject(Operand operand, Subject subject) {
    return operand
        .subject()
        .uniqueValue()
        .filter(s -> s.isSameAs(subject) && !s.hasDisjointFund(subject.fund()))
        .isPresent();
  }

  /** The stage of an operand; null if it has none or its stage and time are ambiguous. */
  static @Nullable Stage stageOf(Operand operand) {
    return operand.stageAndTime().uniqueValue().map(StageAndTime::stage).orElse(null);
  }

  /**
   * Whether a statement is an amount of a year and has this value, in 元; a null value stands for
   * any.
   */
  private static boolean isAmountOf(Statement statement, int year, @Nullable BigDecimal value) {
    return statement instanceof Statement.Amount amount
        && amount
            .operand()
            .stageAndTime()
            .uniqueValue()
            .filter(time -> Objects.equals(time.year(), year))
            .isPresent()
        && (value == null
            || (amount.operand().quantity() != null
                && amount.operand().quantity().value().compareTo(value) == 0));
  }
}
