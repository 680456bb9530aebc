package org.mingzhang.statement.clause;

import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.mingzhang.model.Stage;
import org.mingzhang.statement.Statement.ListIntroduction;
import org.mingzhang.statement.Subject;
import org.mingzhang.statement.phrase.AmountPhrase;
import org.mingzhang.statement.token.Clause;
import org.mingzhang.statement.token.FoldedText;
import org.mingzhang.statement.token.Lexicon;
import org.mingzhang.statement.token.ListMarkScanner;
import org.mingzhang.statement.token.ProseToken;
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
  private static final PatternTable PATTERNS = PatternTable.readForPackageOf(ClauseReader.class);
  private static final Pattern PROVIDED_BY = PATTERNS.get("provided-by");

  private final SpanMapper spanMapper;
  private final DiscourseState discourse;
  private final ClauseState clause;
  private final CurrentYearComparison currentYearComparison;
  private final ExpectedExecutionFilter expectedExecutionFilter;
  private final OtherBodyFinder otherBodyFinder;
  private final PredicateReader predicateReader;
  private final BracketedBudgetJoiner bracketedBudgetJoiner;

  public ClauseReader(FoldedText foldedText, SpanMapper spanMapper, DiscourseState discourse) {
    this.spanMapper = spanMapper;
    this.discourse = discourse;
    this.clause = new ClauseState(foldedText);
    this.currentYearComparison = new CurrentYearComparison(clause, discourse);
    this.expectedExecutionFilter = new ExpectedExecutionFilter(foldedText, discourse);
    this.otherBodyFinder = new OtherBodyFinder(foldedText);
    this.predicateReader = new PredicateReader(foldedText, spanMapper, discourse, clause);
    this.bracketedBudgetJoiner = new BracketedBudgetJoiner(discourse);
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
        discourse.topics.endLabeledProject();
        discourse.forgetYearAfterReport();
      }
      discourse.sentence.openingYear = readOpeningYear();
      changeTopicToProvidedAccount();
    }
    currentYearComparison.returnToYearOfTitles();
    ProseToken.ListMark listMark = next.listMark();
    if (listMark != null) {
      discourse.startItem(listMark);
      if (isItemWithoutNumber(listMark)) {
        predicateReader.connectiveReader().markListOpenEnded();
      }
    }
    String bodyBefore = discourse.sentence.otherBody;
    discourse.sentence.otherBody = otherBodyFinder.find(next, bodyBefore, discourse.context);
    if (bodyBefore != null && discourse.sentence.otherBody == null) {
      discourse.topics.returnToSubjectOfOwnBody(discourse.context.subject());
    }
    discourse.clauseSpan = spanMapper.span(next.start(), next.end());
    discourse.markBefore = next.markBefore();
    discourse.referredMemberCount =
        next.referencedMemberCount(
            discourse.markBefore == '、' || next.startsWithPredicate()
                ? discourse.referredMemberCount
                : 0);
    if (!clause.tokens().isEmpty()
        && (discourse.sentence.reasonClass == null
            || predicateReader.reasonEndDetector().endsReason()
            || predicateReader.reasonEndDetector().startsListOfPurposes())) {
      if (discourse.sentence.reasonNamesParts) {
        discourse.openList(ListIntroduction.OF_WHICH);
      } else if (predicateReader.reasonEndDetector().startsListOfPurposes()) {
        predicateReader.reasonEndDetector().returnFromBalanceToSpending();
        discourse.openList(
            discourse.sentence.listsAllPurposes
                ? ListIntroduction.CONSISTS_OF
                : ListIntroduction.OF_WHICH);
        if (!discourse.sentence.listsAllPurposes
            && !(clause.tokens().getFirst() instanceof ProseToken.Name)) {
          predicateReader.connectiveReader().markListOpenEnded();
        }
      }
      if (clause.tokens().getFirst().isWordOfClass(WordClass.OF_WHICH)) {
        discourse.sentence.inheritBaseOfPreviousSentence();
      }
      discourse.sentence.reasonContinues &= discourse.sentence.reasonClass == null;
      discourse.sentence.reasonClass = null;
      predicateReader.readAll();
      bracketedBudgetJoiner.join(next);
    } else if (!clause.tokens().isEmpty() && clause.markAfter() == '：') {
      discourse.sentence.reasonContinues = true;
    } else if (discourse.sentence.baseOfReason != null) {
      predicateReader.reasonChangeReader().readClauseOfReason(0, false);
    }
    if (!clause.hasNumber()) {
      clause.tokens().stream()
          .filter(t -> t.isWordOfClass(WordClass.PERIOD))
          .forEach(t -> discourse.sentence.changePeriod(discourse.readPhrase(List.of(t)).period()));
    }
    String basis = AnnouncedBasisReader.read(clause);
    discourse.sentence.basis = basis == null ? discourse.sentence.basis : basis;
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
        discourse.returnToWholeOfNumberedList();
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
          list.semicolonCount++;
        }
      }
      case '(' -> {
        discourse.brackets().openBracket(excludesAmountsInBracket());
        if (discourse.clauseContext.budgetFollowsLabel()) {
          // The amounts in the brackets are parts of the budget stated after them:
          // 技术改造（含设备300万元）安排400万元.
          discourse.sentence.stage = Stage.BUDGET;
        }
      }
      case ')' -> discourse.brackets().closeBracket();
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
   * Makes the account the topic that opens a sentence whose first clause says by whom the money is
   * provided and no amount: 机关运行经费由局本部1家单位安排，2025年预算214万元.
   */
  private void changeTopicToProvidedAccount() {
    List<ProseToken> tokens = clause.tokens();
    int name = 0;
    while (name < tokens.size()
        && (tokens.get(name).isTimeOrStage() || tokens.get(name).isWordOfClass(WordClass.SCOPE))) {
      name++;
    }
    if (name == tokens.size()
        || !(tokens.get(name) instanceof ProseToken.Name)
        || tokens.stream().anyMatch(ProseToken::isMoney)
        || !PROVIDED_BY.matcher(clause.textAfter(tokens.get(name))).lookingAt()) {
      return;
    }
    List<Subject> named = discourse.readPhrase(tokens.subList(name, name + 1)).subjects();
    if (named.size() == 1 && named.getFirst().isInChart() && named.getFirst().item() == null) {
      discourse.changeTopic(named);
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
   * Whether a list item starts with words that contain no number, as in 一是民生支出有所增加，教育支出29.75亿元.
   * Such words show that the list names only some of the parts.
   */
  private boolean isItemWithoutNumber(ProseToken.ListMark listMark) {
    return listMark.level() >= ListMarkScanner.SENTENCE_PART_LEVEL
        && !clause.hasNumber()
        && clause.markAfter() == '，';
  }
}
