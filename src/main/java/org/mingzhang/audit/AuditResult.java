package org.mingzhang.audit;

import java.util.List;
import org.mingzhang.audit.check.RuleDescription;
import org.mingzhang.model.AuditRuleCounts;
import org.mingzhang.model.Finding;

/**
 * The results of all rules for one disclosure: findings and counts.
 *
 * @param findings contradictions between its numbers or words, in reading order
 * @param tallies counts of the results of each rule, in the order of the catalogue; the results of
 *     a rule that is applied by the class of the preceding rule are counted with that rule
 * @param unchecked rules that were not applied for lack of processor time; they have no tally. The
 *     rules on the identities of prose then have none either, but are not listed
 * @param cut whether findings were dropped because there were more than the limit
 */
public record AuditResult(
    List<Finding> findings, List<RuleTally> tallies, List<RuleDescription> unchecked, boolean cut) {

  /**
   * The counts in the form in which records store them; rules that applied to no location are left
   * out.
   */
  public AuditRuleCounts ruleCounts() {
    return new AuditRuleCounts(
        tallies.stream()
            .map(
                t ->
                    new AuditRuleCounts.RuleCounts(
                        t.rule().id(),
                        t.agreeing(),
                        t.disagreeing(),
                        t.undecided(),
                        t.reasons(),
                        t.reasonsEnglish(),
                        t.undecidedPlaces()))
            .filter(a -> a.locationCount() > 0)
            .toList());
  }

  /**
   * How many locations of one rule agree, disagree or are undecided.
   *
   * @param agreeing number of locations that agree (对得上)
   * @param disagreeing number of locations that disagree (对不上)
   * @param undecided number of locations that cannot be decided (无法判断)
   * @param reasons reasons of the undecided ones, in Chinese, each once
   * @param reasonsEnglish the same reasons in English
   * @param undecidedPlaces the undecided locations of which the words are known, at most {@link
   *     AuditRuleCounts.RuleCounts#MAX_UNDECIDED_PLACES}
   */
  public record RuleTally(
      RuleDescription rule,
      int agreeing,
      int disagreeing,
      int undecided,
      List<String> reasons,
      List<String> reasonsEnglish,
      List<AuditRuleCounts.UndecidedPlace> undecidedPlaces) {}
}
