package org.mingzhang.audit.form;

import java.util.ArrayList;
import java.util.List;
import org.mingzhang.audit.check.AuditedDocument;
import org.mingzhang.audit.check.CheckResult;
import org.mingzhang.audit.check.Rule;
import org.mingzhang.audit.check.RuleDescription;

/**
 * One rule on the standard forms: selects its results from those of all identities, which are
 * computed once for a document and shared by all rules on forms.
 */
public final class FormRule implements Rule {
  private final RuleDescription rule;

  public FormRule(RuleDescription rule) {
    this.rule = rule;
  }

  private record Answers(List<TableIdentityResults.RuleResult> checks) {
    static Answers checkAll(AuditedDocument reading) {
      List<TableIdentityResults.RuleResult> all =
          new ArrayList<>(TableIdentityResults.checkAll(reading).checks());
      all.addAll(RateColumns.checkAll(reading));
      all.addAll(FactConsistencyChecks.checkAll(reading));
      all.addAll(FactRates.checkAll(reading));
      all.addAll(ClassItemSumChecks.checkAll(reading));
      all.addAll(ItemSums.checkAll(reading));
      all.addAll(FactIdentityResults.checkAll(reading).checks());
      return new Answers(all);
    }
  }

  @Override
  public List<CheckResult> check(AuditedDocument reading) {
    return reading.computeOnce(Answers.class, Answers::checkAll).checks().stream()
        .filter(a -> a.rule().equals(rule))
        .map(TableIdentityResults.RuleResult::check)
        .toList();
  }
}
