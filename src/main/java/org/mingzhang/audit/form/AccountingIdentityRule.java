package org.mingzhang.audit.form;

import java.util.ArrayList;
import java.util.List;
import org.mingzhang.audit.check.AuditedDocument;
import org.mingzhang.audit.check.CheckResult;
import org.mingzhang.audit.check.Rule;
import org.mingzhang.audit.check.RuleDescription;

/**
 * One rule on the standard forms: it selects its results from the results of all identities, which
 * are computed once for a document and shared by all rules on forms.
 */
public record AccountingIdentityRule(RuleDescription rule) implements Rule {

  /** The results of all identities of the forms, computed once for a document. */
  private record FormCheckResults(List<RuleResult> checks) {
    static FormCheckResults checkAll(AuditedDocument document) {
      List<RuleResult> all = new ArrayList<>(TableIdentityResults.checkAll(document).checks());
      all.addAll(RateColumnChecks.checkAll(document));
      all.addAll(ShareOfTotalChecks.checkAll(document));
      all.addAll(PartColumnChecks.checkAll(document));
      all.addAll(FactConsistencyChecks.checkAll(document));
      all.addAll(ProseRateChecks.checkAll(document));
      all.addAll(ItemSumChecks.checkAll(document));
      all.addAll(FactIdentityChecks.checkAll(document));
      all.addAll(MagnitudeChecks.checkAll(document));
      all.addAll(MisprintedNumberChecks.checkAll(document));
      return new FormCheckResults(all);
    }
  }

  @Override
  public List<CheckResult> check(AuditedDocument document) {
    return document
        .computeOnce(FormCheckResults.class, FormCheckResults::checkAll)
        .checks()
        .stream()
        .filter(a -> a.rule().equals(rule))
        .map(RuleResult::check)
        .toList();
  }
}
