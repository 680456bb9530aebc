package org.mingzhang.audit.account;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.mingzhang.audit.check.Check;
import org.mingzhang.audit.check.Draft;
import org.mingzhang.audit.check.Reading;
import org.mingzhang.audit.check.Rule;
import org.mingzhang.audit.check.RuleDescription;
import org.mingzhang.audit.fact.Fact;
import org.mingzhang.audit.fact.Facts;
import org.mingzhang.model.Figure;
import org.mingzhang.model.Finding.Kind;
import org.mingzhang.model.Finding.Place;
import org.mingzhang.model.Finding.Severity;

/**
 * 机关运行经费 is the office cost of administrative units, so it is no more than all office cost (公用经费).
 * That it is less is normal: public institutions have office cost as well.
 */
public final class OperatingCost implements Rule {
  private static final RuleDescription ABOUT =
      new RuleDescription(
          "operating-cost",
          Kind.CROSS_SECTION_MISMATCH,
          "机关运行经费与基本支出中的公用经费（不大于）",
          "Operating expenses, which are no more than the office cost of basic expenditure",
          "0.02万元",
          "0.02 万元",
          "机关运行经费是公用经费的一部分。",
          "Operating expenses are part of office cost.");

  @Override
  public RuleDescription description() {
    return ABOUT;
  }

  @Override
  public List<Check> check(Reading reading) {
    List<Check> checks = new ArrayList<>();
    List<Fact> office = reading.derived(Facts.class, Facts::of).named("公用经费");
    for (Figure figure : reading.stated("机关运行经费")) {
      if (office.isEmpty() || !figure.unit().equals("万元")) {
        checks.add(new Check.Undecided("没有读到公用经费", "the office cost was not read"));
      } else {
        checks.add(judge(figure, office, most(reading)));
      }
    }
    return checks;
  }

  /** The largest office cost that the document gives, also as basic expenditure less staff. */
  private static BigDecimal most(Reading reading) {
    Facts facts = reading.derived(Facts.class, Facts::of);
    return Stream.concat(
            facts.amounts("公用经费").stream(),
            facts.amounts("一般公共预算财政拨款基本支出").stream()
                .flatMap(b -> facts.amounts("人员经费").stream().map(b::subtract)))
        .max(Comparator.naturalOrder())
        .orElse(BigDecimal.ZERO);
  }

  private static Check judge(Figure operating, List<Fact> facts, BigDecimal most) {
    Fact office = facts.getFirst();
    BigDecimal over = new BigDecimal(operating.value()).subtract(most);
    if (over.compareTo(new BigDecimal("0.02")) <= 0) {
      return new Check.Agrees();
    }
    String stated = operating.value() + operating.unit();
    return Draft.at(
            ABOUT,
            Severity.PROBABLE,
            new Place(operating.section(), operating.page(), operating.quote()))
        .numbers(stated, office.printed())
        .formula(stated + " > " + office.printed())
        .other(office.place())
        .says(
            "机关运行经费为%s，大于公用经费%s。",
            "Operating expenses of %s are more than all office cost, %s.",
            stated,
            office.printed());
  }
}
