package org.mingzhang.audit.sentence;

import java.math.BigDecimal;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.mingzhang.audit.check.AuditedDocument;
import org.mingzhang.audit.check.CheckResult;
import org.mingzhang.audit.check.FindingDraft;
import org.mingzhang.audit.check.Passage;
import org.mingzhang.audit.check.PassageRule;
import org.mingzhang.audit.check.StatedRate;
import org.mingzhang.text.QuantityMention;

/**
 * Checks the rate of two amounts of one sentence: {@code 计划资金800万元，实际到位720万元，资金到位率90%}. A rate that
 * agrees with any two of the amounts is right. If there are more than two amounts, a wrong rate is
 * undecided.
 */
public final class FundingRate implements PassageRule {
  private static final Pattern RATE =
      Pattern.compile(
          "^(?:项目|财政|预算)?(?:资金)?(?:(?:到位|执行|支付|支出|使用|拨付|兑付|发放)率?(?:为|是|达到?|约)*|完成(?:全年|年度)?预算的?|预?决算差异率[为是]?)$");

  private static final String DIFFERENCE = "差异率";
  private static final Pattern PLAN =
      Pattern.compile("(?:预算安排|计划(?:安排|投入|资金)?|下达(?:资金)?|批复(?:资金)?)(?:资金)?(?:总额)?[为是]?$");
  private static final Pattern MONEY =
      Pattern.compile("(?:资金|项目(?:全年)?预算数?)(?:总额|总量|规模)?(?:共计?|合计)?[为是]?$");
  private static final Pattern CAME = Pattern.compile("到位(?:资金|金额|数)?(?:共计?)?[为是]?$");
  private static final Pattern ADJUSTED = Pattern.compile("(?:调整后|全年)[^，。]{0,4}预算(?:数|资金)?[为是]?$");
  private static final Pattern SPENT =
      Pattern.compile("(?:执行|支出|支付|使用|拨付|兑付|发放)(?:数|金额|资金)?(?:共计?)?[为是]?$");

  @Override
  public void check(AuditedDocument reading, Passage passage, List<CheckResult> checks) {
    if (!passage.compactText().contains("率") && !passage.compactText().contains("完成")) {
      return;
    }
    for (QuantityMention mention : passage.mentions()) {
      if (!mention.isAmount()
          && (mention.label().contains("率") || mention.label().contains("完成"))
          && RATE.matcher(mention.label()).matches()) {
        List<QuantityMention> before = findAmountsBefore(passage, mention);
        if (mention.label().contains("资金") || isOfMoney(before, mention)) {
          check(passage, mention, before, checks);
        }
      }
    }
  }

  /**
   * Whether the two amounts before are money and what was spent of it: {@code
   * 涉及资金860万元，全年执行834.20万元，执行率97%}.
   */
  private static boolean isOfMoney(List<QuantityMention> before, QuantityMention rate) {
    if (before.size() != 2) {
      return false;
    }
    QuantityMention first = before.getFirst();
    QuantityMention last = before.getLast();
    return rate.label().contains(DIFFERENCE)
        ? ComparisonWords.isBudget(first) && ComparisonWords.isResult(last)
        : MONEY.matcher(first.label()).find() && SPENT.matcher(last.label()).find();
  }

  private static List<QuantityMention> findAmountsBefore(Passage passage, QuantityMention rate) {
    return passage.mentions().stream()
        .filter(m -> m.sentence() == rate.sentence() && m.isAmount())
        .filter(m -> m.quantity().end() <= rate.quantity().start())
        .toList();
  }

  private static void check(
      Passage passage,
      QuantityMention rate,
      List<QuantityMention> ofSentence,
      List<CheckResult> checks) {
    BigDecimal stated = rate.quantity().value();
    List<QuantityMention> before =
        ofSentence.size() > 2 ? findRelatedAmounts(ofSentence, rate) : ofSentence;
    if (before.size() == 1 && rate.label().contains("到位")) {
      before = withPlan(passage, before.getFirst());
    }
    List<BigDecimal> amounts =
        before.stream().flatMap(m -> Stream.ofNullable(m.quantity().value())).toList();
    if (stated == null || amounts.size() < 2 || amounts.size() < before.size()) {
      return;
    }
    boolean difference = rate.label().contains(DIFFERENCE);
    BigDecimal whole = amounts.getFirst();
    BigDecimal part = difference ? amounts.getLast().subtract(whole) : amounts.getLast();
    StatedRate ratio = new StatedRate(stated, part, whole);
    boolean right =
        difference
            ? agrees(stated, part, whole)
            : amounts.stream().anyMatch(w -> amounts.stream().anyMatch(p -> agrees(stated, p, w)));
    int from = before.getFirst().clause();
    checks.add(
        right
            ? CheckResult.AGREES
            : amounts.size() > 2 || !haveSameUnit(before) || whole.signum() == 0
                ? CheckResult.undecided("which-amounts")
                : ratio.createFinding(
                    FindingDraft.at("funding-rate", passage, from, rate.quantity().end())));
  }

  /**
   * The two amounts of a rate among more: of {@code 年初预算A，年中调增B，调整后预算C，到位D，到位率} the received and
   * the last planned amount, of {@code 支出E，使用率} the spent and the received amount; else all
   * amounts.
   */
  private static List<QuantityMention> findRelatedAmounts(
      List<QuantityMention> before, QuantityMention rate) {
    boolean receipt = rate.label().contains("到位");
    QuantityMention part = before.getLast();
    QuantityMention whole = before.get(before.size() - 2);
    boolean named =
        receipt
            ? CAME.matcher(part.label()).find() && ADJUSTED.matcher(whole.label()).find()
            : SPENT.matcher(part.label()).find() && CAME.matcher(whole.label()).find();
    return named ? List.of(whole, part) : before;
  }

  /** The received money, after the planned money if the text before states just one such amount. */
  private static List<QuantityMention> withPlan(Passage passage, QuantityMention came) {
    List<QuantityMention> plans =
        passage.mentions().stream()
            .filter(m -> m.isAmount() && m.quantity().end() <= came.quantity().start())
            .filter(m -> PLAN.matcher(m.label()).find())
            .toList();
    return plans.size() == 1 ? List.of(plans.getFirst(), came) : List.of(came);
  }

  private static boolean agrees(BigDecimal stated, BigDecimal part, BigDecimal whole) {
    return whole.signum() > 0 && new StatedRate(stated.abs(), part.abs(), whole).agrees(false);
  }

  private static boolean haveSameUnit(List<QuantityMention> mentions) {
    return mentions.stream().map(QuantityMention::unit).distinct().count() == 1;
  }
}
