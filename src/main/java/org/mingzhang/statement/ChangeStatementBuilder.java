package org.mingzhang.statement;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.mingzhang.model.Stage;
import org.mingzhang.statement.Quantity.Measure;
import org.mingzhang.statement.Statement.Amount;
import org.mingzhang.statement.Statement.Change;
import org.mingzhang.statement.Statement.Direction;
import org.mingzhang.statement.Statement.PerHead;
import org.mingzhang.statement.Statement.Unchanged;

/**
 * Adds statements of changes: determines what changed and what it is compared with, and joins the
 * rate of a change with its amount.
 */
final class ChangeStatementBuilder {
  private final FoldedText folded;
  private final SpanMapper spans;
  private final DiscourseState discourse;
  private final QuantityReader quantities;
  private final ValueSubjectAssigner assigner;
  private final TopicDisambiguator disambiguator;

  /** The amount printed for a base that has been added as a statement. */
  private @Nullable Quantity statedBase;

  /** Subjects whose change was computed from the amount that was printed for the base. */
  private List<Subject> ownersOfBase = List.of();

  ChangeStatementBuilder(
      FoldedText folded, SpanMapper spans, DiscourseState discourse, QuantityReader quantities) {
    this.folded = folded;
    this.spans = spans;
    this.discourse = discourse;
    this.quantities = quantities;
    this.assigner = new ValueSubjectAssigner(discourse);
    this.disambiguator = new TopicDisambiguator(discourse);
  }

  /**
   * Adds the changes of a phrase against the last base.
   *
   * @param distributed whether 分别 distributes the numbers
   * @param directions the direction of each number
   */
  void addChanges(
      boolean distributed,
      AmountPhrase phrase,
      List<Token.Numeral> numbers,
      List<Direction> directions) {
    int values = distributed ? numbers.size() : 1;
    Token.Numeral first = numbers.getFirst();
    if (first.measure() == Measure.POINTS || first.measure() == Measure.COUNT) {
      return;
    }
    boolean own = DiscourseState.namesSubject(phrase);
    if (!own && !distributed && joinToLastChanges(first, directions.getFirst())) {
      return;
    }
    if (!own && distributed && joinToChangesAgainstBases(numbers, directions)) {
      return;
    }
    if (phrase.years().size() == 1
        && !phrase.relativeYear()
        && (own || isAfterBase(phrase.years().getFirst()))) {
      discourse.sentence.year = phrase.years().getFirst();
    }
    DiscourseTopic compared = own ? null : findComparedTopic();
    if (compared != null) {
      discourse.topics.setCurrentTopic(compared);
    } else if (!own && !distributed && first.measure() == Measure.MONEY) {
      Quantity amount = quantities.read(first);
      Direction direction = directions.getFirst();
      boolean silent = phrase.flow().isEmpty() && discourse.sentence.subjects.isEmpty();
      discourse.topics.setCurrentTopic(
          silent && disambiguator.isLargerThanTopic(amount, direction)
              ? disambiguator.findTopicGrownBy(amount, discourse.neighbors.nextRate())
              : disambiguator.chooseTopicOfChange(
                  amount, direction, discourse.neighbors.nextRate()));
    }
    List<ValueSubjectAssigner.ValueTarget> found = assigner.assign(distributed, phrase, values);
    if (!isBaseAmountUsed(discourse.sentence.comparisonBase)) {
      ownersOfBase = ValueSubjectAssigner.subjectsOf(found);
    }
    List<Integer> made = new ArrayList<>();
    for (int i = 0; i < found.size(); i++) {
      int at = values == 1 ? 0 : i;
      Quantity quantity = quantities.read(numbers.get(at));
      if (quantity.measure() == Measure.BARE) {
        return;
      }
      Change change = toChange(found.get(i), phrase, quantity, directions.get(at));
      if (i == 0 || values == 1) {
        addBaseAmount(change.base(), i == 0);
      }
      made.add(discourse.statements.size());
      returnTopicToYearOf(change);
      DiscourseTopic topic =
          own ? discourse.changeTopic(ValueSubjectAssigner.subjectsOf(found)) : discourse.topic();
      discourse.addStatement(change, topic, found.get(i).subject(), own);
    }
    discourse.sentence.lastChanges = made;
    if (own) {
      discourse.sentence.subjects.addAll(ValueSubjectAssigner.subjectsOf(found));
    }
  }

  /**
   * Returns to the year of a change from the earlier year of the amount before it:
   * 2016年支出18.64万元，2015年为21.05万元，减少2.41万元。其中：….
   */
  private void returnTopicToYearOf(Change change) {
    Integer year =
        change.operand().stageAndTime().uniqueValue().map(StageAndTime::year).orElse(null);
    Integer spoken = discourse.sentence.year;
    if (year != null && spoken != null && spoken < year) {
      discourse.sentence.year = year;
    }
  }

  /** Whether a year follows that of the base: 2016年比2015年减少. */
  private boolean isAfterBase(int year) {
    SentenceState.ComparisonBase comparisonBase = discourse.sentence.comparisonBase;
    return comparisonBase != null
        && comparisonBase.phrase().years().stream().anyMatch(y -> y < year);
  }

  /** Adds the amount printed for the base as a statement of its own: 比上年的4883万元. */
  private void addBaseAmount(Operand reference, boolean first) {
    SentenceState.ComparisonBase comparisonBase = discourse.sentence.comparisonBase;
    if (comparisonBase != null
        && comparisonBase.quantity() != null
        && reference.quantity() != null
        && (!first || !comparisonBase.quantity().equals(statedBase))) {
      statedBase = comparisonBase.quantity();
      discourse.statements.add(
          discourse.topic().isPerHead()
              ? new PerHead(discourse.clauseSpan, reference)
              : new Amount(discourse.clauseSpan, reference));
    }
  }

  /**
   * The topic of a change without a subject if the base names it, otherwise null:
   * 采购预算86.50万元，其中货物46.50万元，比2023年采购预算102.30万元减少15.80万元.
   */
  private @Nullable DiscourseTopic findComparedTopic() {
    SentenceState.ComparisonBase comparisonBase = discourse.sentence.comparisonBase;
    if (comparisonBase == null || comparisonBase.phrase().subjects().size() != 1) {
      return null;
    }
    Subject named = comparisonBase.phrase().subjects().getFirst();
    return named.charted() && !comparisonBase.phrase().years().isEmpty()
        ? discourse.topics.findBySubject(named)
        : null;
  }

  /** Whether an earlier change was counted from the amount printed for a base. */
  private boolean isBaseAmountUsed(SentenceState.@Nullable ComparisonBase comparisonBase) {
    return comparisonBase != null
        && comparisonBase.quantity() != null
        && comparisonBase.quantity().equals(statedBase);
  }

  /**
   * The base, without its amount if that belongs to another subject:
   * 与上年11.2万元相比减少1.6万元，其中公务接待费减少0.6万元.
   */
  private SentenceState.@Nullable ComparisonBase baseFor(Subject subject) {
    SentenceState.ComparisonBase comparisonBase = discourse.sentence.comparisonBase;
    return comparisonBase != null
            && isBaseAmountUsed(comparisonBase)
            && !ownersOfBase.contains(subject)
        ? new SentenceState.ComparisonBase(comparisonBase.phrase(), null)
        : comparisonBase;
  }

  private Change toChange(
      ValueSubjectAssigner.ValueTarget target,
      AmountPhrase phrase,
      Quantity quantity,
      Direction direction) {
    SentenceState.ComparisonBase comparisonBase =
        ValueSubjectAssigner.withStatedBaseYear(
            baseFor(target.subject()), target.subject(), discourse.topic());
    comparisonBase = withBaseYearOf(target, comparisonBase);
    Operand operand = assigner.operandOf(target, phrase, comparisonBase);
    StageAndTime stageAndTime = operand.stageAndTime().uniqueValue().orElse(StageAndTime.UNKNOWN);
    boolean rate = quantity.measure() == Measure.PERCENT || quantity.measure() == Measure.TIMES;
    Quantity value =
        quantity.measure() == Measure.TIMES
            ? quantity.withValue(quantity.value().movePointRight(2))
            : quantity;
    return new Change(
        discourse.clauseSpan,
        operand,
        toBase(operand, stageAndTime, comparisonBase, phrase.basis()),
        direction,
        rate ? null : value,
        rate ? value : null);
  }

  /**
   * The base of the change of one of several years: in 比上年分别增长4.9%、8.1% each year is compared with
   * the year before it.
   */
  private SentenceState.@Nullable ComparisonBase withBaseYearOf(
      ValueSubjectAssigner.ValueTarget target,
      SentenceState.@Nullable ComparisonBase comparisonBase) {
    Integer year = target.year();
    if (year == null
        || comparisonBase == null
        || !comparisonBase.phrase().relativeYear()
        || comparisonBase.phrase().years().size() != 1) {
      return comparisonBase;
    }
    int back = discourse.referenceYear() - comparisonBase.phrase().years().getFirst();
    return new SentenceState.ComparisonBase(
        comparisonBase.phrase().withYears(List.of(year - back)), comparisonBase.quantity());
  }

  /** Whether an amount is that of a year, as far as both are known. */
  private static boolean isOfYear(Operand amount, @Nullable Integer year) {
    Integer own = amount.stageAndTime().uniqueValue().map(StageAndTime::year).orElse(null);
    return year == null || own == null || own.equals(year);
  }

  /**
   * Creates the operand that a change is compared with.
   *
   * @param basis basis of the comparison that the phrase of the change states, or null
   */
  private Operand toBase(
      Operand operand,
      StageAndTime stageAndTime,
      SentenceState.@Nullable ComparisonBase comparisonBase,
      @Nullable String basis) {
    if (comparisonBase == null) {
      Operand budget = basis == null ? AdjustedBudgetBase.find(operand, discourse.topic()) : null;
      if (budget != null) {
        return budget;
      }
      StageAndTime unknown = new StageAndTime(null, null, null, basis);
      return new Operand(
          operand.subject(),
          basis == null ? CandidateValues.unknown() : CandidateValues.of(unknown),
          null);
    }
    AmountPhrase stated = comparisonBase.phrase();
    Stage stage = stated.stage();
    Integer year =
        stated.years().size() == 1
            ? stated.years().getFirst()
            : stage != null && BudgetStages.isBudget(stage) ? stageAndTime.year() : null;
    if (stage == null && year != null) {
      stage = stageAndTime.stage();
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
      quantity = budget == null || !isOfYear(budget, year) ? null : budget.quantity();
    }
    return new Operand(operand.subject(), CandidateValues.of(baseFrame), quantity);
  }

  /**
   * Joins distributed rates to the changes of one subject against as many bases:
   * 比年初预算减少3.20万元，比2018年决算减少2.67万元，分别下降8.89%、7.53%.
   *
   * @return whether the last statements are such changes
   */
  private boolean joinToChangesAgainstBases(List<Token.Numeral> rates, List<Direction> directions) {
    List<Integer> changes = new ArrayList<>();
    int at = discourse.statements.size() - 1;
    while (at >= 0 && changes.size() < rates.size()) {
      Statement statement = discourse.statements.get(at);
      if (statement instanceof Change change && change.rate() == null) {
        changes.addFirst(at);
      } else if (!(statement instanceof Amount)) {
        return false;
      }
      at--;
    }
    if (rates.size() < 2
        || changes.size() < rates.size()
        || !discourse.sentence.lastChanges.equals(List.of(changes.getLast()))
        || !areOfOneSubject(changes)
        || rates.stream().anyMatch(rate -> rate.measure() != Measure.PERCENT)) {
      return false;
    }
    for (int i = 0; i < changes.size(); i++) {
      discourse.sentence.lastChanges = List.of(changes.get(i));
      joinToLastChanges(rates.get(i), directions.get(i));
    }
    return true;
  }

  private boolean areOfOneSubject(List<Integer> changes) {
    return changes.stream()
            .map(i -> ((Change) discourse.statements.get(i)).operand().subject())
            .distinct()
            .count()
        == 1;
  }

  /**
   * Completes the last changes, rates by an amount or amounts by a rate.
   *
   * @return whether the number was joined
   */
  private boolean joinToLastChanges(Token.Numeral number, @Nullable Direction direction) {
    List<Integer> last = discourse.sentence.lastChanges;
    if (last.isEmpty()) {
      return false;
    }
    boolean rate = number.measure() == Measure.PERCENT;
    for (int index : last) {
      if (!(discourse.statements.get(index) instanceof Change change)
          || (direction != null && direction != Direction.UNSAID && change.direction() != direction)
          || (rate ? change.rate() : change.amount()) != null) {
        return false;
      }
    }
    Quantity quantity = quantities.read(number);
    for (int index : last) {
      Change change = (Change) discourse.statements.get(index);
      Change whole =
          new Change(
              change.span().through(discourse.clauseSpan),
              change.operand(),
              change.base(),
              change.direction(),
              rate ? change.amount() : quantity,
              rate ? quantity : change.rate());
      discourse.statements.set(index, whole);
      discourse.lists().replace(change, whole);
      int stated = discourse.topic().statements().indexOf(change);
      if (stated >= 0) {
        discourse.topic().statements().set(stated, whole);
      }
    }
    return true;
  }

  /** Joins a percentage in brackets to the change before it. */
  void addBracketedRate(Token.Numeral number) {
    List<Integer> last = discourse.bracketChanges();
    if (!last.isEmpty()) {
      discourse.sentence.lastChanges = last;
      joinToLastChanges(number, null);
    }
  }

  /** Adds the statement that an amount equals that of the base: 持平. */
  void addUnchanged(AmountPhrase phrase, Token.Word word) {
    for (Subject subject : discourse.resolveSubjects(phrase)) {
      Operand operand =
          assigner.operandOf(
              new ValueSubjectAssigner.ValueTarget(subject, null),
              phrase,
              discourse.sentence.comparisonBase);
      StageAndTime stageAndTime = operand.stageAndTime().uniqueValue().orElse(StageAndTime.UNKNOWN);
      discourse.statements.add(
          new Unchanged(
              discourse.clauseSpan,
              operand,
              toBase(operand, stageAndTime, discourse.sentence.comparisonBase, phrase.basis()),
              word.value().equals("about"),
              spans.span(word.start(), word.end()),
              folded.text().substring(word.start(), word.end())));
    }
    if (!phrase.subjects().isEmpty()) {
      discourse.changeTopic(discourse.resolveSubjects(phrase));
    }
  }
}
