package org.mingzhang.statement.clause;

import java.math.BigDecimal;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.mingzhang.account.ChartOfAccounts;
import org.mingzhang.model.Stage;
import org.mingzhang.statement.CandidateValues;
import org.mingzhang.statement.Operand;
import org.mingzhang.statement.Quantity;
import org.mingzhang.statement.StageAndTime;
import org.mingzhang.statement.Statement;
import org.mingzhang.statement.Statement.Amount;
import org.mingzhang.statement.Statement.PerHead;
import org.mingzhang.statement.Subject;
import org.mingzhang.statement.phrase.AccountNameResolver;
import org.mingzhang.statement.phrase.AmountPhrase;
import org.mingzhang.statement.phrase.BalanceDateReader;
import org.mingzhang.statement.token.FoldedText;
import org.mingzhang.statement.token.ProseToken;
import org.mingzhang.statement.token.QuantityReader;
import org.mingzhang.statement.token.SpanMapper;
import org.mingzhang.text.PatternTable;

/**
 * Adds statements of amounts: completes what the clause does not state, and distributes the values
 * after 分别 and 均.
 */
final class AmountStatementBuilder {
  private static final PatternTable PATTERNS =
      PatternTable.readForPackageOf(AmountStatementBuilder.class);
  private static final Pattern REMAINING_FUNDS_NAME = PATTERNS.get("remainder");

  /**
   * Minimum amount, in 元, that is a total although its name is the name of an amount per head:
   * 公用经费1964.32万元，含生均公用经费1320.00万元.
   */
  private static final BigDecimal MIN_TOTAL = new BigDecimal("1000000");

  private final FoldedText foldedText;
  private final SpanMapper spanMapper;
  private final DiscourseState discourse;
  private final PhraseResolver phraseResolver;
  private final QuantityReader quantityReader;
  private final NumberlessClauseReader numberlessClauseReader;
  private final ValueSubjectAssigner subjectAssigner;
  private final TopicDisambiguator topicDisambiguator;

  AmountStatementBuilder(
      FoldedText foldedText,
      SpanMapper spanMapper,
      DiscourseState discourse,
      PhraseResolver phraseResolver,
      QuantityReader quantityReader,
      NumberlessClauseReader numberlessClauseReader) {
    this.foldedText = foldedText;
    this.spanMapper = spanMapper;
    this.discourse = discourse;
    this.phraseResolver = phraseResolver;
    this.quantityReader = quantityReader;
    this.numberlessClauseReader = numberlessClauseReader;
    this.subjectAssigner = new ValueSubjectAssigner(discourse, phraseResolver);
    this.topicDisambiguator = new TopicDisambiguator(discourse);
  }

  /**
   * Adds a statement for each amount of a phrase. Accounts that the phrase names, or that are
   * chosen for an amount without a name, become the topic; the year, period, fund and perimeter of
   * the phrase are kept for the rest of the sentence. An amount of money is not added to an account
   * that is a number of things.
   *
   * @param numbersAreDistributed whether 分别 distributes the numbers
   * @param numbers one number for all accounts, or one for each
   * @param numbersLackUnit whether the numbers have no unit
   */
  void addAmounts(
      boolean numbersAreDistributed,
      AmountPhrase phrase,
      List<ProseToken.Numeral> numbers,
      boolean numbersLackUnit) {
    if (phrase.followsSkippedName()) {
      numberlessClauseReader.markMissingAmount(phrase);
    }
    boolean own = DiscourseState.namesSubject(phrase);
    boolean spending = phraseResolver.isSpendingOfTopic(phrase);
    boolean adjusted = phrase.stage() == Stage.ADJUSTED_BUDGET && phrase.years().isEmpty();
    if ((spending || (!own && (adjusted || phrase.isResultWithoutYear())))
        && !numbersAreDistributed
        && discourse.markBefore != '、') {
      discourse.topics.setCurrentTopic(
          topicDisambiguator.chooseTopicOfResult(
              quantityReader.read(numbers.getFirst()), adjusted));
    }
    boolean ofOtherPeriod = isOfOtherPeriod(phrase);
    if (!own
        && !numbersAreDistributed
        && (ofOtherPeriod || phrase.isOfYearBefore(discourse.referenceYear()))) {
      discourse.topics.returnToDividedWhole(ofOtherPeriod);
    }
    phrase = withExecutionStageIfSpending(phrase);
    List<ValueSubjectAssigner.SubjectAndYear> found =
        subjectAssigner.assign(numbersAreDistributed, phrase, numbers.size());
    if (!phrase.years().isEmpty() && !phrase.hasRelativeYear()) {
      if (!isBalanceOfYearBefore(phrase)) {
        discourse.sentence.year = phrase.years().getLast();
      }
      rememberYears(phrase, numbersAreDistributed);
    }
    discourse.sentence.setPeriodOfAmount(
        phrase.period(),
        /* mayHoldForSection= */ discourse.context.chart() == ChartOfAccounts.governments());
    discourse.sentence.rememberFundAndPerimeter(phrase);
    discourse.governmentLevelDetector.rememberOwnLevel(phrase);
    List<Subject> subjects =
        found.stream().map(ValueSubjectAssigner.SubjectAndYear::subject).distinct().toList();
    if (numbersAreDistributed && subjects.size() > 1) {
      discourse.lastDistributedSubjects = subjects;
    }
    boolean part = own || isUnnamedFlowPartOfWhole(phrase, subjects);
    DiscourseTopic topic = subjects.isEmpty() ? discourse.topic() : discourse.changeTopic(subjects);
    for (int i = 0; i < found.size(); i++) {
      ProseToken.Numeral number =
          numbers.get(ValueSubjectAssigner.valueIndex(i, found.size(), numbers.size()));
      Quantity quantity = quantityReader.read(number);
      Integer ownYear = found.get(i).year();
      StageAndTime stageAndTime = phraseResolver.resolveStageAndTime(phrase, ownYear);
      Subject subject = found.get(i).subject();
      if (discourse.isNumberOfThings(subject) && quantity.measure() == Quantity.Measure.MONEY) {
        continue;
      }
      Operand operand =
          new Operand(
              CandidateValues.of(subject),
              candidateStagesAndTimes(stageAndTime, phrase, ownYear),
              quantity);
      boolean perHead =
          (phrase.isPerHead() && quantity.value().compareTo(MIN_TOTAL) < 0)
              || (isPerHeadByContext() && !subject.isInChart() && quantity.unit().equals("元"));
      if (!own && !perHead && !subject.isInChart() && topic.endsWithPerHeadAmount()) {
        // An amount that is not per head does not belong to a topic whose amounts are:
        // 人均支出9,500元，支出760,000万元.
        continue;
      }
      if (!own && perHead && REMAINING_FUNDS_NAME.matcher(subject.account()).find()) {
        // The amount per head is not that of the balance before it: 支出90万元，年末结转6万元，惠及2255人，人均400元.
        continue;
      }
      Statement statement =
          perHead
              ? new PerHead(discourse.clauseSpan, operand)
              : new Amount(discourse.clauseSpan, operand);
      discourse.addStatement(statement, topic, subject, part);
      if (!numbersLackUnit) {
        quantityReader.rememberUnit(quantity);
      }
    }
    if (phrase.hasRelativeYear()
        && subjects.stream().allMatch(BalanceDateReader::isPropertyOrDebt)) {
      topic.moveEarlierYearAmountsToFront(topic.statements().size() - found.size());
    }
    discourse.sentence.lastChangeIndices = List.of();
    discourse.sentence.countsThings = false;
    discourse.sentence.isLastAmountPlanned = false;
    discourse.sentence.lastNonTopicSubject = null;
    discourse.sentence.subjectsOfAmounts.addAll(subjects);
    if (own) {
      discourse.sentence.namedSubjects.addAll(subjects);
    }
  }

  /**
   * The phrase at the stage of execution if it states no stage and only says what the evaluated
   * body spent in the year; otherwise the phrase itself.
   */
  private AmountPhrase withExecutionStageIfSpending(AmountPhrase phrase) {
    return phrase.stage() == null
            && discourse.context.textEvaluatesWhole()
            && SpendingOfYearDetector.namesSpendingOfYear(phrase)
        ? phrase.withStage(Stage.EXECUTION)
        : phrase;
  }

  /** Whether a phrase states a part of the year that is not the one of the amounts before it. */
  private boolean isOfOtherPeriod(AmountPhrase phrase) {
    return phrase.period() != null && !phrase.period().equals(discourse.sentence.period());
  }

  /**
   * Whether a phrase names the balance of the year before the one that the text is about, which is
   * available in this year, so that the amounts after it are of this year too:
   * 2025年收入100万元，2024年年终结余5万元， 收入总计105万元.
   */
  private boolean isBalanceOfYearBefore(AmountPhrase phrase) {
    return phrase.years().size() == 1
        && phrase.years().getFirst() == discourse.referenceYear() - 1
        && phrase.subjects().size() == 1
        && (phrase.subjects().getFirst().balanceInstant() != null
            || REMAINING_FUNDS_NAME.matcher(phrase.subjects().getFirst().account()).find());
  }

  /**
   * Adds an amount that words after it assign to an account. An account that the chart does not
   * have does not become the topic: 未支出14.32万元已由财政收回.
   */
  void addAmountOfAccount(Subject account, ProseToken.Numeral number) {
    AmountPhrase phrase = AmountPhrase.EMPTY.withSubjects(List.of(account));
    addAmountOfSubject(phrase, number, account.isInChart());
  }

  /** Adds the budget of an account that the clause only mentions; the topic remains what it was. */
  void addBudgetKeepingTopic(Subject account, ProseToken.Numeral number) {
    AmountPhrase phrase = AmountPhrase.EMPTY.withSubjects(List.of(account)).withStage(Stage.BUDGET);
    addAmountOfSubject(phrase, number, false);
  }

  private void addAmountOfSubject(
      AmountPhrase phrase, ProseToken.Numeral number, boolean becomesTopic) {
    DiscourseTopic before = discourse.topic();
    DiscourseTopic next = discourse.topics.nextSentenceTopic();
    addAmounts(false, phrase, List.of(number), false);
    if (!becomesTopic) {
      discourse.topics.setNextSentenceTopic(next);
      discourse.topics.setCurrentTopic(before);
      discourse.sentence.lastNonTopicSubject = phrase.subjects().getFirst();
    }
  }

  /** Adds the amounts of one account at several stages: 预算数、决算数分别为24.00万元、18.36万元. */
  void addAmountOfEachStage(
      AmountPhrase phrase, List<Stage> stages, List<ProseToken.Numeral> numbers) {
    for (int i = 0; i < stages.size(); i++) {
      addAmounts(false, phrase.withStage(stages.get(i)), List.of(numbers.get(i)), false);
    }
  }

  /**
   * Whether 收入 or 支出 without a name is a part of the list's whole and not the whole itself:
   * 收入总计43亿元，包括：本级收入10亿元.
   */
  private boolean isUnnamedFlowPartOfWhole(AmountPhrase phrase, List<Subject> subjects) {
    OpenList list = discourse.lists().innermostList();
    Subject whole = list == null || !list.isInline() ? null : list.wholeSubject();
    return whole != null
        && !phrase.flow().isEmpty()
        && subjects.size() == 1
        && SubjectResolver.isTotal(whole, phrase.flow())
        && !subjects.getFirst().isSameAs(whole);
  }

  /**
   * Keeps the years of a phrase, with their stage, for later clauses that refer to them only by how
   * many they are: 2020年、2021年决算分别为96万元、88万元，2022年预算85万元。其中，接待费三年分别为….
   */
  private void rememberYears(AmountPhrase phrase, boolean numbersAreDistributed) {
    List<Integer> years = phrase.years();
    Stage stage = phrase.stage();
    if (DiscourseState.areConsecutiveYears(years) && !phrase.isAtBudgetStage()) {
      discourse.lastExecutedYear = Math.max(discourse.lastExecutedYear, years.getLast());
    }
    if (stage != null && (numbersAreDistributed || years.size() == 1)) {
      years.forEach(y -> discourse.stagesOfListedYears.put(y, stage));
    }
    List<Integer> before =
        discourse.distributedYears.values().stream()
            .filter(l -> years.size() == 1 && l.getLast() == years.getFirst() - 1)
            .findFirst()
            .orElse(List.of());
    if (!before.isEmpty() && !numbersAreDistributed) {
      List<Integer> extended = Stream.concat(before.stream(), years.stream()).toList();
      discourse.distributedYears.put(extended.size(), extended);
    }
  }

  /**
   * Adds an amount that a comparison excludes: 剔除上年一次性收入3,200万元后. The topic remains the account
   * that is compared, and the year of the amount does not become that of the sentence. Adds nothing
   * if the phrase does not name exactly one account.
   */
  void addExcludedAmount(AmountPhrase phrase, ProseToken.Numeral number) {
    if (phrase.subjects().size() != 1) {
      return;
    }
    Subject subject = phrase.subjects().getFirst();
    Operand operand =
        Operand.of(
            subject, phraseResolver.resolveStageAndTime(phrase, null), quantityReader.read(number));
    discourse.statements.add(new Amount(discourse.clauseSpan, operand));
  }

  /**
   * Adds the amount that the evaluated project received: 实际到位126万元. It becomes the topic only if
   * the next clause names its parts.
   */
  void addReceivedMoney(ProseToken.Numeral number) {
    DiscourseTopic before = discourse.topic();
    Subject received = new SubjectDimensionResolver(discourse).receivedFundsSubject();
    addAmounts(
        false,
        AmountPhrase.EMPTY.withSubjects(List.of(received)).withStage(Stage.EXECUTION),
        List.of(number),
        false);
    if (!discourse.clauseContext.nextClauseNamesParts() && !before.subjects().isEmpty()) {
      discourse.topics.setCurrentTopic(before);
    }
  }

  /**
   * Adds an amount under the words that name it, such as its purpose, 30万元用于道路维修. Adds nothing if
   * there are no words.
   *
   * @param stage stage that the words include, 涉及预算资金86万元, or null
   */
  void addUnlistedAmount(
      List<ProseToken> purposeWords, @Nullable Stage stage, ProseToken.Numeral number) {
    if (purposeWords.isEmpty()) {
      return;
    }
    String name =
        foldedText.text().substring(purposeWords.getFirst().start(), purposeWords.getLast().end());
    Subject open =
        Subject.ofUnlistedName(
            name, spanMapper.span(purposeWords.getFirst().start(), purposeWords.getLast().end()));
    if (name.startsWith(AccountNameResolver.CONCERNED_FUNDS_PREFIX)) {
      String fund = name.substring(AccountNameResolver.CONCERNED_FUNDS_PREFIX.length());
      open = open.withFund(ChartOfAccounts.findFund(fund).orElse(null));
    }
    AmountPhrase phrase = AmountPhrase.EMPTY.withSubjects(List.of(open));
    phrase = stage == null ? phrase : phrase.withStage(stage);
    addAmounts(false, phrase, List.of(number), false);
  }

  /**
   * Whether the amount is per head because the titles say so or because the amount to which it is
   * joined is per head.
   */
  private boolean isPerHeadByContext() {
    return discourse.context.amountsArePerHead()
        || discourse.headingSaysPerHead
        || (discourse.markBefore == '、'
            && !discourse.statements.isEmpty()
            && discourse.statements.getLast() instanceof PerHead);
  }

  /**
   * Stage and time of an amount; several candidates if the amount is the total of several years.
   */
  private CandidateValues<StageAndTime> candidateStagesAndTimes(
      StageAndTime stageAndTime, AmountPhrase phrase, @Nullable Integer assignedYear) {
    List<Integer> years = phrase.years().isEmpty() ? discourse.sentence.yearRange : phrase.years();
    if (years.size() < 2 || stageAndTime.year() == null) {
      return CandidateValues.of(stageAndTime);
    }
    boolean ofAll = assignedYear == null && DiscourseState.areConsecutiveYears(years);
    return years.contains(stageAndTime.year()) && !ofAll
        ? CandidateValues.of(stageAndTime)
        : new CandidateValues<>(years.stream().distinct().map(stageAndTime::withYear).toList());
  }
}
