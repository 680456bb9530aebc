package org.mingzhang.audit.sentence;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.mingzhang.audit.check.AuditedDocument;
import org.mingzhang.audit.check.CheckResult;
import org.mingzhang.audit.check.FindingDraft;
import org.mingzhang.audit.check.Passage;
import org.mingzhang.audit.check.PrintedNumbers;
import org.mingzhang.audit.check.Rule;
import org.mingzhang.audit.check.TextMatch;
import org.mingzhang.text.AmountFinder;
import org.mingzhang.text.TsvResource;

/**
 * Checks the cost of one unit against the total cost and the number of units: {@code
 * 公务用车保有量4辆，车均运行维护费2.50万元}, {@code 为3100名残疾人发放补贴223.20万元，人均720元}. The total is that of an account
 * in the document, or the only amount of the sentence. The tolerance is wide, because numbers of
 * vehicles change during a year and guests may be counted in several ways. The kinds of cost are
 * data, see {@code unit-costs.tsv}.
 */
public final class UnitCostRule implements Rule {
  private static final int COLUMNS = 7;
  private static final int MIN_DECIMALS = 2;
  private static final Pattern AMOUNT = Pattern.compile("\\d[\\d,]*(?:\\.\\d+)?(?:亿元|万元|元)");
  private static final String BEHIND = "behind";
  private static final String SENTENCE_STOPS = "。；;";

  private final String rule;
  private final List<UnitCost> unitCosts;

  public UnitCostRule(String rule) {
    this.rule = rule;
    this.unitCosts =
        TsvResource.parseRows(UnitCostRule.class, "unit-costs.tsv", COLUMNS, UnitCost::parse)
            .stream()
            .filter(unitCost -> unitCost.rule().equals(rule))
            .toList();
  }

  /**
   * A line of {@code unit-costs.tsv}.
   *
   * @param account accounts with the total cost, separated by ";", the first that the document
   *     states counts; empty if the sentence states it
   */
  private record UnitCost(
      String rule,
      String account,
      Pattern counted,
      String counter,
      boolean isAfterCount,
      Pattern label) {
    static UnitCost parse(List<String> cells) {
      return new UnitCost(
          cells.get(0),
          cells.get(1),
          Pattern.compile(cells.get(2)),
          cells.get(3),
          TsvResource.requireKeyword(cells.get(4), BEHIND, "any").equals(BEHIND),
          Pattern.compile(cells.get(5)));
    }
  }

  @Override
  public List<CheckResult> check(AuditedDocument document) {
    return unitCosts.stream()
        .flatMap(
            c ->
                c.account().isEmpty()
                    ? document.findMatches(c.label(), "均", "每").map(m -> checkInSentence(c, m))
                    : checkAgainstAccount(c, document))
        .toList();
  }

  private Stream<CheckResult> checkAgainstAccount(UnitCost unitCost, AuditedDocument document) {
    List<BigDecimal> totals =
        Stream.of(unitCost.account().split(";"))
            .map(account -> totalsOf(account, document))
            .filter(found -> !found.isEmpty())
            .findFirst()
            .orElse(List.of());
    return totals.size() == 1 && totals.getFirst().signum() > 0
        ? document.passages().stream().flatMap(p -> checkPassage(unitCost, p, totals.getFirst()))
        : Stream.empty();
  }

  private static List<BigDecimal> totalsOf(String account, AuditedDocument document) {
    return document.statedFigures(account).stream()
        .flatMap(f -> f.yuan().stream())
        .map(BigDecimal::stripTrailingZeros)
        .distinct()
        .toList();
  }

  private Stream<CheckResult> checkPassage(UnitCost unitCost, Passage passage, BigDecimal total) {
    List<MatchResult> counts = passage.findMatches(unitCost.counted());
    if (counts.stream().map(c -> c.group("count")).distinct().count() != 1) {
      return Stream.empty();
    }
    MatchResult count = counts.getFirst();
    String terms = total.movePointLeft(4).toPlainString() + "万元";
    return passage.findMatches(unitCost.label()).stream()
        .filter(m -> !unitCost.isAfterCount() || count.end() < m.start("cost"))
        .map(
            m ->
                check(
                    unitCost,
                    new TextMatch(passage, m),
                    total,
                    terms,
                    count,
                    FindingDraft.create(rule, passage, m)
                        .withOtherLocation(
                            FindingDraft.location(passage, count.start(), count.end()))));
  }

  /**
   * Checks a cost by the amount and the number before it; undecided unless there is one of each.
   */
  private CheckResult checkInSentence(UnitCost unitCost, TextMatch cost) {
    String text = cost.passage().unspacedText();
    int end = cost.words().start();
    int from = end;
    while (from > 0 && SENTENCE_STOPS.indexOf(text.charAt(from - 1)) < 0) {
      from--;
    }
    List<MatchResult> counts =
        unitCost.counted().matcher(text).region(from, end).results().toList();
    List<MatchResult> amounts = AMOUNT.matcher(text).region(from, end).results().toList();
    if (counts.size() != 1 || amounts.size() != 1) {
      return CheckResult.undecided("amount-or-number-not-read");
    }
    String amount = amounts.getFirst().group();
    int start = Math.min(amounts.getFirst().start(), counts.getFirst().start());
    return check(
        unitCost,
        cost,
        AmountFinder.parseYuan(amount).orElseThrow(),
        amount,
        counts.getFirst(),
        FindingDraft.create(rule, cost.passage(), start, cost.words().end()));
  }

  /**
   * Checks that a cost is within a tenth, or 1元 if that is more, of a total divided by a number.
   *
   * @param total in 元
   */
  private static CheckResult check(
      UnitCost unitCost,
      TextMatch cost,
      BigDecimal total,
      String totalText,
      MatchResult count,
      FindingDraft draft) {
    BigDecimal stated = cost.number("cost");
    String unit = cost.group("unit");
    int power = AmountFinder.powerOfTen(unit);
    BigDecimal number = PrintedNumbers.parse(count.group("count"));
    BigDecimal yuan = total.divide(number, MIN_DECIMALS, RoundingMode.HALF_UP);
    BigDecimal slack = yuan.movePointLeft(1).max(BigDecimal.ONE);
    boolean near = stated.scaleByPowerOfTen(power).subtract(yuan).abs().compareTo(slack) <= 0;
    if (near && !isMisprint(stated, yuan.movePointLeft(power))) {
      return CheckResult.AGREES;
    }
    String right =
        yuan.movePointLeft(power)
                .setScale(Math.max(MIN_DECIMALS, stated.scale()), RoundingMode.HALF_UP)
                .toPlainString()
            + unit;
    String printed = cost.group("cost") + unit;
    return draft
        .withNumbers(printed, right)
        .withFormula(totalText + " ÷ " + number + unitCost.counter(), right, printed)
        .toResult(right, printed);
  }

  /** Whether a cost is the computed one with two neighboring digits exchanged. */
  private static boolean isMisprint(BigDecimal stated, BigDecimal computed) {
    return PrintedNumbers.areSwapped(
        stated, computed.setScale(stated.scale(), RoundingMode.HALF_UP));
  }
}
