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

/** A figure stated in a sentence: the account table gives the same amount. */
public final class TextAgainstTable implements Rule {
  private static final RuleDescription ABOUT =
      new RuleDescription(
          "text-against-table",
          Kind.TEXT_TABLE_MISMATCH,
          "情况说明中的总额与决算表中的同名数",
          "Totals of the sentences against the account tables",
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
      for (Fact stated : facts.stated(name)) {
        checks.add(
            tabled.isEmpty()
                ? new Check.Undecided("没有读到相应的决算表", "the account table was not read")
                : compare(stated, tabled));
      }
    }
    return checks;
  }

  private static Check compare(Fact stated, List<Fact> tabled) {
    if (tabled.stream().anyMatch(stated::agrees)) {
      return new Check.Agrees();
    }
    Fact table = tabled.getFirst();
    return Draft.at(ABOUT, Severity.PROOF, stated.place())
        .numbers(stated.printed(), table.printed())
        .formula(stated.printed() + " ≠ " + table.printed())
        .other(table.place())
        .says(
            "“" + stated.name() + "”文中为" + stated.printed() + "，表中为" + table.printed() + "。",
            "The sentence says " + stated.printed() + ", the table " + table.printed() + ".");
  }
}
