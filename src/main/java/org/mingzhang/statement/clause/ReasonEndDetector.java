package org.mingzhang.statement.clause;

import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.mingzhang.account.ChartOfAccounts;
import org.mingzhang.statement.Subject;
import org.mingzhang.statement.phrase.AmountPhrase;
import org.mingzhang.statement.phrase.FunctionalItemResolver;
import org.mingzhang.statement.token.ProseToken;
import org.mingzhang.statement.token.WordClass;
import org.mingzhang.text.PatternTable;

/**
 * Decides whether a clause ends the reason or purpose that an earlier clause has opened, so that
 * its amounts belong to a topic again. Use it only for a clause with tokens while {@link
 * SentenceState#reasonClass} is set.
 */
final class ReasonEndDetector {
  private static final PatternTable PATTERNS =
      PatternTable.readForPackageOf(ReasonEndDetector.class);
  private static final Set<String> GUEST_COUNT_UNITS = PATTERNS.getWords("guests");
  private static final Pattern REMAINING_FUNDS_NAME = PATTERNS.get("remainder");

  private static final List<String> FLOW_WORDS = List.of("收入", "支出");

  private final ClauseState clause;
  private final DiscourseState discourse;
  private final CompletionRateReader completionRateReader;
  private final EnumeratedPartMatcher enumeratedPartMatcher;

  ReasonEndDetector(
      ClauseState clause,
      DiscourseState discourse,
      CompletionRateReader completionRateReader,
      EnumeratedPartMatcher enumeratedPartMatcher) {
    this.clause = clause;
    this.discourse = discourse;
    this.completionRateReader = completionRateReader;
    this.enumeratedPartMatcher = enumeratedPartMatcher;
  }

  /** Whether the clause ends the open reason or purpose, so that its amounts belong to a topic. */
  boolean endsReason() {
    if (discourse.sentence.reasonClass == WordClass.CAUSE) {
      return startsNextComparison()
          || (clause.hasNumber()
              && ((discourse.sentence.reasonPrecedes && startsWithName())
                  || startsWithNewAmount()
                  || startsPartsOfNamedAccount()
                  || returnsToList()
                  || returnsToPartOfTopic()
                  || (discourse.sentence.reasonIsSubordinateClause
                      && (startsWithBase() || startsWithStageAmount()))));
    }
    if (discourse.sentence.reasonClass != WordClass.PURPOSE) {
      return false;
    }
    ProseToken first = clause.tokens().getFirst();
    return first.isWordOfClass(WordClass.SHARE)
        || startsWithBase()
        || first.isWordOfAnyClass(WordClass.OF_WHICH, WordClass.PER_HEAD)
        || (first.isWordOfClass(WordClass.STAGE) && clause.hasNumber())
        || completionRateReader.findPercent(0) > 0
        || first instanceof ProseToken.Item
        || statesGuestCount(clause.tokens())
        || (clause.markBefore() != '、' && clause.hasNumber() && startsWithName());
  }

  /**
   * Whether a clause names an account and begins the list of its parts:
   * 主要原因是活动减少，公用经费主要包括办公费9.41万元、差旅费3.08万元.
   */
  private boolean startsPartsOfNamedAccount() {
    List<ProseToken> tokens = clause.tokens();
    return clause.markBefore() == '，'
        && tokens.getFirst() instanceof ProseToken.Name
        && clause.endsInMoney()
        && tokens.stream().anyMatch(t -> t.isWordOfClass(WordClass.CONSISTS_OF));
  }

  /**
   * Whether a clause only states the amount to which the topic was adjusted: 受减税降费影响，拟调整为49664万元.
   */
  private boolean startsWithNewAmount() {
    List<ProseToken> tokens = clause.tokens();
    int at = tokens.getFirst().isWordOfClass(WordClass.PLAN) ? 1 : 0;
    return clause.markBefore() == '，'
        && tokens.size() > at + 1
        && tokens.get(at).isWordOfClass(WordClass.CHANGED_TO)
        && tokens.get(at + 1).isMoney();
  }

  /**
   * Whether a clause after a semicolon is the next part of the list that the reason interrupts:
   * 支出总计120万元，其中本年支出合计100万元，增加5万元，主要原因是：购置设备；年末结转和结余20万元.
   */
  private boolean returnsToList() {
    OpenList list = discourse.lists().innermostList();
    Subject whole = list == null || list.isEmpty() ? null : list.wholeSubject();
    Subject named = clause.markBefore() == '；' ? subjectOfNamedAmount(0, false) : null;
    return whole != null
        && named != null
        && named.isInChart()
        && discourse.relations().isAncestor(whole, named);
  }

  /**
   * Whether 其中 introduces a part of the topic with its amount and growth, if part and topic are
   * both revenue or both expenditure: 基金收入214,306万元，主要是土地出让不及预期，其中土地出让收入198,720万元，下降35.1%.
   */
  private boolean returnsToPartOfTopic() {
    List<Subject> topic = discourse.topic().subjects();
    boolean among = clause.tokens().getFirst().isWordOfClass(WordClass.OF_WHICH);
    if (!(among || discourse.sentence.reasonNamesParts)
        || discourse.clauseContext.rateOfNextClause() == null
        || topic.size() != 1) {
      return false;
    }
    Subject named = subjectOfNamedAmount(among ? 1 : 0, true);
    return named != null
        && (discourse.nameResolver().relations().isAncestor(topic.getFirst(), named)
            || FLOW_WORDS.stream()
                .anyMatch(
                    flow ->
                        named.account().endsWith(flow)
                            && topic.getFirst().account().endsWith(flow)));
  }

  /**
   * The subject of a clause that consists of one name and its amount of money; null for any other
   * clause.
   *
   * @param from index of the first token of the name
   * @param mayBeChange whether a direction may precede the amount
   */
  private @Nullable Subject subjectOfNamedAmount(int from, boolean mayBeChange) {
    List<ProseToken> tokens = clause.tokens();
    int direction = tokens.size() - 2;
    boolean changes =
        mayBeChange
            && direction > from
            && tokens.get(direction).isWordOfAnyClass(WordClass.UP, WordClass.DOWN);
    List<ProseToken> words =
        tokens.subList(from, Math.max(from, changes ? direction : direction + 1));
    boolean money =
        clause.endsInMoney()
            && words.stream()
                .allMatch(
                    t ->
                        t instanceof ProseToken.Name
                            || t instanceof ProseToken.Text
                            || t.isWordOfAnyClass(WordClass.LINKING_VERB, WordClass.VERB));
    List<Subject> named = money ? discourse.readPhrase(words).subjects() : List.of();
    return named.size() == 1 ? named.getFirst() : null;
  }

  /** Whether a clause starts with what a change is compared with: 比上年, 同比, 与2023年. */
  private boolean startsWithBase() {
    ProseToken first = clause.tokens().getFirst();
    return first.isWordOfAnyClass(WordClass.YEAR_ON_YEAR, WordClass.COMPARISON_START)
        || (first.isWordOfClass(WordClass.WITH)
            && clause.tokens().size() > 1
            && clause.tokens().get(1).isTimeOrStage());
  }

  /**
   * Whether a clause after a semicolon compares the topic once more and names nothing else:
   * 变动原因：年中追加资金；与2024年度相比，各减少9万元, ；比上年减少9万元，下降3%.
   */
  private boolean startsNextComparison() {
    return clause.markBefore() == '；'
        && !clause.opensItem()
        && startsWithBase()
        && (!clause.hasNumber() || discourse.clauseContext.rateOfNextClause() != null)
        && clause.tokens().stream().noneMatch(ProseToken::isNameLike);
  }

  /** Whether a clause states the amount that the preceding reason explains: 因改为线上，支出决算1.86万元. */
  private boolean startsWithStageAmount() {
    List<ProseToken> tokens = clause.tokens();
    int number = 0;
    while (number < tokens.size() && mayBeInStagePhrase(tokens.get(number))) {
      number++;
    }
    if (number == tokens.size() || !tokens.get(number).isMoney()) {
      return false;
    }
    AmountPhrase phrase = discourse.readPhrase(tokens.subList(0, number));
    return phrase.stage() != null && phrase.subjects().isEmpty();
  }

  /** Whether a token may be part of a phrase that states only a stage: 支出决算数为, 当年执行数. */
  private static boolean mayBeInStagePhrase(ProseToken token) {
    return token.isWordOfClass(WordClass.STAGE)
        || token.isWord(WordClass.YEAR, "0")
        || token.isWordOfAnyClass(WordClass.LINKING_VERB, WordClass.VERB, WordClass.LINK)
        || token instanceof ProseToken.Name;
  }

  /**
   * Whether tokens contain a number of guests or of their visits, which is not a purpose:
   * 主要用于日常接待，共接待16批次、132人次.
   */
  static boolean statesGuestCount(List<ProseToken> tokens) {
    return tokens.stream()
        .anyMatch(t -> t instanceof ProseToken.Numeral n && GUEST_COUNT_UNITS.contains(n.unit()));
  }

  /** Whether a clause lists purposes with their amounts: 主要用于：农林水支出1204.75万元，占73.5%；…. */
  boolean startsListOfPurposes() {
    return discourse.sentence.reasonClass == WordClass.PURPOSE
        && clause.markBefore() == '：'
        && (clause.tokens().getFirst() instanceof ProseToken.Name
            || enumeratedPartMatcher.isNameWithAmount(0));
  }

  /**
   * Makes the expenditure that the preceding sentence states the topic of a list of purposes whose
   * own sentence states no amount, if the topic is a balance, of which nothing was spent:
   * 支出80万元，结余20万元。资金主要用于：. If the preceding sentence states no expenditure, there is no topic.
   */
  void returnFromBalanceToSpending() {
    List<Subject> topic = discourse.topic().subjects();
    if (topic.size() != 1
        || !discourse.sentence.namedSubjects.isEmpty()
        || !REMAINING_FUNDS_NAME.matcher(topic.getFirst().account()).find()) {
      return;
    }
    DiscourseTopic spending =
        discourse.sentence.previousNamedSubjects.stream()
            .filter(s -> s.account().endsWith(FunctionalItemResolver.EXPENDITURE))
            .reduce((first, last) -> last)
            .map(discourse.statedTopics::findBySubject)
            .orElseGet(() -> new DiscourseTopic(List.of()));
    discourse.topics.setNextSentenceTopic(spending);
  }

  /**
   * Whether a clause starts with a name of the chart, directly or after a time or at most two
   * characters of other text.
   */
  private boolean startsWithName() {
    return clause.tokens().getFirst() instanceof ProseToken.Name
        || (clause.tokens().size() > 1
            && clause.tokens().get(1) instanceof ProseToken.Name
            && (clause.tokens().getFirst() instanceof ProseToken.Time
                || (clause.tokens().getFirst() instanceof ProseToken.Text text
                    && text.end() - text.start() <= 2)));
  }

  /**
   * Whether 主要为 introduces the main parts of an amount of a government and not the reason of a
   * change: 转移支付补助收入11.21亿元，主要为税收返还收入0.75亿元；, 税收收入（主要是：增值税58万元、契税61万元）.
   */
  boolean introducesMainPart() {
    if (discourse.context.chart() != ChartOfAccounts.governments()
        || !discourse.sentence.lastChangeIndices.isEmpty()) {
      return false;
    }
    if (clause.tokens().size() == 1) {
      return discourse.clauseContext.nextClauseNamesParts();
    }
    if (!enumeratedPartMatcher.isNameWithAmount(1)) {
      return false;
    }
    List<Subject> named =
        discourse.readPhrase(clause.tokens().subList(1, clause.tokens().size() - 1)).subjects();
    return named.size() == 1 && named.getFirst().isInChart();
  }
}
