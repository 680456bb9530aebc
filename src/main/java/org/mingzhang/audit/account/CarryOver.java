package org.mingzhang.audit.account;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.mingzhang.audit.check.Check;
import org.mingzhang.audit.check.Draft;
import org.mingzhang.audit.check.Reading;
import org.mingzhang.audit.check.Rule;
import org.mingzhang.audit.check.RuleDescription;
import org.mingzhang.audit.fact.Fact;
import org.mingzhang.audit.fact.Facts;
import org.mingzhang.model.Finding.Kind;
import org.mingzhang.model.Finding.Severity;

/**
 * Where the document says that nothing was carried over, total income and expenditure are what was
 * spent this year; the total of fiscal appropriations is what was spent of them.
 */
public final class CarryOver implements Rule {
  private static final RuleDescription ABOUT =
      new RuleDescription(
          "carry-over",
          Kind.CROSS_SECTION_MISMATCH,
          "文中写明无结转结余时的收入、支出总计与本年支出合计",
          "Totals against the year's expenditure where nothing is carried over",
          "末位数字的两个单位",
          "two units of the last digit",
          "没有结转结余时，总计就是当年发生的数。",
          "Where nothing is carried over, the totals are the year's own.");
  private static final Pattern NOTHING =
      Pattern.compile("结转结余(?:均)?为(?:零|0(?:\\.0+)?(?:万元)?)(?![\\d.])|(?:无|没有)(?:年末)?结转(?:和)?结余");

  @Override
  public RuleDescription description() {
    return ABOUT;
  }

  @Override
  public List<Check> check(Reading reading) {
    if (reading.passages().stream().noneMatch(p -> NOTHING.matcher(p.compact()).find())) {
      return List.of(
          new Check.Undecided(
              "文中没有写明结转结余为零", "the document does not say that nothing was carried over"));
    }
    List<Check> checks = new ArrayList<>();
    Facts facts = reading.derived(Facts.class, Facts::of);
    compare(facts, "支出总计", "本年支出合计", checks);
    compare(facts, "财政拨款支出总计", "一般公共预算财政拨款支出", checks);
    return checks;
  }

  private static void compare(Facts facts, String total, String spent, List<Check> checks) {
    List<Fact> right = facts.stated(spent);
    for (Fact left : facts.stated(total)) {
      if (right.isEmpty()) {
        checks.add(new Check.Undecided("没有读到" + spent, "the year's expenditure was not read"));
      } else if (right.stream().anyMatch(left::agrees)) {
        checks.add(new Check.Agrees());
      } else {
        checks.add(finding(left, right.getFirst()));
      }
    }
  }

  private static Check finding(Fact total, Fact spent) {
    return Draft.at(ABOUT, Severity.PROOF, total.place())
        .numbers(total.printed(), spent.printed())
        .formula(total.printed() + " ≠ " + spent.printed() + " + 0")
        .other(spent.place())
        .says(
            "文中写结转结余为零，“%1$s”为%2$s，“%3$s”为%4$s。",
            "Nothing is said to be carried over, but the total is %2$s and the year's expenditure"
                + " %4$s.",
            total.name(),
            total.printed(),
            spent.name(),
            spent.printed());
  }
}
