package org.mingzhang.statement.clause;

import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.mingzhang.model.Stage;
import org.mingzhang.statement.Statement.Direction;
import org.mingzhang.statement.Statement.ListIntroduction;
import org.mingzhang.statement.Subject;
import org.mingzhang.statement.phrase.AccountNameResolver;
import org.mingzhang.statement.phrase.AmountPhrase;
import org.mingzhang.statement.token.BudgetStages;
import org.mingzhang.statement.token.ProseToken;
import org.mingzhang.statement.token.WordClass;
import org.mingzhang.text.PatternTable;

/**
 * Reads an amount of money with the words before it, alone or distributed by 分别, and adds its
 * statements.
 */
final class MoneyAmountReader {
  private static final PatternTable PATTERNS =
      PatternTable.readForPackageOf(MoneyAmountReader.class);
  private static final Pattern GENERIC_FUNDS = PATTERNS.get("generic-funds");
  private static final Pattern SPENDING_VERB = PATTERNS.get("spending-verb");

  /** Minimum number of amounts in a row that are parts of the topic if nothing names them. */
  private static final int MIN_UNNAMED_PARTS = 3;

  private final ClauseState clause;
  private final DiscourseState discourse;
  private final PhraseResolver phraseResolver;
  private final AmountStatementBuilder amountBuilder;
  private final AmountNameFinder amountNameFinder;
  private final CarryoverAccountFinder carryoverAccountFinder;
  private final ReceivedMoneyDetector receivedMoneyDetector;
  private final ProjectPartNameFinder projectPartNameFinder;
  private final AccountAdjustmentReader accountAdjustmentReader;
  private final TentativeAmountDetector tentativeAmountDetector;
  private final NumberlessClauseReader numberlessClauseReader;
  private final BondPartResolver bondPartResolver;
  private final AdjustedAmountPhraseReader adjustedAmountPhraseReader;

  MoneyAmountReader(
      ClauseState clause,
      DiscourseState discourse,
      PhraseResolver phraseResolver,
      AmountStatementBuilder amountBuilder,
      ChangeStatementBuilder changeBuilder,
      AmountNameFinder amountNameFinder,
      TentativeAmountDetector tentativeAmountDetector,
      NumberlessClauseReader numberlessClauseReader) {
    this.clause = clause;
    this.discourse = discourse;
    this.phraseResolver = phraseResolver;
    this.amountBuilder = amountBuilder;
    this.amountNameFinder = amountNameFinder;
    this.carryoverAccountFinder = new CarryoverAccountFinder(clause, discourse);
    this.receivedMoneyDetector = new ReceivedMoneyDetector(clause, discourse);
    this.projectPartNameFinder = new ProjectPartNameFinder(clause, discourse);
    this.accountAdjustmentReader =
        new AccountAdjustmentReader(clause, discourse, amountBuilder, changeBuilder);
    this.tentativeAmountDetector = tentativeAmountDetector;
    this.numberlessClauseReader = numberlessClauseReader;
    this.bondPartResolver = new BondPartResolver(clause, discourse);
    this.adjustedAmountPhraseReader =
        new AdjustedAmountPhraseReader(clause, discourse, amountNameFinder);
  }

  /**
   * Reads the amount at an index and clears the words of the phrase.
   *
   * @return index of the next token
   */
  int read(int tokenIndex) {
    List<ProseToken> basis =
        amountNameFinder.startsWithExclusion()
            ? List.of(clause.phraseTokens().getFirst())
            : List.of();
    int next = addAmounts(tokenIndex);
    clause.phraseTokens().clear();
    // The word of exclusion stays as the basis of the rate that follows: 扣除专项20万元后增长3%.
    clause.phraseTokens().addAll(basis);
    return next;
  }

  private int addAmounts(int tokenIndex) {
    ProseToken.Numeral first = (ProseToken.Numeral) clause.tokens().get(tokenIndex);
    Subject bonds = bondPartResolver.findNamedBonds();
    if (bonds != null) {
      AmountPhrase part = AmountPhrase.EMPTY.withSubjects(List.of(bonds));
      amountBuilder.addAmounts(false, part, List.of(first), false);
      return tokenIndex + 1;
    }
    if (tentativeAmountDetector.isPartOfChange()) {
      return tokenIndex + 1;
    }
    ClauseState.NumberSequence run = clause.readNumberSequence(tokenIndex, Direction.UNSPECIFIED);
    boolean distributed =
        clause.isDistributed(tokenIndex, tokenIndex) || hasAmountForEachAccount(run);
    if (!distributed && isSeriesOfUnnamedParts(run)) {
      return run.end();
    }
    List<ProseToken.Numeral> numbers = distributed ? run.numbers() : List.of(first);
    int next = distributed ? run.end() : tokenIndex + 1;
    if (amountNameFinder.startsListByPurpose(next)) {
      discourse.openList(ListIntroduction.OF_WHICH);
    }
    int end = distributed ? -1 : addAmountOfOtherAccount(first, next);
    if (end >= 0) {
      return end;
    }
    AmountNameFinder.NameWords named = amountNameFinder.findNameWords(tokenIndex, next);
    if (named != null) {
      amountBuilder.addUnlistedAmount(named.words(), null, numbers.getFirst());
      return named.end();
    }
    if (!distributed && isAttributeOfLaterName(next)) {
      return next;
    }
    boolean planned =
        next < clause.tokens().size() && clause.tokens().get(next).isWordOfClass(WordClass.PLAN);
    boolean uncertain = planned || tentativeAmountDetector.isTentative();
    if (uncertain) {
      discourse.sentence.setYearIfStated(discourse.readPhrase(clause.phraseTokens()));
    }
    if (clause.phraseTokens().stream().anyMatch(TentativeAmountDetector::isBudgetOfYears)) {
      // An amount planned for several years is a budget, and so are its parts:
      // 三年预算合计60万元，其中2023年20万元.
      discourse.sentence.stage = Stage.BUDGET;
    }
    discourse.sentence.isLastAmountPlanned =
        uncertain && clause.phraseTokens().stream().anyMatch(tentativeAmountDetector::isPlanWord);
    if (!uncertain && !amountNameFinder.isUnnamed(next)) {
      return addAmountsOfPhrase(distributed, numbers, next);
    } else if (uncertain
        && discourse.clauseContext.nextClauseNamesParts()
        && clause.phraseTokens().stream().anyMatch(ProseToken::isNameLike)) {
      // The amount is not added, so its parts must not become parts of the topic before it:
      // 减少固定资产50万元，其中报废35万元.
      discourse.changeTopic(List.of());
    } else if (uncertain) {
      skipPlannedAmount(discourse.readPhrase(clause.phraseTokens()));
    }
    return next;
  }

  /**
   * Whether several amounts follow each other without a name, so that they are parts of the topic
   * and none of them is its amount: 支出按四类安排，金额为90万元、50万元、10万元和20万元.
   */
  private boolean isSeriesOfUnnamedParts(ClauseState.NumberSequence run) {
    if (run.numbers().size() < MIN_UNNAMED_PARTS
        || !run.numbers().stream().allMatch(ProseToken::isMoney)) {
      return false;
    }
    AmountPhrase phrase = discourse.readPhrase(clause.phraseTokens());
    return !namesAccountOrFlow(phrase)
        && phrase.stage() == null
        && phrase.years().size() < 2
        && discourse.topic().subjects().size() == 1;
  }

  /** Leaves out a planned amount. The project whose cost it is becomes the topic. */
  private void skipPlannedAmount(AmountPhrase phrase) {
    if (discourse.sentence.isLastAmountPlanned) {
      numberlessClauseReader.markMissingAmount(phrase);
    }
    Subject project = findProjectOfCost(phrase);
    if (project != null) {
      discourse.changeTopic(List.of(project));
    }
  }

  /**
   * The project if an amount is its cost over all years; later amounts without a name then belong
   * to the project: 校舍改造项目总投资300万元，2023年支付80万元. If only plain words precede the cost, 新校区总投资300万元,
   * the project is doubtful. Null for other amounts, and in a text about one project.
   */
  private @Nullable Subject findProjectOfCost(AmountPhrase phrase) {
    List<ProseToken> words = clause.phraseTokens();
    int cost = 0;
    while (cost < words.size()
        && !(words.get(cost) instanceof ProseToken.Word word && word.isTotalProjectCost())) {
      cost++;
    }
    if (cost == words.size() || discourse.context.projectFunding() != null) {
      return null;
    }
    Subject named = phrase.subjects().size() == 1 ? phrase.subjects().getFirst() : null;
    if (named != null && AccountNameResolver.isFundingOfNamedProject(named)) {
      return named;
    }
    return cost > 0 && words.get(cost - 1) instanceof ProseToken.Text plain
        ? Subject.ofUnlistedName(clause.text(plain), null).withDoubtful(true)
        : null;
  }

  /**
   * Whether an amount without a name only describes what is named after it and does not belong to
   * the topic: 年初预算100万元的殡葬改革项目.
   *
   * @param next index after the amount
   */
  private boolean isAttributeOfLaterName(int next) {
    List<ProseToken> words = clause.tokens();
    return next + 1 < words.size()
        && clause.text(words.get(next)).equals("的")
        && words.get(next + 1).isNameLike()
        && !namesAccountOrFlow(discourse.readPhrase(clause.phraseTokens()));
  }

  /**
   * Adds a single amount that does not belong to the accounts of the phrase: a balance carried
   * over, money received, an adjustment, or a remainder or group of projects that is no account of
   * the chart.
   *
   * @param next index after the amount
   * @return index of the next token, or -1 if the amount is of no such kind and nothing was added
   */
  private int addAmountOfOtherAccount(ProseToken.Numeral number, int next) {
    Subject carriedOver = carryoverAccountFinder.findCarryoverOrTransferAccount(next);
    if (carriedOver != null) {
      amountBuilder.addAmountOfAccount(carriedOver, number);
      return clause.tokens().size();
    }
    if (receivedMoneyDetector.isReceiptByProject(clause.phraseTokens())
        || receivedMoneyDetector.isReceiptOfGenericFunds(next)) {
      amountBuilder.addReceivedMoney(number);
      return next;
    }
    if (accountAdjustmentReader.readAddedFunds(number)
        || accountAdjustmentReader.addChange(List.of(number))
        || accountAdjustmentReader.addPartOfAdjustment(List.of(number))) {
      return next;
    }
    if (amountNameFinder.isUnlistedRemainder()) {
      amountBuilder.addUnlistedAmount(List.copyOf(clause.phraseTokens()), null, number);
      return next;
    }
    int projects = projectPartNameFinder.indexAfterBudgetedProjects();
    if (projects > 0 && clause.phraseTokens().get(projects) instanceof ProseToken.Word stage) {
      amountBuilder.addUnlistedAmount(
          List.copyOf(clause.phraseTokens().subList(0, projects)),
          BudgetStages.parse(stage.value()),
          number);
      return next;
    }
    return -1;
  }

  /**
   * Adds amounts of the accounts that the phrase names, or of the topic.
   *
   * @param next index after the amounts
   * @return index of the next token, after the words that follow and name the amounts, if there are
   *     any
   */
  private int addAmountsOfPhrase(
      boolean numbersAreDistributed, List<ProseToken.Numeral> numbers, int next) {
    if (clause.phraseTokens().stream().anyMatch(t -> t.isWordOfClass(WordClass.CHANGED_TO))) {
      discourse.sentence.year = null;
    }
    AmountPhrase phrase =
        withProjectOfGenericFunds(adjustedAmountPhraseReader.readBeforeAmount(next));
    List<ProseToken> name =
        phrase.subjects().isEmpty() ? amountNameFinder.findNameAtClauseEnd(next) : List.of();
    if (name.isEmpty() && amountNameFinder.isUnattributedFunding(phrase)) {
      amountBuilder.addUnlistedAmount(
          List.of(clause.phraseTokens().getLast()), null, numbers.getFirst());
      return next;
    }
    if (amountNameFinder.refersToProject(phrase)) {
      // 项目 means the whole project, not the last part of its money: 其中40万元为中央资金，项目已支付15万元.
      discourse.topics.returnToListWhole();
    }
    if (amountNameFinder.startsWithExclusion()) {
      amountBuilder.addExcludedAmount(phrase, numbers.getFirst());
      return next;
    }
    List<Stage> stages = BudgetStages.findJoinedStages(clause.phraseTokens(), phrase.stage());
    if (numbersAreDistributed && stages.size() == numbers.size()) {
      amountBuilder.addAmountOfEachStage(phrase, stages, numbers);
    } else {
      AmountPhrase named = phrase.withNameAfterAmount(discourse.readPhrase(name));
      DiscourseTopic budgeted = carryoverAccountFinder.findTopicOfBudgetAfterBalance();
      amountBuilder.addAmounts(numbersAreDistributed, named, numbers, false);
      if (budgeted != null) {
        discourse.topics.setCurrentTopic(budgeted);
        discourse.sentence.balancePrecedesBudget = true;
      }
    }
    if (!stages.isEmpty() && !numbersAreDistributed) {
      amountBuilder.addAmounts(false, phrase.withStage(stages.getFirst()), numbers, false);
    }
    return next + name.size();
  }

  /**
   * The phrase with the evaluated project as its subject if it states spending of funds that it
   * names only by their kind, 共拨付补助资金3191.44万元. Not in a list, where such a name is the name of a
   * part.
   */
  private AmountPhrase withProjectOfGenericFunds(AmountPhrase phrase) {
    Subject project = discourse.context.projectFunding();
    return project != null
            && phrase.subjects().size() == 1
            && (phrase.stage() == Stage.EXECUTION
                || (phrase.stage() == null && SPENDING_VERB.matcher(clause.phraseText()).find()))
            && phrase.fund() == null
            && discourse.lists().isOutsideSentenceList()
            && GENERIC_FUNDS.matcher(phrase.subjects().getFirst().account()).matches()
        ? phrase.withSubjects(List.of(project))
        : phrase;
  }

  /** Whether a phrase names an account, an item, or only 收入 or 支出. */
  static boolean namesAccountOrFlow(AmountPhrase phrase) {
    return !phrase.subjects().isEmpty() || !phrase.flow().isEmpty();
  }

  /**
   * Whether the number of amounts that follow equals the number of accounts of the phrase, named or
   * carried over: 收、支总计71.3万元、74.8万元.
   */
  private boolean hasAmountForEachAccount(ClauseState.NumberSequence run) {
    int values = run.numbers().size();
    return values > 1
        && !clause.phraseTokens().isEmpty()
        && phraseResolver.resolveSubjects(discourse.readPhrase(clause.phraseTokens())).size()
            == values;
  }
}
