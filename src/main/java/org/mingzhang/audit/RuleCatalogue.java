package org.mingzhang.audit;

import java.util.List;
import org.mingzhang.audit.check.Rule;
import org.mingzhang.audit.sentence.ChangeRate;
import org.mingzhang.audit.sentence.CompletionRate;
import org.mingzhang.audit.sentence.ZeroBase;
import org.mingzhang.audit.sentence.ZeroBudget;

/** All rules, in the order in which they speak for the same place. */
final class RuleCatalogue {
  private RuleCatalogue() {}

  static List<Rule> all() {
    return List.of(new CompletionRate(), new ZeroBudget(), new ChangeRate(), new ZeroBase());
  }
}
