package org.mingzhang.statement.clause;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.mingzhang.statement.Quantity;
import org.mingzhang.statement.token.BudgetStages;
import org.mingzhang.statement.token.Clause;
import org.mingzhang.statement.token.FlowDirectionLookahead;
import org.mingzhang.statement.token.FoldedText;
import org.mingzhang.statement.token.Lexicon;
import org.mingzhang.statement.token.ProseToken;
import org.mingzhang.statement.token.RateLookahead;
import org.mingzhang.statement.token.WordClass;
import org.mingzhang.text.PatternTable;

/**
 * Facts about a clause that only the clauses before and after it show.
 *
 * @param flowOfLaterClauses 收入 or 支出 if the rest of the sentence decides on which side of the
 *     accounts the clause is; otherwise empty
 * @param nextClauseAddsToAmount whether the next clause adds to the amount of the clause, which
 *     then is not a total
 * @param nextClauseNamesParts whether the next clause names or announces parts of the amount of the
 *     clause: 其中
 * @param nextClauseStatesSum whether the next clause starts with a word for a sum: 共计
 * @param nextClauseExcludesAmount whether the next clause says of which account the amount of the
 *     clause is no part: 不属于
 * @param budgetFollowsLabel whether the clause is a label without a number (before a colon, as the
 *     heading of a list item, before a bracket or before a budget) and one of the next {@link
 *     #MAX_CLAUSES_AFTER_LABEL} clauses of the sentence states the amount of a budget
 * @param isBesideAdjustment whether the clause before or after states an addition to the budget, a
 *     cut or funds carried over into it
 * @param followsCount whether the clause before states a number of things and no money
 * @param nextClauseCarriesOver whether the next clause only says that the amount of the clause is
 *     carried over to the next year: 结转下年使用
 * @param nextClauseStatesUnnamedBudget whether the next clause states a budget without naming its
 *     account: 年初预算80万元
 * @param rateOfNextClause the percentage with which the next clause continues a change, or null
 * @param sumsOfParts the running sums, in 元, of the parts that the clause announces with 其中 or
 *     按经济分类：, as {@link PartSumLookahead#findSums} returns them
 */
public record ClauseContext(
    String flowOfLaterClauses,
    boolean nextClauseAddsToAmount,
    boolean nextClauseNamesParts,
    boolean nextClauseStatesSum,
    boolean nextClauseExcludesAmount,
    boolean budgetFollowsLabel,
    boolean isBesideAdjustment,
    boolean followsCount,
    boolean nextClauseCarriesOver,
    boolean nextClauseStatesUnnamedBudget,
    ProseToken.@Nullable Numeral rateOfNextClause,
    List<BigDecimal> sumsOfParts) {
  /** Maximum number of clauses that are searched for a budget after a label. */
  private static final int MAX_CLAUSES_AFTER_LABEL = 6;

  /** Maximum number of clauses of a bracket that may be between two clauses that are neighbors. */
  private static final int MAX_CLAUSES_OF_BRACKET = 6;

  private static final PatternTable PATTERNS = PatternTable.readForPackageOf(ClauseContext.class);
  private static final Pattern BUDGET_ADJUSTMENT = PATTERNS.get("budget-adjustment");
  private static final Pattern CARRIED_BY_CLAUSE = PATTERNS.get("carried-by-next-clause");
  private static final Pattern CARRIED_FUNDS = PATTERNS.get("carried-funds");

  private static final String ALLOCATED_MONEY = "ALLOCATED";

  /** The value for a clause about which the clauses around it tell nothing. */
  static final ClauseContext NONE =
      new ClauseContext(
          "", false, false, false, false, false, false, false, false, false, null, List.of());

  /** Determines the context of each clause of a section. */
  public static List<ClauseContext> determineAll(List<Clause> clauses, FoldedText foldedText) {
    List<String> flows = FlowDirectionLookahead.findLaterFlows(clauses, foldedText);
    List<ProseToken.@Nullable Numeral> rates = RateLookahead.findRatesOfNextClauses(clauses);
    List<ClauseContext> found = new ArrayList<>();
    for (int i = 0; i < clauses.size(); i++) {
      found.add(
          new ClauseContext(
              flows.get(i),
              nextClauseStartsWith(WordClass.ADD, clauses, i),
              i + 1 < clauses.size() && isFollowedByParts(clauses, i, foldedText),
              nextClauseStartsWith(WordClass.SUM, clauses, i),
              nextClauseStartsWith(WordClass.NOT_PART, clauses, i),
              isLabelOfBudget(clauses, i),
              startsWithAdjustment(clauses, findNeighborOutsideBracket(clauses, i, 1), foldedText)
                  || startsWithAdjustment(
                      clauses, findNeighborOutsideBracket(clauses, i, -1), foldedText),
              i > 0 && isCountWithoutAmount(clauses.get(i - 1)),
              i + 1 < clauses.size()
                  && clauses.get(i).markAfter() == '，'
                  && CARRIED_BY_CLAUSE.matcher(textOf(clauses.get(i + 1), foldedText)).matches(),
              isFollowedByUnnamedBudget(clauses, i),
              rates.get(i),
              PartSumLookahead.findSums(clauses, i)));
    }
    return found;
  }

  /**
   * Whether the next clause follows in the same sentence and starts with a word of a class, for
   * example one that adds to the amount of the clause, 支出45.90亿元，加上解支出1.40亿元, or divides that
   * amount, 机构运行110万元，其中基本支出100万元.
   */
  private static boolean nextClauseStartsWith(WordClass type, List<Clause> clauses, int at) {
    return at + 1 < clauses.size()
        && clauses.get(at).markAfter() == '，'
        && !clauses.get(at + 1).tokens().isEmpty()
        && clauses.get(at + 1).tokens().getFirst().isWordOfClass(type);
  }

  /**
   * Whether a clause starts with a word for an addition to the budget or a cut, or with the name of
   * funds carried over into it. False if there is no clause at the index.
   */
  private static boolean startsWithAdjustment(List<Clause> clauses, int at, FoldedText foldedText) {
    if (at < 0 || at >= clauses.size() || clauses.get(at).tokens().isEmpty()) {
      return false;
    }
    ProseToken first = clauses.get(at).tokens().getFirst();
    return (first.isWordOfClass(WordClass.ADJUST)
            && BUDGET_ADJUSTMENT.matcher(foldedText.text(first)).find())
        || (first instanceof ProseToken.Name
            && CARRIED_FUNDS.matcher(foldedText.text(first)).find());
  }

  /**
   * Index of the clause next to one, or of that beyond the bracket next to it:
   * 年中追加42万元（含直达资金20万元），上年结转8万元. A longer bracket than {@link #MAX_CLAUSES_OF_BRACKET} is not
   * passed over.
   *
   * @param step 1 for the clause after it, -1 for the clause before it
   */
  private static int findNeighborOutsideBracket(List<Clause> clauses, int at, int step) {
    char opening = step > 0 ? '(' : ')';
    char closing = step > 0 ? ')' : '(';
    int end = at;
    for (int i = 0; i <= MAX_CLAUSES_OF_BRACKET && end >= 0 && end < clauses.size(); i++) {
      Clause clause = clauses.get(end);
      char mark = step > 0 ? clause.markAfter() : clause.markBefore();
      if (i == 0 ? mark != opening : mark == closing) {
        return end + step;
      }
      end += step;
    }
    return at + step;
  }

  /** The text from the first to the last token of a clause; empty if it has none. */
  private static String textOf(Clause clause, FoldedText foldedText) {
    List<ProseToken> tokens = clause.tokens();
    return tokens.isEmpty()
        ? ""
        : foldedText.text(tokens.getFirst().start(), tokens.getLast().end());
  }

  private static boolean isLabelOfBudget(List<Clause> clauses, int at) {
    boolean label =
        clauses.get(at).markAfter() == '：'
            || (clauses.get(at).markAfter() == '。' && clauses.get(at).listMark() != null)
            || (clauses.get(at).markAfter() == '，' && startsWithBudget(clauses, at + 1));
    if (clauses.get(at).markAfter() == '(') {
      return !clauses.get(at).hasNumber()
          && startsWithBudget(clauses, endOfBracketWithAmount(clauses, at));
    }
    if (!label || clauses.get(at).hasNumber()) {
      return false;
    }
    int end = Math.min(clauses.size(), at + 1 + MAX_CLAUSES_AFTER_LABEL);
    for (Clause clause : clauses.subList(at + 1, end)) {
      if (clause.endsInMoney() && clause.tokens().stream().anyMatch(ClauseContext::isBudgetWord)) {
        return true;
      }
      if ("，、()".indexOf(clause.markAfter()) < 0) {
        return false;
      }
    }
    return false;
  }

  /**
   * The index of the first clause after the bracket that follows a clause; the number of clauses if
   * the bracket states no amount.
   */
  private static int endOfBracketWithAmount(List<Clause> clauses, int at) {
    int end = Math.min(clauses.size(), at + 1 + MAX_CLAUSES_AFTER_LABEL);
    boolean money = false;
    for (int i = at + 1; i < end; i++) {
      money |= clauses.get(i).endsInMoney();
      if (clauses.get(i).markAfter() == ')') {
        return money ? i + 1 : clauses.size();
      }
    }
    return clauses.size();
  }

  /**
   * Whether a clause starts with a word for a budget, so that the one before it may name the
   * project.
   */
  private static boolean startsWithBudget(List<Clause> clauses, int at) {
    return at < clauses.size()
        && !clauses.get(at).tokens().isEmpty()
        && isBudgetWord(clauses.get(at).tokens().getFirst());
  }

  /**
   * Whether the next clause of the sentence consists of a budget, or an addition to one, and its
   * amount, after a year if any: 年初预算80万元, 当年年初预算80万元, 追加20万元.
   */
  private static boolean isFollowedByUnnamedBudget(List<Clause> clauses, int at) {
    if (at + 1 >= clauses.size() || "，、".indexOf(clauses.get(at).markAfter()) < 0) {
      return false;
    }
    List<ProseToken> tokens = clauses.get(at + 1).tokens();
    return clauses.get(at + 1).endsInMoney()
        && tokens.stream().noneMatch(ProseToken::isNameLike)
        && tokens.stream()
            .filter(t -> !isYear(t))
            .findFirst()
            .filter(t -> isBudgetWord(t) || t.isWordOfClass(WordClass.ADJUST))
            .isPresent();
  }

  private static boolean isYear(ProseToken token) {
    return token instanceof ProseToken.Time || token.isWordOfClass(WordClass.YEAR);
  }

  private static boolean isBudgetWord(ProseToken token) {
    return token instanceof ProseToken.Word word
        && (word.value().equals(ALLOCATED_MONEY)
            || (word.type() == WordClass.STAGE
                && BudgetStages.isBudget(BudgetStages.parse(word.value()))));
  }

  /**
   * Whether the next clause names or announces the parts of the clause's amount: 其中…, 按用途：, 分别为：;
   * or of the amount before 主要是：.
   */
  private static boolean isFollowedByParts(List<Clause> clauses, int at, FoldedText foldedText) {
    Clause clause = clauses.get(at);
    int last = at;
    if (clause.markAfter() == '，'
        && clauses.get(at + 1).markAfter() == '，'
        && at + 2 < clauses.size()
        && statesOnlyRate(clauses.get(at + 1))) {
      // A clause that states only a rate may stand between an amount and its parts:
      // 到位资金420万元，到位率87.5%，其中市级300万元.
      last++;
    }
    Clause next = clauses.get(last + 1);
    return nextClauseStartsWith(WordClass.OF_WHICH, clauses, last)
        || opensBracketOfParts(clause, next)
        || nextClauseStartsWith(WordClass.CONSISTS_OF, clauses, last)
        || (nextClauseStartsWith(WordClass.BY, clauses, last) && next.markAfter() == '：')
        || (announcesDistributedAmounts(clause) && startsWithName(next) && next.endsInMoney())
        || (isOnlyWordBeforeColon(clause, WordClass.CAUSE)
            && statesOnlyNamedAmount(next, foldedText));
  }

  /** Whether a clause consists of the name of an account and its amount: 增值税完成58万元. */
  private static boolean statesOnlyNamedAmount(Clause clause, FoldedText foldedText) {
    List<ProseToken> tokens = clause.tokens();
    return clause.endsInMoney()
        && (tokens.getFirst() instanceof ProseToken.Name
            || (tokens.getFirst() instanceof ProseToken.Text text
                && Lexicon.standard().hasEnding(WordClass.ACCOUNT, foldedText.text(text))))
        && tokens.subList(1, tokens.size() - 1).stream()
            .allMatch(t -> t.isWordOfAnyClass(WordClass.NOUN, WordClass.LINKING_VERB));
  }

  /** Whether an amount is followed by a bracket on its parts: 到位资金420万元（其中：市级300万元）. */
  private static boolean opensBracketOfParts(Clause clause, Clause next) {
    return clause.markAfter() == '('
        && !next.tokens().isEmpty()
        && next.tokens().getFirst().isWordOfClass(WordClass.OF_WHICH);
  }

  /** Whether a clause only states the rate of completion of the amount before it: 到位率87.5%. */
  static boolean statesOnlyRate(Clause clause) {
    return clause.tokens().size() == 2
        && clause.tokens().getFirst().isWordOfClass(WordClass.COMPLETION_RATE)
        && clause.tokens().getLast() instanceof ProseToken.Numeral;
  }

  /** Whether a clause only announces amounts: 分别为：. */
  static boolean announcesDistributedAmounts(Clause clause) {
    return isOnlyWordBeforeColon(clause, WordClass.RESPECTIVELY);
  }

  private static boolean isOnlyWordBeforeColon(Clause clause, WordClass type) {
    return clause.markAfter() == '：'
        && clause.tokens().size() == 1
        && clause.tokens().getFirst().isWordOfClass(type);
  }

  private static boolean startsWithName(Clause clause) {
    return !clause.tokens().isEmpty()
        && (clause.tokens().getFirst() instanceof ProseToken.Name
            || clause.tokens().getFirst() instanceof ProseToken.Text);
  }

  /**
   * Whether a clause states a number of things and no amount of money: 实际完成426台，完成率106.5%. A number
   * before a word that is not a known unit, 66,480针次, is also a number of things.
   */
  private static boolean isCountWithoutAmount(Clause clause) {
    List<Quantity.Measure> measures =
        clause.tokens().stream()
            .filter(ProseToken.Numeral.class::isInstance)
            .map(token -> ((ProseToken.Numeral) token).measure())
            .toList();
    return clause.markAfter() == '，'
        && (measures.contains(Quantity.Measure.COUNT) || endsInUnknownUnit(clause.tokens()))
        && !measures.contains(Quantity.Measure.MONEY);
  }

  private static boolean endsInUnknownUnit(List<ProseToken> tokens) {
    return tokens.size() > 1
        && tokens.getLast() instanceof ProseToken.Text unit
        && tokens.get(tokens.size() - 2) instanceof ProseToken.Numeral number
        && number.measure() == Quantity.Measure.BARE
        && unit.start() == number.end();
  }
}
