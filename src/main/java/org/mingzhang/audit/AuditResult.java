package org.mingzhang.audit;

import java.util.List;
import org.mingzhang.audit.check.RuleDescription;
import org.mingzhang.model.AuditRuleCounts;
import org.mingzhang.model.AuditRuleCounts.RuleCounts;
import org.mingzhang.model.Finding;

/**
 * The results of all rules for one disclosure: findings and counts.
 *
 * @param findings contradictions between its numbers or words, in reading order
 * @param ruleTallies counts of the results of each rule, in the order of the catalogue; the results
 *     of a rule that is applied by the class of the preceding rule are counted with that rule
 * @param uncheckedRules rules that were not applied for lack of processor time; they have no tally.
 *     In that case the rules on the identities of prose have no tally either, and are not listed
 *     here
 * @param findingsTruncated whether findings were dropped because there were more than the limit
 */
public record AuditResult(
    List<Finding> findings,
    List<RuleCounts> ruleTallies,
    List<RuleDescription> uncheckedRules,
    boolean findingsTruncated) {

  /**
   * The counts in the form in which records store them; rules that applied to no location are left
   * out.
   */
  public AuditRuleCounts ruleCounts() {
    return new AuditRuleCounts(ruleTallies.stream().filter(t -> t.locationCount() > 0).toList());
  }
}
