package org.mingzhang.statement;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.mingzhang.model.Stage;
import org.mingzhang.statement.Statement.Direction;
import org.mingzhang.statement.Statement.ListIntroduction;
import org.mingzhang.text.PatternTable;

/** Reads amounts and counts: a number with its unit, alone, distributed by 分别, or left blank. */
final class AmountReader {
  private static final PatternTable PATTERNS = PatternTable.readForPackageOf(AmountReader.class);
  private static final Pattern BUDGET_ADJUSTMENT = PATTERNS.get("budget-adjustment");

  private static final String ADJUST_PREFIX = "调";

  private final ClauseState clause;
  private final DiscourseState discourse;
  private final QuantityReader quantities;
  private final AmountStatementBuilder amounts;
  private final CountStatementBuilder counts;
  private final ChangeStatementBuilder changes;
  private final AmountNameFinder names;
  private final AccountAdjustmentReader adjustments;
  private final TentativeAmountDetector tentative;
  private final NumberlessClauseReader numberless;
  private final BondPartResolver bondParts;

  AmountReader(
      ClauseState clause,
      DiscourseState discourse,
      QuantityReader quantities,
      AmountStatementBuilder amounts,
      CountStatementBuilder counts,
      ChangeStatementBuilder changes,
      NumberlessClauseReader numberless) {
    this.clause = clause;
    this.discourse = discourse;
    this.quantities = quantities;
    this.amounts = amounts;
    this.counts = counts;
    this.changes = changes;
    this.names = new AmountNameFinder(clause, discourse);
    this.adjustments = new AccountAdjustmentReader(clause, discourse, amounts, changes);
    this.tentative = new TentativeAmountDetector(clause, discourse);
    this.numberless = numberless;
    this.bondParts = new BondPartResolver(clause, discourse);
  }

  /**
   * Reads the amount, count or bracketed rate that starts with a number and clears the words of the
   * phrase; after a count, its last stage is kept. A number before a word such as 以上 is skipped.
   *
   * @return index of the next token, or -1 if the number belongs to the phrase, which then is not
   *     cleared
   */
  int readNumber(ProseToken.Numeral number, int tokenIndex) {
    if (clause.isThresholdWordAt(tokenIndex + 1)
        && !clause.tokens().get(tokenIndex + 1).isWordOfClass(WordClass.LINK)) {
      clause.phraseTokens().clear();
      return tokenIndex + 2;
    }
    switch (number.measure()) {
      case MONEY -> {
        return readAmountOfMoney(tokenIndex);
      }
      case BARE -> {
        return readBareNumber(number, tokenIndex);
      }
      case PERCENT -> readBracketedRate(number);
      case COUNT -> {
        boolean distributed = clause.isDistributed(tokenIndex, tokenIndex);
        List<ProseToken.Numeral> numbers =
            distributed
                ? clause.readNumberSequence(tokenIndex, Direction.UNSPECIFIED).numbers()
                : List.of(number);
        int end = counts.addCounts(distributed, clause.phraseTokens(), numbers);
        clause.retainOnlyLastStage();
        return clause.indexOfTokenEndingAfter(end, tokenIndex + 1);
      }
      default -> {}
    }
    clause.phraseTokens().clear();
    return tokenIndex + 1;
  }

  private int readAmountOfMoney(int tokenIndex) {
    Subject bonds = bondParts.findNamed();
    if (bonds != null) {
      AmountPhrase part = AmountPhrase.EMPTY.withSubjects(List.of(bonds));
      amounts.addAmounts(
          false, part, List.of((ProseToken.Numeral) clause.tokens().get(tokenIndex)), false);
      clause.phraseTokens().clear();
      return tokenIndex + 1;
    }
    if (tentative.isPartOfChange()) {
      clause.phraseTokens().clear();
      return tokenIndex + 1;
    }
    ClauseState.NumberSequence run = clause.readNumberSequence(tokenIndex, Direction.UNSPECIFIED);
    boolean distributed =
        clause.isDistributed(tokenIndex, tokenIndex) || hasAmountForEachAccount(run);
    List<ProseToken.Numeral> numbers =
        distributed ? run.numbers() : List.of((ProseToken.Numeral) clause.tokens().get(tokenIndex));
    int next = distributed ? run.end() : tokenIndex + 1;
    if (names.startsListByPurpose(next)) {
      discourse.openList(ListIntroduction.OF_WHICH);
    }
    Subject carriedOver = distributed ? null : names.findCarryoverOrTransferAccount(next);
    if (carriedOver != null) {
      amounts.addAmountBesideTopic(carriedOver, numbers.getFirst());
      clause.phraseTokens().clear();
      return clause.tokens().size();
    }
    if (!distributed && names.stateOnlyReceiptByProject(clause.phraseTokens())) {
      amounts.addReceivedMoney(numbers.getFirst());
      clause.phraseTokens().clear();
      return next;
    }
    if (!distributed
        && (adjustments.readAddedFunds(numbers.getFirst())
            || adjustments.addChange(numbers)
            || adjustments.addPartOfAdjustment(numbers))) {
      clause.phraseTokens().clear();
      return next;
    }
    if (!distributed && names.isUnlistedRemainder()) {
      amounts.addUnlistedAmount(List.copyOf(clause.phraseTokens()), numbers.getFirst());
      clause.phraseTokens().clear();
      return next;
    }
    int projects = names.endOfBudgetedProjects();
    if (!distributed
        && projects > 0
        && clause.phraseTokens().get(projects) instanceof ProseToken.Word stage) {
      amounts.addUnlistedAmount(
          List.copyOf(clause.phraseTokens().subList(0, projects)),
          BudgetStages.parse(stage.value()),
          numbers.getFirst());
      clause.phraseTokens().clear();
      return next;
    }
    AmountNameFinder.NameWords named = names.find(tokenIndex, next);
    if (named != null) {
      amounts.addUnlistedAmount(named.words(), numbers.getFirst());
      clause.phraseTokens().clear();
      return named.end();
    }
    boolean planned =
        next < clause.tokens().size() && clause.tokens().get(next).isWordOfClass(WordClass.PLAN);
    boolean uncertain = planned || tentative.isTentative();
    discourse.sentence.lastAmountPlanned =
        uncertain && clause.phraseTokens().stream().anyMatch(tentative::isOnlyPlanned);
    if (isTotalOfPrecedingAmounts()) {
      amounts.addTotalOfList(numbers.getFirst());
    } else if (!uncertain && !names.isUnnamedRemainder(next)) {
      if (clause.phraseTokens().stream().anyMatch(t -> t.isWordOfClass(WordClass.TO))) {
        discourse.sentence.year = null;
      }
      AmountPhrase phrase = readPhraseBeforeAdjustment(next);
      List<ProseToken> name =
          phrase.subjects().isEmpty() ? names.findNameAtClauseEnd(next) : List.of();
      if (name.isEmpty() && names.isUnattributedFunding(phrase)) {
        amounts.addUnlistedAmount(List.of(clause.phraseTokens().getLast()), numbers.getFirst());
        clause.phraseTokens().clear();
        return next;
      }
      if (names.refersToProject(phrase)) {
        discourse.topics.returnToListWhole(); // 其中40万元为中央资金，项目已支付15万元
      }
      if (names.startsWithExclusion()) {
        amounts.addExcludedAmount(phrase, numbers.getFirst());
        clause.phraseTokens().clear();
        return next;
      }
      List<Stage> stages = BudgetStages.findJoinedStages(clause.phraseTokens(), phrase);
      if (distributed && stages.size() == numbers.size()) {
        amounts.addAmountOfEachStage(phrase, stages, numbers);
      } else {
        amounts.addAmounts(
            distributed, phrase.withName(discourse.readPhrase(name)), numbers, false);
      }
      if (!stages.isEmpty() && !distributed) {
        amounts.addAmounts(false, phrase.withStage(stages.getFirst()), numbers, false);
      }
      next += name.size();
    } else if (discourse.sentence.lastAmountPlanned) {
      numberless.markMissingAmount(discourse.readPhrase(clause.phraseTokens()));
    }
    clause.phraseTokens().clear();
    return next;
  }

  /**
   * The phrase before an amount. The first amount of 由8.06亿元调整为7.52亿元 is the budget even if the
   * titles give another stage; so is that of 由8.06亿元下调至7.52亿元 in a list of parts of an adjusted
   * budget. An open list is then marked as incomplete, since it names only the adjusted accounts.
   */
  private AmountPhrase readPhraseBeforeAdjustment(int next) {
    OpenList list = discourse.lists().innermostList();
    boolean adjusted =
        next < clause.tokens().size()
            && clause.tokens().get(next).isWordOfClass(WordClass.TO)
            && (clause.text(clause.tokens().get(next)).startsWith(ADJUST_PREFIX)
                || (list != null
                    && list.isOfAdjustedBudget()
                    && clause.text(clause.tokens().get(next)).contains(ADJUST_PREFIX)));
    if (adjusted && list != null) {
      list.hasUnnamedParts = true; // The list names only adjusted accounts.
    }
    AmountPhrase phrase =
        withFirstOrLastYearOfRange(
            discourse.readPhrase(adjusted ? wordsBeforeInitialBudget() : clause.phraseTokens()),
            next);
    boolean planned = adjusted || names.isAllocatedBelow(next);
    return planned && phrase.stage() == null ? phrase.withStage(Stage.BUDGET) : phrase;
  }

  /**
   * The phrase with its year set to the first or last year of the range that the sentence
   * announces, for the two amounts of a development: 2020年至2023年，收入由3186万元增加到4150万元.
   */
  private AmountPhrase withFirstOrLastYearOfRange(AmountPhrase phrase, int next) {
    List<Integer> span = discourse.sentence.yearRange;
    if (span.isEmpty() || !phrase.years().isEmpty()) {
      return phrase;
    }
    if (next < clause.tokens().size() && clause.tokens().get(next).isWordOfClass(WordClass.TO)) {
      return phrase.withYears(List.of(span.getFirst()));
    }
    return clause.phraseTokens().stream().anyMatch(t -> t.isWordOfClass(WordClass.TO))
        ? phrase.withYears(List.of(span.getLast()))
        : phrase;
  }

  /** The words before 由 in 税收收入由年初的41,000万元; all words if a stage of the budget follows 由. */
  private List<ProseToken> wordsBeforeInitialBudget() {
    List<ProseToken> words = clause.phraseTokens();
    int from = words.size() - 1;
    while (from > 0 && !words.get(from).isWordOfClass(WordClass.SPLIT)) {
      from--;
    }
    return from > 0
            && words.subList(from, words.size()).stream()
                .noneMatch(t -> t.isWordOfClass(WordClass.STAGE))
        ? words.subList(0, from)
        : words;
  }

  /**
   * Whether the amount is only the sum of the amounts before it in the sentence and names no
   * account: 合计5,200万元.
   */
  private boolean isTotalOfPrecedingAmounts() {
    return !discourse.sentence.subjects.isEmpty()
        && namesNeitherSubjectNorFlow(discourse.readPhrase(clause.phraseTokens()))
        && clause.phraseTokens().stream().anyMatch(t -> t.isWordOfClass(WordClass.SUM))
        && clause.phraseTokens().stream()
            .allMatch(
                t ->
                    t.isWordOfClass(WordClass.SUM)
                        || t.isWordOfClass(WordClass.VERB)
                        || t.isWordOfClass(WordClass.DONE));
  }

  /** Whether a phrase names no account or item and neither 收入 nor 支出. */
  private static boolean namesNeitherSubjectNorFlow(AmountPhrase phrase) {
    return phrase.subjects().isEmpty() && phrase.flow().isEmpty();
  }

  /**
   * Whether the number of amounts that follow equals the number of accounts of the phrase, named or
   * carried over: 收、支总计71.3万元、74.8万元.
   */
  private boolean hasAmountForEachAccount(ClauseState.NumberSequence run) {
    int values = run.numbers().size();
    return values > 1
        && !clause.phraseTokens().isEmpty()
        && discourse.resolveSubjects(discourse.readPhrase(clause.phraseTokens())).size() == values;
  }

  /**
   * Reads a number without unit, as an amount of money if the words around it name an account and a
   * unit note gives the unit. Otherwise, if the number belongs to no phrase, the open list is
   * marked as having a part without an amount.
   *
   * @return index of the next token, or -1 if the number belongs to the phrase
   */
  private int readBareNumber(ProseToken.Numeral number, int tokenIndex) {
    boolean last = tokenIndex + 1 == clause.tokens().size();
    boolean stops =
        last
            ? clause.markAfter() != 0
            : ChangeReader.endsBase(clause.tokens().get(tokenIndex + 1))
                || clause.tokens().get(tokenIndex + 1).isWordOfClass(WordClass.CONSISTS);
    boolean money =
        stops
            && quantities.hasDefaultUnit()
            && !clause.phraseTokens().isEmpty()
            && !tentative.isTentative();
    if (!money) {
      boolean goesOn = !last && !(clause.tokens().get(tokenIndex + 1) instanceof ProseToken.Mark);
      boolean broken =
          !clause.phraseTokens().isEmpty()
              && clause.phraseTokens().getLast() instanceof ProseToken.Name
              && number.printed().contains(".");
      if (goesOn && !broken) {
        return -1;
      }
      numberless.markMissingAmount(discourse.readPhrase(clause.phraseTokens()));
      clause.phraseTokens().clear();
      return tokenIndex + 1;
    }
    AmountPhrase phrase = discourse.readPhrase(clause.phraseTokens());
    if (phrase.subjects().stream().anyMatch(Subject::charted)
        || (phrase.subjects().isEmpty() && phrase.stage() != null)) {
      amounts.addAmounts(false, phrase, List.of(number), true);
    }
    clause.phraseTokens().clear();
    return tokenIndex + 1;
  }

  /**
   * Reads a bracket that follows a change and contains only a percentage. The percentage is the
   * rate of that change.
   */
  private void readBracketedRate(ProseToken.Numeral number) {
    if (clause.markBefore() == '(' && clause.tokens().size() == 1) {
      changes.addBracketedRate(number);
    }
  }

  /**
   * Reads the number after a word for an amount that does not belong to the topic, such as an
   * addition to a budget: 年中追加420.50万元. Most such amounts are not added. Money that the evaluated
   * project received is added as such, and the amount after 涉及, 涉及资金86万元, under the words that name
   * it; a count after 涉及 makes the account that the phrase names the topic. Clears the phrase if a
   * number follows.
   *
   * @return index after the number, or -1 if none follows
   */
  int readAdjustment(int tokenIndex) {
    int j = clause.skipWordsBeforeNumber(tokenIndex + 1);
    if (j >= clause.tokens().size() || !(clause.tokens().get(j) instanceof ProseToken.Numeral)) {
      return -1;
    }
    ProseToken.Numeral number = (ProseToken.Numeral) clause.tokens().get(j);
    String word = clause.text(clause.tokens().get(tokenIndex));
    boolean concerned = word.startsWith(AccountNameResolver.CONCERNED_FUNDS_PREFIX);
    discourse.hasBudgetAdjustment |= BUDGET_ADJUSTMENT.matcher(word).find();
    List<ProseToken> words = new ArrayList<>(clause.phraseTokens());
    words.add(clause.tokens().get(tokenIndex));
    if (number.measure() == Quantity.Measure.MONEY && names.stateOnlyReceiptByProject(words)) {
      amounts.addReceivedMoney(number);
    } else if (concerned && number.measure() == Quantity.Measure.MONEY) {
      Stage stage = word.contains("预算") ? Stage.BUDGET : null;
      amounts.addUnlistedAmount(clause.tokens().subList(tokenIndex, j), stage, number);
    } else if (concerned && !clause.phraseTokens().isEmpty()) {
      numberless.changeTopic(
          discourse.readPhrase(clause.phraseTokens())); // 项目支出涉及8个项目: 项目支出 becomes the topic
    }
    clause.phraseTokens().clear();
    return j + 1;
  }

  /**
   * Marks the open list as having a part without an amount, if the phrase names one, and clears the
   * phrase.
   *
   * @return index after the blank
   */
  int readBlankAmount(int tokenIndex) {
    numberless.markMissingAmount(discourse.readPhrase(clause.phraseTokens()));
    clause.phraseTokens().clear();
    return tokenIndex + 1;
  }
}
