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

/** The same figure stated in two sections: both say the same amount. */
public final class SameFigure implements Rule {
  private static final RuleDescription ABOUT =
      new RuleDescription(
          "same-figure",
          Kind.CROSS_SECTION_MISMATCH,
          "不同章节写出的同名金额（如本年支出合计、公用经费）",
          "The same figure in the sentences of different sections",
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
      List<Fact> stated = facts.stated(name);
      for (int i = 1; i < stated.size(); i++) {
        checks.add(compare(stated.getFirst(), stated.get(i)));
      }
    }
    return checks;
  }

  private static Check compare(Fact first, Fact second) {
    if (first.agrees(second)) {
      return new Check.Agrees();
    }
    return Draft.at(ABOUT, Severity.PROOF, first.place())
        .numbers(first.printed(), second.printed())
        .formula(first.printed() + " ≠ " + second.printed())
        .other(second.place())
        .says(
            "“" + first.name() + "”此处为" + first.printed() + "，另一处为" + second.printed() + "。",
            "The same figure is "
                + first.printed()
                + " here and "
                + second.printed()
                + " in another section.");
  }
}
