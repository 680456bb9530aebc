package org.mingzhang.audit.sentence;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.mingzhang.audit.check.AuditedDocument;
import org.mingzhang.audit.check.CheckResult;
import org.mingzhang.audit.check.FindingDraft;
import org.mingzhang.audit.check.Passage;
import org.mingzhang.audit.check.Rule;
import org.mingzhang.audit.check.TextMatch;
import org.mingzhang.text.TsvResource;

/**
 * Checks the cost of one unit against the total cost and the number of units: {@code
 * 公务用车保有量4辆，车均运行维护费2.50万元}, {@code 人均接待费50元}. The kinds of cost are data, see {@code
 * unit-costs.tsv}.
 */
public final class UnitCostRule implements Rule {
  private static final int COLUMNS = 7;

  private final String rule;
  private final String account;
  private final Pattern counted;
  private final String counter;
  private final boolean isUnitAfterCost;
  private final Pattern label;

  public UnitCostRule(String rule) {
    List<String> cells =
        TsvResource.readRows(UnitCostRule.class, "unit-costs.tsv", COLUMNS).stream()
            .filter(row -> row.getFirst().equals(rule))
            .findFirst()
            .orElseThrow();
    this.rule = rule;
    account = cells.get(1);
    counted = Pattern.compile(cells.get(2));
    counter = cells.get(3);
    isUnitAfterCost = cells.get(4).equals("behind");
    label = Pattern.compile(cells.get(5));
  }

  @Override
  public List<CheckResult> check(AuditedDocument document) {
    List<BigDecimal> costs =
        document.statedFigures(account).stream()
            .flatMap(f -> f.yuan().stream())
            .map(BigDecimal::stripTrailingZeros)
            .distinct()
            .toList();
    List<CheckResult> checks = new ArrayList<>();
    if (costs.size() == 1 && costs.getFirst().signum() > 0) {
      document.passages().forEach(p -> check(p, costs.getFirst(), checks));
    }
    return checks;
  }

  private void check(Passage passage, BigDecimal cost, List<CheckResult> checks) {
    List<MatchResult> counts = passage.findMatches(counted);
    boolean one = counts.stream().map(c -> c.group("count")).distinct().count() == 1;
    for (MatchResult each : one ? passage.findMatches(label) : List.<MatchResult>of()) {
      if (!isUnitAfterCost || counts.getFirst().end() < each.start("cost")) {
        checks.add(check(new TextMatch(passage, each), cost, counts.getFirst()));
      }
    }
  }

  private CheckResult check(TextMatch each, BigDecimal cost, MatchResult count) {
    BigDecimal printed = each.number("cost");
    String unit = each.group("unit");
    BigDecimal number = new BigDecimal(count.group("count"));
    UnitCost computed = UnitCost.compute(cost, number);
    if (computed.agreesWith(printed, unit)) {
      return CheckResult.AGREES;
    }
    String right = computed.format(printed, unit);
    String stated = printed.toPlainString() + unit;
    return each.createDraft(rule)
        .withNumbers(stated, right)
        .withFormula(
            cost.movePointLeft(4).toPlainString() + "万元 ÷ " + number + counter, right, stated)
        .withOtherLocation(FindingDraft.location(each.passage(), count.start(), count.end()))
        .toResult(right, stated);
  }
}
