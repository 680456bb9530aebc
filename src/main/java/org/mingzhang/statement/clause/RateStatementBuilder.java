package org.mingzhang.statement.clause;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.mingzhang.model.Stage;
import org.mingzhang.statement.CandidateValues;
import org.mingzhang.statement.Operand;
import org.mingzhang.statement.Quantity;
import org.mingzhang.statement.StageAndTime;
import org.mingzhang.statement.Statement;
import org.mingzhang.statement.Statement.Amount;
import org.mingzhang.statement.Statement.Completion;
import org.mingzhang.statement.Statement.Share;
import org.mingzhang.statement.Subject;
import org.mingzhang.statement.phrase.AmountPhrase;
import org.mingzhang.statement.token.BudgetStages;
import org.mingzhang.statement.token.ProseToken;
import org.mingzhang.statement.token.QuantityReader;

/** Adds statements of rates: shares of a whole, and results as a percentage of a budget. */
final class RateStatementBuilder {
  /** Maximum number of preceding statements that are searched for the rate of a whole. */
  private static final int MAX_STATEMENTS_BACK = 60;

  private static final CandidateValues<Subject> UNKNOWN_SUBJECT = CandidateValues.unknown();

  private final DiscourseState discourse;
  private final PhraseResolver phraseResolver;
  private final QuantityReader quantityReader;
  private final UnnamedFlowResolver flowResolver;
  private final ValueSubjectAssigner subjectAssigner;
  private final TopicDisambiguator topicDisambiguator;
  private final ListShareDetector listShareDetector;
  private final ReceivedMoneyShareBuilder receivedMoneyShareBuilder;
  private final AddedMoneyDetector addedMoneyDetector;
  private final BudgetAmountFinder budgetAmountFinder;

  RateStatementBuilder(
      DiscourseState discourse, PhraseResolver phraseResolver, QuantityReader quantityReader) {
    this.discourse = discourse;
    this.phraseResolver = phraseResolver;
    this.quantityReader = quantityReader;
    this.flowResolver = new UnnamedFlowResolver(discourse);
    this.subjectAssigner = new ValueSubjectAssigner(discourse, phraseResolver);
    this.topicDisambiguator = new TopicDisambiguator(discourse);
    this.listShareDetector = new ListShareDetector(discourse, topicDisambiguator);
    this.receivedMoneyShareBuilder = new ReceivedMoneyShareBuilder(discourse);
    this.addedMoneyDetector = new AddedMoneyDetector(discourse);
    this.budgetAmountFinder = new BudgetAmountFinder(discourse);
  }

  /**
   * Adds shares of a whole, or completion rates if the whole is only a budget. Accounts that the
   * phrase of the part names become the topic. Adds nothing if the part and the whole have one
   * name.
   *
   * @param numbersAreDistributed whether 分别 distributes the numbers
   * @param part the phrase of the part
   * @param printedWhole the phrase of the whole
   * @param wholeAmount the amount printed for the whole, or null
   */
  void addShares(
      boolean numbersAreDistributed,
      AmountPhrase part,
      AmountPhrase printedWhole,
      @Nullable Quantity wholeAmount,
      List<ProseToken.Numeral> numbers) {
    if (printedWhole.isAtBudgetStage()
        && printedWhole.subjects().isEmpty()
        && printedWhole.flow().isEmpty()
        && !isShareOfPlannedWhole()) {
      addCompletionRates(numbersAreDistributed, part, printedWhole, wholeAmount, numbers);
      return;
    }
    AmountPhrase whole = withStatedFlow(printedWhole);
    if (!numbersAreDistributed && !DiscourseState.namesSubject(part)) {
      if (wholeAmount != null) {
        discourse.topics.setCurrentTopic(
            topicDisambiguator.chooseTopicOfCompletion(numbers.getFirst(), wholeAmount));
      }
      if (listShareDetector.isShareOfDividedAmount(whole, numbers.getFirst())) {
        discourse.topics.returnToListWhole();
      }
    }
    Subject beside = discourse.sentence.lastNonTopicSubject;
    if (beside != null && !DiscourseState.namesSubject(part)) {
      part = part.withSubjects(List.of(beside));
    }
    List<ValueSubjectAssigner.SubjectAndYear> found =
        subjectAssigner.assign(
            numbersAreDistributed, part, numbersAreDistributed ? numbers.size() : 1);
    if (whole.subjects().size() == 1
        && whole.fund() == null
        && whole.perimeter() == null
        && found.stream().anyMatch(f -> f.subject().isSameAs(whole.subjects().getFirst()))) {
      return;
    }
    if (DiscourseState.namesSubject(part) && !found.isEmpty()) {
      discourse.changeTopic(ValueSubjectAssigner.subjectsOf(found));
    }
    if (!numbersAreDistributed && found.size() == 1) {
      ValueSubjectAssigner.SubjectAndYear only = found.getFirst();
      AmountPhrase phraseOfPart = part;
      if (receivedMoneyShareBuilder.tryAdd(
          whole,
          wholeAmount,
          only.subject(),
          () -> findResult(only, phraseOfPart),
          quantityReader.read(numbers.getFirst()))) {
        return;
      }
    }
    for (int i = 0; i < found.size(); i++) {
      ValueSubjectAssigner.SubjectAndYear target = found.get(i);
      Operand operand = subjectAssigner.findChangedOperand(target, part, null);
      Operand all = resolveWholeOfShare(whole, operand, wholeAmount, target);
      discourse.statements.add(
          new Share(
              discourse.clauseSpan, operand, all, readRateOfSubject(numbers, i, found.size())));
    }
  }

  /**
   * Whether 占 before a budget gives the share of a planned amount in the whole budget, and no rate
   * of completion, since the document is a budget: 基本支出718万元，占总预算的43%.
   */
  boolean isShareOfPlannedWhole() {
    List<Subject> topic = discourse.topic().subjects();
    Operand latest =
        topic.size() == 1 ? discourse.topic().findLatestAmount(topic.getFirst(), false) : null;
    return latest != null
        && BudgetStages.isBudget(discourse.context.stageAndTime().stage())
        && BudgetStages.isBudget(DiscourseTopic.stageOf(latest));
  }

  /**
   * For a phrase that names only a flow, 占支出预算的, the phrase with the account that the flow means;
   * unchanged if no amount of this account was stated.
   */
  private AmountPhrase withStatedFlow(AmountPhrase whole) {
    if (!whole.subjects().isEmpty()
        || whole.flow().isEmpty()
        || whole.flow().equals(AmountPhrase.BOTH_FLOWS)
        || !whole.isAtBudgetStage()) {
      return whole;
    }
    Subject all = phraseResolver.resolveUnnamedFlow(whole);
    return discourse.statedTopics.findLatestAmount(all) == null
        ? whole
        : whole.withSubjects(List.of(all));
  }

  /** The rate of the subject at an index, see {@link ValueSubjectAssigner#valueIndex}. */
  private Quantity readRateOfSubject(
      List<ProseToken.Numeral> numbers, int index, int subjectCount) {
    return quantityReader.read(
        numbers.get(ValueSubjectAssigner.valueIndex(index, subjectCount, numbers.size())));
  }

  /** The whole of a share. Its amount, if printed, is also added as a statement. */
  private Operand resolveWholeOfShare(
      AmountPhrase whole,
      Operand operand,
      @Nullable Quantity wholeAmount,
      ValueSubjectAssigner.SubjectAndYear target) {
    if (whole.subjects().size() != 1) {
      return new Operand(UNKNOWN_SUBJECT, operand.stageAndTime(), wholeAmount);
    }
    Subject subject = flowResolver.replaceUnstatedTotal(whole.subjects().getFirst());
    if (whole.fund() != null) {
      subject = subject.withFund(whole.fund());
    }
    StageAndTime stageAndTime = operand.stageAndTime().uniqueValue().orElse(StageAndTime.UNKNOWN);
    if (whole.stage() != null) {
      stageAndTime =
          stageAndTime.withStage(
              whole.stage() == Stage.EXECUTION ? stageAndTime.stage() : whole.stage());
    }
    if (StageAndTime.WHOLE_YEAR.equals(whole.period())) {
      stageAndTime = stageAndTime.withPeriod(null);
    }
    if (whole.years().size() == 1 && target.year() == null) {
      stageAndTime = stageAndTime.withYear(whole.years().getFirst());
    }
    Operand all = Operand.of(subject, stageAndTime, wholeAmount);
    if (wholeAmount != null) {
      discourse.statements.add(new Amount(discourse.clauseSpan, all));
    }
    return all;
  }

  /**
   * Adds results that are stated as a percentage of a budget, and the amount of the budget if it is
   * printed. The account to which the rates belong becomes the topic. Adds nothing if a rate
   * without account and budget may belong to the open list as well as to its last part.
   *
   * @param numbersAreDistributed whether 分别 distributes the numbers
   * @param phrase the phrase of the result
   * @param budget the phrase of the budget
   * @param budgetAmount the amount printed for the budget, or null
   */
  void addCompletionRates(
      boolean numbersAreDistributed,
      AmountPhrase phrase,
      AmountPhrase budget,
      @Nullable Quantity budgetAmount,
      List<ProseToken.Numeral> numbers) {
    OpenList list = discourse.lists().innermostList();
    boolean ofEach = numbersAreDistributed && discourse.topic().subjects().size() == numbers.size();
    if (!ofEach && !DiscourseState.namesSubject(phrase)) {
      if (list == null || !list.isInline() || list.isEmpty() || !isRateOfWholeStated(list)) {
        discourse.topics.returnToBudgetedTopic();
      }
      discourse.topics.setCurrentTopic(
          numbersAreDistributed
              ? discourse.topic()
              : topicDisambiguator.chooseTopicOfCompletion(numbers.getFirst(), budgetAmount));
    }
    if (list != null
        && budget.stage() == null
        && list.isRateAmbiguous()
        && !isRateOfWholeStated(list)
        && !DiscourseState.namesSubject(phrase)
        && !discourse.topic().hasBudget()) {
      return;
    }
    if (list != null) {
      list.hasCompletionRate = true;
    }
    List<ValueSubjectAssigner.SubjectAndYear> found =
        subjectAssigner.assign(
            numbersAreDistributed, phrase, numbersAreDistributed ? numbers.size() : 1);
    if (DiscourseState.namesSubject(phrase) && !found.isEmpty()) {
      discourse.changeTopic(ValueSubjectAssigner.subjectsOf(found));
    }
    for (int i = 0; i < found.size(); i++) {
      ValueSubjectAssigner.SubjectAndYear target = found.get(i);
      Operand operand = findResult(target, phrase);
      StageAndTime stageAndTime = operand.stageAndTime().uniqueValue().orElse(StageAndTime.UNKNOWN);
      SentenceState.ComparisonBase compared =
          budgetAmount == null
              ? budgetAmountFinder.findComparedBudget(target.subject(), budget)
              : null;
      Stage stage = compared == null ? budget.stage() : compared.phrase().stage();
      StageAndTime baseFrame = stageAndTime.withStage(stage);
      if (budget.years().size() == 1) {
        baseFrame = baseFrame.withYear(budget.years().getFirst());
      }
      Quantity printed = compared == null ? budgetAmount : compared.quantity();
      Quantity rate = readRateOfSubject(numbers, i, found.size());
      Quantity budgeted = budgetAmountFinder.findBudgetAmount(target.subject(), baseFrame, printed);
      boolean adds =
          printed == null && addedMoneyDetector.isBaseBudgetWithAddedMoney(operand, rate);
      Operand planned =
          new Operand(
              adds ? CandidateValues.unknown() : operand.subject(),
              CandidateValues.of(baseFrame.withPeriod(null)),
              adds ? null : budgeted);
      if (printed != null) {
        discourse.statements.add(new Amount(discourse.clauseSpan, planned));
      }
      discourse.statements.add(new Completion(discourse.clauseSpan, operand, planned, rate));
    }
  }

  /** Whether the rate of the whole of a list was stated before. */
  private boolean isRateOfWholeStated(OpenList list) {
    Subject whole = list.wholeSubject();
    return whole != null
        && lastStatements()
            .anyMatch(s -> s instanceof Completion rate && rate.operand().isAbout(whole));
  }

  /** Adds the share of the planned money that the evaluated project received: 到位率100%. */
  void addFundingRate(ProseToken.Numeral number) {
    Subject received = new SubjectDimensionResolver(discourse).receivedFundsSubject();
    StageAndTime time =
        phraseResolver.resolveStageAndTime(AmountPhrase.EMPTY.withStage(Stage.EXECUTION), null);
    Operand operand = Operand.of(received, time, null);
    Operand planned = Operand.of(received, time.withStage(null), null);
    discourse.statements.add(
        new Completion(discourse.clauseSpan, operand, planned, quantityReader.read(number)));
  }

  private Stream<Statement> lastStatements() {
    return discourse.statements.reversed().stream().limit(MAX_STATEMENTS_BACK);
  }

  /**
   * The result: the latest amount of the topic if it is no budget, the target names no year and the
   * phrase does not name the whole year after an amount of a part of it (全年执行率); otherwise an
   * operand without amount, whose stage is the stage of the phrase or, if that is a budget,
   * execution.
   */
  private Operand findResult(ValueSubjectAssigner.SubjectAndYear target, AmountPhrase phrase) {
    Operand latest = discourse.topic().findLatestAmount(target.subject(), true);
    if (latest != null
        && target.year() == null
        && !(StageAndTime.WHOLE_YEAR.equals(phrase.period()) && coversPartOfYear(latest))
        && !BudgetStages.isBudget(DiscourseTopic.stageOf(latest))) {
      return latest;
    }
    StageAndTime stageAndTime = phraseResolver.resolveStageAndTime(phrase, target.year());
    if (BudgetStages.isBudget(stageAndTime.stage())) {
      stageAndTime = stageAndTime.withStage(Stage.EXECUTION);
    }
    return Operand.of(target.subject(), stageAndTime, null);
  }

  private static boolean coversPartOfYear(Operand amount) {
    return amount.stageAndTime().uniqueValue().map(StageAndTime::period).isPresent();
  }
}
