package org.mingzhang.audit.account;

import java.util.ArrayList;
import java.util.List;
import org.mingzhang.audit.check.Check;
import org.mingzhang.audit.check.Draft;
import org.mingzhang.audit.check.Reading;
import org.mingzhang.audit.check.Rule;
import org.mingzhang.audit.check.RuleDescription;
import org.mingzhang.model.Finding.Kind;
import org.mingzhang.model.Finding.Severity;

/** The totals that several account tables repeat are the same in each. */
public final class TableAgainstTable implements Rule {
  private static final RuleDescription ABOUT =
      new RuleDescription(
          "table-against-table",
          Kind.CROSS_SECTION_MISMATCH,
          "各张决算表、预算表重复列出的合计数",
          "Totals that several account tables repeat",
          "末位数字的两个单位",
          "two units of the last digit");

  @Override
  public RuleDescription description() {
    return ABOUT;
  }

  @Override
  public List<Check> check(Reading reading) {
    List<Check> checks = new ArrayList<>();
    Facts facts = reading.derived(Facts.class, Facts::of);
    for (String name : facts.names()) {
      List<Fact> tabled = facts.tabled(name);
      for (int i = 1; i < tabled.size(); i++) {
        Fact first = tabled.getFirst();
        Fact other = tabled.get(i);
        checks.add(first.agrees(other) ? new Check.Agrees() : finding(first, other));
      }
    }
    return checks;
  }

  private static Check finding(Fact first, Fact other) {
    return Draft.at(ABOUT, Severity.PROOF, other.place())
        .numbers(other.printed(), first.printed())
        .formula(other.printed() + " ≠ " + first.printed())
        .other(first.place())
        .says(
            "“" + other.name() + "”此表为" + other.printed() + "，另一张表为" + first.printed() + "。",
            "This table says " + other.printed() + ", another table " + first.printed() + ".");
  }
}
