package org.mingzhang.audit.account;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.mingzhang.audit.check.Check;
import org.mingzhang.audit.check.Draft;
import org.mingzhang.audit.check.Passage;
import org.mingzhang.audit.check.Reading;
import org.mingzhang.audit.check.Rule;
import org.mingzhang.audit.check.RuleDescription;
import org.mingzhang.model.Figure;
import org.mingzhang.model.Finding.Kind;
import org.mingzhang.model.Finding.Place;
import org.mingzhang.model.Finding.Severity;
import org.mingzhang.model.Topic;

/** Official vehicles kept while their purchase and running cost nothing. */
public final class VehicleCost implements Rule {
  private static final RuleDescription ABOUT =
      new RuleDescription(
          "vehicle-cost",
          Kind.CROSS_SECTION_MISMATCH,
          "“三公”经费说明中的公务用车保有量与公务用车购置及运行费",
          "Official vehicles kept against what they cost, in the section on the three public"
              + " expenses",
          "无",
          "none",
          "保有公务用车一般会有运行维护费。",
          "Official vehicles that are kept usually cost something.");
  private static final Pattern KEPT =
      Pattern.compile("截[至止][^。；]{0,14}日，[^。；]*?公务用车(?:保有量)?(?:为|共)?(?<count>[1-9]\\d*)辆");

  @Override
  public RuleDescription description() {
    return ABOUT;
  }

  @Override
  public List<Check> check(Reading reading) {
    List<Check> checks = new ArrayList<>();
    List<Figure> costs =
        reading.figures().stream().filter(f -> f.name().matches("公务用车(?:购置及)?运行费")).toList();
    boolean nothing =
        !costs.isEmpty() && costs.stream().allMatch(f -> new BigDecimal(f.value()).signum() == 0);
    for (Passage passage : reading.passages()) {
      Matcher kept = KEPT.matcher(passage.compact());
      if (passage.topic() == Topic.THREE_PUBLIC
          && passage.compact().contains("公务用车")
          && kept.find()) {
        checks.add(nothing ? finding(passage, kept, costs.getFirst()) : new Check.Agrees());
      }
    }
    return checks;
  }

  private static Check finding(Passage passage, Matcher kept, Figure cost) {
    return Draft.at(ABOUT, Severity.PROBABLE, passage, kept.start(), kept.end())
        .numbers(kept.group("count") + "辆", cost.value() + cost.unit())
        .other(new Place(cost.section(), cost.page(), cost.quote()))
        .says(
            "文中写有公务用车%s辆，公务用车购置及运行费为0。",
            "Official vehicles are kept, but their purchase and running cost is zero.",
            kept.group("count"));
  }
}
