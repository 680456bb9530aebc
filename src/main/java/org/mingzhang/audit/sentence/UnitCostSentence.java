package org.mingzhang.audit.sentence;

import java.math.BigDecimal;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.mingzhang.audit.check.ParagraphMatch;
import org.mingzhang.audit.check.PrintedNumbers;
import org.mingzhang.text.PatternTable;

/**
 * The amounts and numbers of units in the sentence of a cost. A semicolon ends a sentence as well.
 *
 * @param from offset in the paragraph without spaces at which the sentence begins
 * @param to offset at which it ends
 */
record UnitCostSentence(UnitCost unitCost, ParagraphMatch cost, int from, int to) {
  private static final int MAX_NAME_LENGTH = 30;
  private static final String SENTENCE_STOPS = "。；;";

  /**
   * A total amount of money, as opposed to an amount for one unit (每人600元) or a standard (600元标准).
   */
  static final Pattern TOTAL_AMOUNT =
      Pattern.compile(
          "(?<name>\\p{IsHan}{0,30})(?<![\\d,.]|每\\p{IsHan}{1,8})(?<amount>\\d[\\d,]*(?:\\.\\d+)?(?:亿元|万元|元))(?![/·每]|(?:的)?标准)");

  private static final Pattern NAME_BEFORE_COUNT = Pattern.compile("(?<name>\\p{IsHan}{2,})$");
  private static final PatternTable PATTERNS =
      PatternTable.readForPackageOf(UnitCostSentence.class);
  private static final Pattern NAMED_TOTAL = PATTERNS.get("named-total");
  private static final Pattern COUNT_CLAUSE = PATTERNS.get("count-clause");
  private static final Pattern OTHER_SPENDING = PATTERNS.get("other-spending");

  /** A total amount with the number of units that it is divided by. */
  record Operands(MatchResult amount, MatchResult count) {}

  static UnitCostSentence findAround(UnitCost unitCost, ParagraphMatch cost) {
    String text = cost.paragraph().unspacedText();
    int from = cost.words().start();
    while (from > 0 && SENTENCE_STOPS.indexOf(text.charAt(from - 1)) < 0) {
      from--;
    }
    int to = cost.paragraph().sentenceEnd(cost.words().end());
    return new UnitCostSentence(unitCost.withMonthsOf(text.substring(from, to)), cost, from, to);
  }

  private String text() {
    return cost.paragraph().unspacedText();
  }

  List<MatchResult> amountsBeforeCost() {
    return TOTAL_AMOUNT.matcher(text()).region(from, cost.words().start()).results().toList();
  }

  /** The amounts before and after the cost. */
  List<MatchResult> amountsBesideCost() {
    return TOTAL_AMOUNT
        .matcher(text())
        .region(from, to)
        .results()
        .filter(a -> a.end() <= cost.words().start() || a.start("amount") >= cost.words().end())
        .toList();
  }

  /** The amounts before the cost with the name of what the cost is of. */
  List<MatchResult> namedAmountsBeforeCost() {
    return amountsBeforeCost().stream()
        .filter(a -> unitCost.totalName().matcher(a.group("name")).find())
        .toList();
  }

  /**
   * Whether the last amount before the cost belongs to other spending, and neither the amount of
   * the cost's own account nor a number of its units follows: 公务接待费2万元，接待20批次198人次，培训费15万元，人均229元.
   */
  boolean isCostOfOtherSpending() {
    List<MatchResult> amounts = amountsBeforeCost();
    return !amounts.isEmpty()
        && OTHER_SPENDING.matcher(amounts.getLast().group("name")).find()
        && !unitCost.totalName().matcher(amounts.getLast().group("name")).find()
        && countsBeforeCost().stream().noneMatch(c -> c.end() > amounts.getLast().end());
  }

  List<MatchResult> countsBeforeCost() {
    return findCounts(from, cost.words().start());
  }

  List<MatchResult> countsBesideCost() {
    return findCounts(from, to);
  }

  private List<MatchResult> findCounts(int start, int end) {
    Matcher counts = unitCost.countPattern().pattern().matcher(text()).region(start, end);
    return withoutParts(counts.useTransparentBounds(true).results().toList());
  }

  /** The first number alone if the others are its parts: 低保对象6824人，其中城市1907人、农村4917人. */
  private static List<MatchResult> withoutParts(List<MatchResult> counts) {
    BigDecimal sum =
        counts.stream()
            .skip(1)
            .map(count -> PrintedNumbers.parse(count.group("count")))
            .reduce(BigDecimal.ZERO, BigDecimal::add);
    return counts.size() > 2
            && sum.compareTo(PrintedNumbers.parse(counts.getFirst().group("count"))) == 0
        ? counts.subList(0, 1)
        : counts;
  }

  /**
   * The amount right before the bracket of the cost and the only number of units in the bracket
   * before the cost, 无障碍改造84.00万元（改造120户，户均7000元）; empty if the cost is not in such a bracket.
   */
  List<Operands> operandsOfBracket() {
    int bracket = openBracket();
    if (bracket < 0) {
      return List.of();
    }
    List<MatchResult> counts = findCounts(bracket + 1, cost.words().start());
    return amountsBeforeCost().stream()
        .filter(a -> a.end() == bracket && counts.size() == 1)
        .map(a -> new Operands(a, counts.getFirst()))
        .toList();
  }

  /**
   * Whether a number of units stands alone in the clause between the last amount and the cost:
   * 执行到位2.31亿元，发放救助金66.50万元，救助35人，人均1.90万元.
   */
  boolean isCountRightAfterAmount() {
    List<MatchResult> amounts = amountsBeforeCost();
    List<MatchResult> counts = countsBeforeCost();
    return !amounts.isEmpty()
        && counts.size() == 1
        && COUNT_CLAUSE
            .matcher(text().substring(amounts.getLast().end(), cost.words().start()))
            .matches();
  }

  /** Offset of the bracket of the sentence that is open at the cost; negative if there is none. */
  private int openBracket() {
    int closed = 0;
    for (int i = cost.words().start() - 1; i >= from; i--) {
      switch (text().charAt(i)) {
        case ')', '）' -> closed++;
        case '(', '（' -> {
          if (closed == 0) {
            return i;
          }
          closed--;
        }
        default -> {}
      }
    }
    return -1;
  }

  /** Whether an amount is called a total, or has the name of a cost: 人均公用经费2万元，…，公用经费80万元. */
  boolean isTotal(MatchResult amount) {
    String name = amount.group("name");
    return NAMED_TOTAL.matcher(name).find()
        || (name.length() > 1 && cost.words().group().contains(name));
  }

  /**
   * Counts stated before the sentence whose label is part of the name of an amount: 农村低保5864人 for
   * the amount 农村低保金.
   */
  List<MatchResult> findNamedCountsBefore(String amountName) {
    return unitCost
        .countPattern()
        .pattern()
        .matcher(text())
        .region(0, from)
        .results()
        .filter(
            count -> {
              int start = Math.max(0, count.start() - MAX_NAME_LENGTH);
              Matcher name = NAME_BEFORE_COUNT.matcher(text()).region(start, count.start());
              return name.find() && amountName.contains(name.group("name").replace("其中", ""));
            })
        .toList();
  }
}
