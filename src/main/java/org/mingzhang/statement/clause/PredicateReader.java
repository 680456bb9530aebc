package org.mingzhang.statement.clause;

import org.mingzhang.statement.Statement.ListIntroduction;
import org.mingzhang.statement.phrase.ProjectEnumerationReader;
import org.mingzhang.statement.token.BudgetStages;
import org.mingzhang.statement.token.FoldedText;
import org.mingzhang.statement.token.ProseToken;
import org.mingzhang.statement.token.QuantityReader;
import org.mingzhang.statement.token.SpanMapper;
import org.mingzhang.statement.token.WordClass;

/**
 * Reads the predicates of a clause: each number and each word of the lexicon is given to the reader
 * of the construction that it begins. The readers share the state of the clause and of the
 * discourse, so that one instance serves one section and one thread.
 */
final class PredicateReader {
  private final DiscourseState discourse;
  private final ClauseState clause;
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
  private final BondPartResolver bondPartResolver;
  private final SavingsReader savingsReader;
  private final ProjectEnumerationReader projectEnumerationReader;
  private final PrecedingSumReader precedingSumReader;

  PredicateReader(
      FoldedText foldedText, SpanMapper spanMapper, DiscourseState discourse, ClauseState clause) {
    this.discourse = discourse;
    this.clause = clause;
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
    this.bondPartResolver = new BondPartResolver(clause, discourse);
    this.savingsReader = new SavingsReader(foldedText, clause, discourse, amountBuilder);
    this.projectEnumerationReader =
        new ProjectEnumerationReader(foldedText, discourse.nameResolver());
    this.precedingSumReader =
        new PrecedingSumReader(clause, discourse, quantityReader, amountBuilder);
    this.reasonEndDetector =
        new ReasonEndDetector(clause, discourse, completionRateReader, enumeratedPartMatcher);
  }

  ListConnectiveReader connectiveReader() {
    return connectiveReader;
  }

  ReasonChangeReader reasonChangeReader() {
    return reasonChangeReader;
  }

  ReasonEndDetector reasonEndDetector() {
    return reasonEndDetector;
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

  /** Reads the predicates of the current clause in order; what is left is its remainder. */
  void readAll() {
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
      case COMPARISON_BASIS -> connectiveReader.openListOfIncludedBalance(tokenIndex);
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
