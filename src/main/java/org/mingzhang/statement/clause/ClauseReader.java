package org.mingzhang.statement.clause;

import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.mingzhang.model.Stage;
import org.mingzhang.statement.Statement.ListIntroduction;
import org.mingzhang.statement.phrase.AmountPhrase;
import org.mingzhang.statement.phrase.ProjectEnumerationReader;
import org.mingzhang.statement.token.BudgetStages;
import org.mingzhang.statement.token.Clause;
import org.mingzhang.statement.token.FoldedText;
import org.mingzhang.statement.token.Lexicon;
import org.mingzhang.statement.token.ListMarkScanner;
import org.mingzhang.statement.token.ProseToken;
import org.mingzhang.statement.token.QuantityReader;
import org.mingzhang.statement.token.SpanMapper;
import org.mingzhang.statement.token.WordClass;
import org.mingzhang.text.PatternTable;

/**
 * Reads the clauses of a section one after the other. The grammar, from left to right within a
 * clause:
 *
 * <pre>
 * clause     = [connective] { predicate }
 * predicate  = [phrase] amount | [phrase] [base] direction number | [phrase] [base] same
 *            | [phrase] 占 whole [amount] 的 percent | [phrase] 完成 budget [amount] 的 percent
 *            | [phrase] 执行率 percent | [phrase] count
 * base       = 比 phrase [amount] | 与 phrase 相比
 * amount     = number | 分别为 number { 、 number }
 * </pre>
 *
 * A phrase without a name refers to the topic. Words that fit no predicate are ignored.
 */
public final class ClauseReader {
  private static final Pattern ANNOUNCED_BASIS =
      PatternTable.readForPackageOf(ClauseReader.class).get("announced-basis");

  private final SpanMapper spans;
  private final DiscourseState discourse;
  private final ClauseState clause;
  private final ExpectedExecutionFilter expected;
  private final AmountReader amounts;
  private final ComparisonBaseReader bases;
  private final ChangeReader changes;
  private final BudgetAdjustmentReader adjustments;
  private final RateReader rates;
  private final CompletionRateReader completionRates;
  private final AnnouncedRateReader announcedRates;
  private final ListConnectiveReader connectives;
  private final BreakdownReader breakdowns;
  private final EnumeratedPartMatcher parts;
  private final ReasonReader reasons;
  private final ReasonChangeReader reasonChanges;
  private final ReasonEndDetector reasonEnds;
  private final RemainingAccountResolver remainingAccountResolver;
  private final ClauseRemainderReader remainder;
  private final OtherBodyFinder otherBodies;
  private final BondPartResolver bondParts;
  private final SavingsReader savings;
  private final ProjectEnumerationReader enumerations;
  private final PrecedingSumReader sums;
  private final BracketedBudgetJoiner bracketedBudgets;

  public ClauseReader(FoldedText folded, SpanMapper spans, DiscourseState discourse) {
    this.spans = spans;
    this.discourse = discourse;
    this.clause = new ClauseState(folded);
    this.expected = new ExpectedExecutionFilter(folded, discourse);
    PhraseResolver resolver = new PhraseResolver(discourse);
    NumberlessClauseReader numberless = new NumberlessClauseReader(discourse, resolver);
    QuantityReader quantities = new QuantityReader(spans, discourse.unitHint);
    ChangeStatementBuilder change =
        new ChangeStatementBuilder(folded, spans, discourse, resolver, quantities);
    AmountStatementBuilder amount =
        new AmountStatementBuilder(folded, spans, discourse, resolver, quantities, numberless);
    CountStatementBuilder count =
        new CountStatementBuilder(folded, discourse, resolver, quantities);
    RateStatementBuilder rate = new RateStatementBuilder(discourse, resolver, quantities);
    this.amounts =
        new AmountReader(
            clause, discourse, resolver, quantities, amount, count, change, numberless);
    this.bases = new ComparisonBaseReader(clause, discourse, quantities, change);
    this.changes = new ChangeReader(clause, discourse, change, numberless, bases);
    this.adjustments = new BudgetAdjustmentReader(clause, discourse, resolver, quantities);
    this.rates = new RateReader(clause, discourse, resolver, quantities, rate);
    this.completionRates = new CompletionRateReader(clause, discourse, quantities, rate);
    this.announcedRates = new AnnouncedRateReader(clause, discourse, resolver, rate);
    this.connectives = new ListConnectiveReader(clause, discourse, resolver, numberless);
    this.breakdowns = new BreakdownReader(clause, discourse, numberless);
    this.parts = new EnumeratedPartMatcher(clause, discourse);
    this.reasonChanges = new ReasonChangeReader(clause, discourse, change, bases);
    this.reasons = new ReasonReader(clause, discourse, numberless, parts, reasonChanges);
    this.remainingAccountResolver = new RemainingAccountResolver(discourse);
    this.remainder = new ClauseRemainderReader(clause, discourse, numberless);
    this.otherBodies = new OtherBodyFinder(folded);
    this.bondParts = new BondPartResolver(clause, discourse);
    this.savings = new SavingsReader(folded, clause, discourse, amount);
    this.bracketedBudgets = new BracketedBudgetJoiner(discourse);
    this.enumerations = new ProjectEnumerationReader(folded, discourse.nameResolver());
    this.sums = new PrecedingSumReader(clause, discourse, quantities, amount);
    this.reasonEnds = new ReasonEndDetector(clause, discourse, completionRates, parts);
  }

  /**
   * Reads the next clause and adds its statements to the discourse. The mark after it then ends the
   * sentence, opens or closes a bracket, or opens a list. Clauses must be read in order, each after
   * {@link DiscourseState#clauseContext} has been set to its context.
   */
  public void read(Clause printed) {
    Clause next = expected.filter(printed);
    clause.startClause(next);
    if (clause.opensSentence()) {
      if (clause.startsParagraph()) {
        discourse.topics.leaveLabeledProject();
      }
      discourse.sentence.openingYear = readOpeningYear();
    }
    bases.returnToYearOfTitles();
    ProseToken.ListMark listMark = next.listMark();
    if (listMark != null) {
      discourse.startItem(listMark);
      if (isItemWithoutNumber(listMark)) {
        connectives.markListOpenEnded();
      }
    }
    discourse.sentence.otherBody =
        otherBodies.find(next, discourse.sentence.otherBody, discourse.context);
    discourse.clauseSpan = spans.span(next.start(), next.end());
    discourse.joinedToPrevious = next.markBefore() == '、';
    discourse.referredMemberCount =
        next.referencedMemberCount(
            discourse.joinedToPrevious || next.startsWithPredicate()
                ? discourse.referredMemberCount
                : 0);
    if (!clause.tokens().isEmpty()
        && (discourse.sentence.reasonClass == null
            || reasonEnds.endsReason()
            || reasonEnds.startsListOfPurposes())) {
      if (discourse.sentence.reasonNamesParts) {
        discourse.openList(ListIntroduction.OF_WHICH);
      } else if (reasonEnds.startsListOfPurposes()) {
        reasonEnds.returnFromBalanceToSpending();
        discourse.openList(
            discourse.sentence.purposesComplete
                ? ListIntroduction.CONSISTS_OF
                : ListIntroduction.OF_WHICH);
        if (!discourse.sentence.purposesComplete
            && !(clause.tokens().getFirst() instanceof ProseToken.Name)) {
          connectives.markListOpenEnded();
        }
      }
      if (clause.tokens().getFirst().isWordOfClass(WordClass.AMONG)) {
        discourse.sentence.compareAsPreviousSentence();
      }
      discourse.sentence.reasonContinues &= discourse.sentence.reasonClass == null;
      discourse.sentence.reasonClass = null;
      readPredicates();
      bracketedBudgets.join(next);
    } else if (!clause.tokens().isEmpty() && clause.markAfter() == '：') {
      discourse.sentence.reasonContinues = true;
    } else if (discourse.sentence.baseOfReason != null) {
      reasonChanges.read(0, false);
    }
    String basis = basisOfFollowingClauses();
    discourse.sentence.basis = basis == null ? discourse.sentence.basis : basis;
    discourse.sentence.reasonNamesParts =
        discourse.sentence.reasonClass == WordClass.CAUSE
            && clause.tokens().size() == 1
            && clause.tokens().getFirst().isWordOfClass(WordClass.AMONG);
    if (clause.hasNumber() || clause.markAfter() != '，') {
      discourse.wordsWithoutName = List.of();
    }
    switch (clause.markAfter()) {
      case '。', '\n' -> {
        discourse.endSentence();
        discourse.leaveItemsOfOneSentence();
        if (clause.endsParagraph()) {
          discourse.sentence.endParagraph();
        }
      }
      case '；' -> {
        if (!discourse.sentence.reasonContinues) {
          discourse.sentence.reasonClass = null;
        }
        discourse.sentence.clearPerimeter();
        discourse.sentence.basis = null;
        discourse.topics.endSentencePart();
        OpenList list = discourse.lists().innermostList();
        if (list != null) {
          list.semicolons++;
        }
      }
      case '(' -> {
        discourse.brackets().open(excludesAmountsInBracket());
        if (discourse.clauseContext.budgetFollows()) {
          discourse.sentence.stage = Stage.BUDGET; // 技术改造（含设备300万元）安排400万元
        }
      }
      case ')' -> discourse.brackets().close();
      case '：' -> {
        boolean each =
            ClauseContext.announcesDistributedAmounts(next)
                && discourse.clauseContext.nextClauseNamesParts();
        if ((next.endsInMoney() || each || ClauseContext.statesOnlyRate(next))
            && discourse.sentence.reasonClass == null) {
          discourse.openList(
              next.endsInMoney() || each
                  ? ListIntroduction.CONSISTS_OF
                  : ListIntroduction.OF_WHICH);
        }
      }
      default -> {}
    }
  }

  /**
   * The basis of the amounts in the following clauses if the clause states only that: 剔除该因素后，,
   * 扣除专项20万元后， or 按可比口径计算，. Null for other clauses, also for 不含上年结转， after an amount.
   */
  private @Nullable String basisOfFollowingClauses() {
    return clause.markAfter() == '，'
            && !clause.tokens().isEmpty()
            && clause.tokens().getFirst() instanceof ProseToken.Word first
            && first.type() == WordClass.BASIS
            && ANNOUNCED_BASIS.matcher(clause.textOf(clause.tokens())).matches()
        ? first.value()
        : null;
  }

  /** The only time of the clause if it is a year before words without a number; otherwise null. */
  private @Nullable Integer readOpeningYear() {
    List<ProseToken> times = clause.tokens().stream().filter(ProseToken::isTimeOrStage).toList();
    boolean leads = !clause.hasNumber() && times.equals(clause.tokens().stream().limit(1).toList());
    AmountPhrase time = leads ? discourse.readPhrase(times) : AmountPhrase.EMPTY;
    return time.years().size() == 1 && time.period() == null ? time.years().getFirst() : null;
  }

  /**
   * Whether the amounts in the bracket after the clause are no amounts of accounts: the clause
   * names what a comparison excludes, 剔除留抵退税因素, or states an adjustment of a budget, of which they
   * are parts, 年中追加42万元（其中人员经费20万元）.
   */
  private boolean excludesAmountsInBracket() {
    return clause.tokens().stream()
        .anyMatch(
            t ->
                t.isWord(WordClass.BASIS, Lexicon.EXCLUSION)
                    || (clause.endsInMoney() && BudgetAdjustmentReader.isAdjustment(t)));
  }

  /**
   * Whether a list item starts with words that contain no number, 一是民生支出有所增加，教育支出29.75亿元, which
   * shows that the list names only some of the parts.
   */
  private boolean isItemWithoutNumber(ProseToken.ListMark listMark) {
    return listMark.level() >= ListMarkScanner.SENTENCE_PART_LEVEL
        && !clause.hasNumber()
        && clause.markAfter() == '，';
  }

  /**
   * Whether 分别 precedes the first of several parts with an amount each, and does not distribute
   * amounts: 项目支出112.50万元，分别是交流经费8万元，评审费22.5万元.
   */
  private boolean startsListOfNamedParts(int tokenIndex) {
    return tokenIndex == 0
        && clause.markAfter() != '。'
        && parts.isNameWithAmount(1)
        && clause.tokens().get(1).isNameLike()
        && discourse.topic().subjects().size() == 1
        && discourse.topics.isLastAmountOf(discourse.topic(), discourse.statements);
  }

  private void readPredicates() {
    ProjectEnumerationReader.NamedProjects named = enumerations.readNames(clause.tokens());
    if (!named.projects().isEmpty()) {
      discourse.changeTopic(named.projects());
    }
    int i = named.end();
    while (i < clause.tokens().size()) {
      ProseToken token = clause.tokens().get(i);
      int next =
          switch (token) {
            case ProseToken.Numeral number ->
                announcedRates.isAnnounced(number)
                    ? announcedRates.readRate(number, i)
                    : amounts.readNumber(number, i);
            case ProseToken.BlankAmount blank -> amounts.readBlankAmount(i);
            case ProseToken.Word word -> readWord(word, i);
            default -> -1;
          };
      if (next < 0) {
        clause.phraseTokens().add(token);
        next = i + 1;
      }
      i = next;
    }
    announcedRates.readAnnouncement();
    if (!clause.phraseTokens().isEmpty()) {
      remainder.read();
    }
  }

  /**
   * Reads the predicate that starts with a word of the lexicon.
   *
   * @return index of the next token, or -1 if the word is part of the phrase
   */
  private int readWord(ProseToken.Word word, int tokenIndex) {
    int completion = completionRates.findPercent(tokenIndex);
    if (completion > 0) {
      return completionRates.read(tokenIndex, completion);
    }
    return switch (word.type()) {
      case COMPARE -> bases.isComparisonAt(tokenIndex + 1) ? bases.read(tokenIndex + 1) : -1;
      case LIKENESS ->
          tokenIndex + 1 == clause.tokens().size()
              ? -1
              : bases.isComparisonTimeAt(tokenIndex + 1)
                  ? bases.read(tokenIndex + 1)
                  : clause.tokens().get(tokenIndex + 1).endsComparisonBase() ? tokenIndex + 1 : -1;
      case WITH ->
          tokenIndex + 1 < clause.tokens().size()
                  && bases.isComparisonTimeAt(tokenIndex + 1)
                  && !joinsTwoStages(tokenIndex)
                  && !joinsLastYear(tokenIndex)
              ? bases.read(tokenIndex + 1)
              : -1;
      case BASE -> bases.readYearOnYear(word, tokenIndex);
      case SAME -> changes.readUnchangedWord(tokenIndex);
      case AVERAGE -> changes.readComparison(word, tokenIndex);
      case UP, DOWN, UNSAID -> {
        int saved = savings.read(tokenIndex);
        yield saved > 0
            ? saved
            : bondParts.isNameOfPart(tokenIndex) ? -1 : changes.readDirection(word, tokenIndex);
      }
      case SHARE -> rates.readShare(tokenIndex);
      case RATIO -> rates.readNamedRate(tokenIndex, false);
      case COMPLETION_RATE -> rates.readNamedRate(tokenIndex, true);
      case AMONG -> connectives.readListOpening(ListIntroduction.OF_WHICH, tokenIndex);
      case POSITION -> connectives.readNamedWhole(tokenIndex);
      case CONSISTS -> connectives.readListOpening(ListIntroduction.CONSISTS_OF, tokenIndex);
      case EACH ->
          startsListOfNamedParts(tokenIndex)
              ? connectives.readListOpening(ListIntroduction.CONSISTS_OF, tokenIndex)
              : -1;
      case BY, SPLIT -> breakdowns.read(tokenIndex);
      case ADD -> connectives.readAdditionOrSubtraction(tokenIndex);
      case ADJUST -> {
        ProseToken.Word direction = changes.directionOfAdjustment(word);
        if (direction != null) {
          yield changes.readDirection(direction, tokenIndex);
        }
        int adjusted = adjustments.read(word, tokenIndex);
        yield adjusted > 0 ? adjusted : amounts.readAdjustment(tokenIndex);
      }
      case MORE -> connectives.markListOpenEnded();
      case REMAINING -> {
        remainingAccountResolver.setTopicToRemainingAccounts(Integer.parseInt(word.value()));
        yield tokenIndex + 1;
      }
      case CAUSE ->
          tokenIndex == 0 && reasonEnds.introducesMainPart()
              ? connectives.openListOfMainParts(tokenIndex)
              : reasons.readCause(tokenIndex);
      case PURPOSE -> reasons.readPurpose(tokenIndex);
      case SUM -> sums.read(word, tokenIndex);
      default -> -1;
    };
  }

  /** Whether a word joins two stages of one amount, in a clause with 均: 年初预算数和决算数均为12.00万元. */
  private boolean joinsTwoStages(int tokenIndex) {
    return tokenIndex > 0
        && clause.tokens().get(tokenIndex - 1).isWordOfClass(WordClass.STAGE)
        && BudgetStages.isStageAt(clause.tokens(), tokenIndex + 1)
        && clause.tokens().stream().anyMatch(t -> t.isWordOfClass(WordClass.BOTH));
  }

  /** Whether a word joins the last of the years that a clause lists: 2019年、2020年和2021年，. */
  private boolean joinsLastYear(int tokenIndex) {
    return tokenIndex > 0
        && tokenIndex + 2 == clause.tokens().size()
        && clause.tokens().get(tokenIndex - 1) instanceof ProseToken.Time
        && clause.tokens().get(tokenIndex + 1) instanceof ProseToken.Time;
  }
}
