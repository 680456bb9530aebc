package org.mingzhang.statement.clause;

import java.util.List;
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
  private final SpanMapper spanMapper;
  private final DiscourseState discourse;
  private final ClauseState clause;
  private final ExpectedExecutionFilter expectedExecutionFilter;
  private final AmountReader amountReader;
  private final ComparisonBaseReader baseReader;
  private final ChangeReader changeReader;
  private final BudgetAdjustmentReader adjustmentReader;
  private final RateReader rateReader;
  private final CompletionRateReader completionRateReader;
  private final AnnouncedRateReader announcedRateReader;
  private final ListConnectiveReader connectiveReader;
  private final BreakdownReader breakdownReader;
  private final EnumeratedPartMatcher enumeratedPartMatcher;
  private final ReasonReader reasonReader;
  private final ReasonChangeReader reasonChangeReader;
  private final ReasonEndDetector reasonEndDetector;
  private final RemainingAccountResolver remainingAccountResolver;
  private final ClauseRemainderReader remainderReader;
  private final OtherBodyFinder otherBodyFinder;
  private final BondPartResolver bondPartResolver;
  private final SavingsReader savingsReader;
  private final ProjectEnumerationReader projectEnumerationReader;
  private final PrecedingSumReader precedingSumReader;
  private final BracketedBudgetJoiner bracketedBudgetJoiner;

  public ClauseReader(FoldedText foldedText, SpanMapper spanMapper, DiscourseState discourse) {
    this.spanMapper = spanMapper;
    this.discourse = discourse;
    this.clause = new ClauseState(foldedText);
    this.expectedExecutionFilter = new ExpectedExecutionFilter(foldedText, discourse);
    PhraseResolver phraseResolver = new PhraseResolver(discourse);
    NumberlessClauseReader numberlessClauseReader =
        new NumberlessClauseReader(discourse, phraseResolver);
    QuantityReader quantityReader = new QuantityReader(spanMapper, discourse.unitHint);
    ChangeStatementBuilder changeBuilder =
        new ChangeStatementBuilder(
            foldedText, spanMapper, discourse, phraseResolver, quantityReader);
    AmountStatementBuilder amountBuilder =
        new AmountStatementBuilder(
            foldedText,
            spanMapper,
            discourse,
            phraseResolver,
            quantityReader,
            numberlessClauseReader);
    CountStatementBuilder countBuilder =
        new CountStatementBuilder(foldedText, discourse, phraseResolver, quantityReader);
    RateStatementBuilder rateBuilder =
        new RateStatementBuilder(discourse, phraseResolver, quantityReader);
    this.amountReader =
        new AmountReader(
            clause,
            discourse,
            phraseResolver,
            quantityReader,
            amountBuilder,
            countBuilder,
            changeBuilder,
            numberlessClauseReader);
    this.baseReader = new ComparisonBaseReader(clause, discourse, quantityReader, changeBuilder);
    this.changeReader =
        new ChangeReader(clause, discourse, changeBuilder, numberlessClauseReader, baseReader);
    this.adjustmentReader =
        new BudgetAdjustmentReader(clause, discourse, phraseResolver, quantityReader);
    this.rateReader =
        new RateReader(clause, discourse, phraseResolver, quantityReader, rateBuilder);
    this.completionRateReader =
        new CompletionRateReader(clause, discourse, quantityReader, rateBuilder);
    this.announcedRateReader =
        new AnnouncedRateReader(clause, discourse, phraseResolver, rateBuilder);
    this.connectiveReader =
        new ListConnectiveReader(clause, discourse, phraseResolver, numberlessClauseReader);
    this.breakdownReader = new BreakdownReader(clause, discourse, numberlessClauseReader);
    this.enumeratedPartMatcher = new EnumeratedPartMatcher(clause, discourse);
    this.reasonChangeReader = new ReasonChangeReader(clause, discourse, changeBuilder, baseReader);
    this.reasonReader =
        new ReasonReader(
            clause, discourse, numberlessClauseReader, enumeratedPartMatcher, reasonChangeReader);
    this.remainingAccountResolver = new RemainingAccountResolver(discourse);
    this.remainderReader = new ClauseRemainderReader(clause, discourse, numberlessClauseReader);
    this.otherBodyFinder = new OtherBodyFinder(foldedText);
    this.bondPartResolver = new BondPartResolver(clause, discourse);
    this.savingsReader = new SavingsReader(foldedText, clause, discourse, amountBuilder);
    this.bracketedBudgetJoiner = new BracketedBudgetJoiner(discourse);
    this.projectEnumerationReader =
        new ProjectEnumerationReader(foldedText, discourse.nameResolver());
    this.precedingSumReader =
        new PrecedingSumReader(clause, discourse, quantityReader, amountBuilder);
    this.reasonEndDetector =
        new ReasonEndDetector(clause, discourse, completionRateReader, enumeratedPartMatcher);
  }

  /**
   * Reads the next clause and adds its statements to the discourse. The mark after it then ends the
   * sentence, opens or closes a bracket, or opens a list. Clauses must be read in order, each after
   * {@link DiscourseState#clauseContext} has been set to its context.
   */
  public void read(Clause printed) {
    Clause next = expectedExecutionFilter.filter(printed);
    clause.startClause(next);
    if (clause.opensSentence()) {
      if (clause.startsParagraph()) {
        discourse.topics.leaveLabeledProject();
      }
      discourse.sentence.openingYear = readOpeningYear();
    }
    baseReader.returnToYearOfTitles();
    ProseToken.ListMark listMark = next.listMark();
    if (listMark != null) {
      discourse.startItem(listMark);
      if (isItemWithoutNumber(listMark)) {
        connectiveReader.markListOpenEnded();
      }
    }
    discourse.sentence.otherBody =
        otherBodyFinder.find(next, discourse.sentence.otherBody, discourse.context);
    discourse.clauseSpan = spanMapper.span(next.start(), next.end());
    discourse.joinedToPrevious = next.markBefore() == '、';
    discourse.referredMemberCount =
        next.referencedMemberCount(
            discourse.joinedToPrevious || next.startsWithPredicate()
                ? discourse.referredMemberCount
                : 0);
    if (!clause.tokens().isEmpty()
        && (discourse.sentence.reasonClass == null
            || reasonEndDetector.endsReason()
            || reasonEndDetector.startsListOfPurposes())) {
      if (discourse.sentence.reasonNamesParts) {
        discourse.openList(ListIntroduction.OF_WHICH);
      } else if (reasonEndDetector.startsListOfPurposes()) {
        reasonEndDetector.returnFromBalanceToSpending();
        discourse.openList(
            discourse.sentence.listsAllPurposes
                ? ListIntroduction.CONSISTS_OF
                : ListIntroduction.OF_WHICH);
        if (!discourse.sentence.listsAllPurposes
            && !(clause.tokens().getFirst() instanceof ProseToken.Name)) {
          connectiveReader.markListOpenEnded();
        }
      }
      if (clause.tokens().getFirst().isWordOfClass(WordClass.OF_WHICH)) {
        discourse.sentence.inheritBaseOfPreviousSentence();
      }
      discourse.sentence.reasonContinues &= discourse.sentence.reasonClass == null;
      discourse.sentence.reasonClass = null;
      readPredicates();
      bracketedBudgetJoiner.join(next);
    } else if (!clause.tokens().isEmpty() && clause.markAfter() == '：') {
      discourse.sentence.reasonContinues = true;
    } else if (discourse.sentence.baseOfReason != null) {
      reasonChangeReader.readClauseOfReason(0, false);
    }
    discourse.sentence.reasonNamesParts =
        discourse.sentence.reasonClass == WordClass.CAUSE
            && clause.tokens().size() == 1
            && clause.tokens().getFirst().isWordOfClass(WordClass.OF_WHICH);
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
        discourse.topics.endSentencePart();
        OpenList list = discourse.lists().innermostList();
        if (list != null) {
          list.semicolonCount++;
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
                t.isWord(WordClass.COMPARISON_BASIS, Lexicon.EXCLUSION)
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
        && enumeratedPartMatcher.isNameWithAmount(1)
        && clause.tokens().get(1).isNameLike()
        && discourse.topic().subjects().size() == 1
        && discourse.topics.isLastAmountOf(discourse.topic(), discourse.statements);
  }

  private void readPredicates() {
    ProjectEnumerationReader.NamedProjects named =
        projectEnumerationReader.readNames(clause.tokens());
    if (!named.projects().isEmpty()) {
      discourse.changeTopic(named.projects());
    }
    int i = named.end();
    while (i < clause.tokens().size()) {
      ProseToken token = clause.tokens().get(i);
      int next =
          switch (token) {
            case ProseToken.Numeral number ->
                announcedRateReader.isAnnounced(number)
                    ? announcedRateReader.readRate(number, i)
                    : amountReader.readNumber(number, i);
            case ProseToken.BlankAmount blank -> amountReader.readBlankAmount(i);
            case ProseToken.Word word -> readWord(word, i);
            default -> -1;
          };
      if (next < 0) {
        clause.phraseTokens().add(token);
        next = i + 1;
      }
      i = next;
    }
    announcedRateReader.readAnnouncement();
    if (!clause.phraseTokens().isEmpty()) {
      remainderReader.read();
    }
  }

  /**
   * Reads the predicate that starts with a word of the lexicon.
   *
   * @return index of the next token, or -1 if the word is part of the phrase
   */
  private int readWord(ProseToken.Word word, int tokenIndex) {
    int completion = completionRateReader.findPercent(tokenIndex);
    if (completion > 0) {
      return completionRateReader.read(tokenIndex, completion);
    }
    return switch (word.type()) {
      case COMPARISON_START ->
          baseReader.isComparisonAt(tokenIndex + 1) ? baseReader.read(tokenIndex + 1) : -1;
      case COMPARISON_END ->
          tokenIndex + 1 == clause.tokens().size()
              ? -1
              : baseReader.isComparisonTimeAt(tokenIndex + 1)
                  ? baseReader.read(tokenIndex + 1)
                  : clause.tokens().get(tokenIndex + 1).endsComparisonBase() ? tokenIndex + 1 : -1;
      case WITH ->
          tokenIndex + 1 < clause.tokens().size()
                  && baseReader.isComparisonTimeAt(tokenIndex + 1)
                  && !joinsTwoStages(tokenIndex)
                  && !joinsLastYear(tokenIndex)
              ? baseReader.read(tokenIndex + 1)
              : -1;
      case YEAR_ON_YEAR -> baseReader.readYearOnYear(word, tokenIndex);
      case UNCHANGED -> changeReader.readUnchangedWord(tokenIndex);
      case AVERAGE -> changeReader.readComparison(word, tokenIndex);
      case UP, DOWN, CHANGE_WITHOUT_DIRECTION -> {
        int saved = savingsReader.read(tokenIndex);
        yield saved > 0
            ? saved
            : bondPartResolver.isNameOfPart(tokenIndex)
                ? -1
                : changeReader.readDirection(word, tokenIndex);
      }
      case SHARE -> rateReader.readShare(tokenIndex);
      case RATIO -> rateReader.readNamedRate(tokenIndex, false);
      case COMPLETION_RATE -> rateReader.readNamedRate(tokenIndex, true);
      case OF_WHICH -> connectiveReader.readListOpening(ListIntroduction.OF_WHICH, tokenIndex);
      case WITHIN -> connectiveReader.readPartWithinNamedAccount(tokenIndex);
      case CONSISTS_OF ->
          connectiveReader.readListOpening(ListIntroduction.CONSISTS_OF, tokenIndex);
      case RESPECTIVELY ->
          startsListOfNamedParts(tokenIndex)
              ? connectiveReader.readListOpening(ListIntroduction.CONSISTS_OF, tokenIndex)
              : -1;
      case BY, SPLIT -> breakdownReader.read(tokenIndex);
      case ADD -> connectiveReader.readAdditionOrSubtraction(tokenIndex);
      case ADJUST -> {
        ProseToken.Word direction = changeReader.directionOfAdjustment(word);
        if (direction != null) {
          yield changeReader.readDirection(direction, tokenIndex);
        }
        int adjusted = adjustmentReader.read(word, tokenIndex);
        yield adjusted > 0 ? adjusted : amountReader.readAdjustment(tokenIndex);
      }
      case AND_OTHERS -> connectiveReader.markListOpenEnded();
      case REMAINING -> {
        remainingAccountResolver.setTopicToRemainingAccounts(Integer.parseInt(word.value()));
        yield tokenIndex + 1;
      }
      case CAUSE ->
          tokenIndex == 0 && reasonEndDetector.introducesMainPart()
              ? connectiveReader.openListOfMainParts(tokenIndex)
              : reasonReader.readCause(tokenIndex);
      case PURPOSE -> reasonReader.readPurpose(tokenIndex);
      case SUM -> precedingSumReader.read(word, tokenIndex);
      default -> -1;
    };
  }

  /** Whether a word joins two stages of one amount, in a clause with 均: 年初预算数和决算数均为12.00万元. */
  private boolean joinsTwoStages(int tokenIndex) {
    return tokenIndex > 0
        && clause.tokens().get(tokenIndex - 1).isWordOfClass(WordClass.STAGE)
        && BudgetStages.isStageAt(clause.tokens(), tokenIndex + 1)
        && clause.tokens().stream().anyMatch(t -> t.isWordOfClass(WordClass.EQUALLY));
  }

  /** Whether a word joins the last of the years that a clause lists: 2019年、2020年和2021年，. */
  private boolean joinsLastYear(int tokenIndex) {
    return tokenIndex > 0
        && tokenIndex + 2 == clause.tokens().size()
        && clause.tokens().get(tokenIndex - 1) instanceof ProseToken.Time
        && clause.tokens().get(tokenIndex + 1) instanceof ProseToken.Time;
  }
}
