package org.mingzhang.audit;

import java.util.List;
import org.mingzhang.audit.check.RuleDescription;
import org.mingzhang.model.AuditRuleCounts;
import org.mingzhang.model.Finding;

/**
 * What all rules answered for a disclosure.
 *
 * @param findings where its numbers or words do not agree, in reading order
 * @param tallies how often each rule answered what, in the order of the catalogue
 * @param unchecked rules that the processor time allowed did not suffice for; none has a tally
 * @param cut whether there were more findings than are kept
 */
public record Audit(
    List<Finding> findings, List<Tally> tallies, List<RuleDescription> unchecked, boolean cut) {

  /** What was looked at, as records keep it: the rules that met anything to look at. */
  public AuditRuleCounts ruleCounts() {
    return new AuditRuleCounts(
        tallies.stream()
            .map(
                t ->
                    new AuditRuleCounts.RuleCounts(
                        t.rule().id(),
                        t.agrees(),
                        t.disagrees(),
                        t.undecided(),
                        t.reasons(),
                        t.reasonsEnglish()))
            .filter(a -> a.places() > 0)
            .toList());
  }

  /**
   * The answers of one rule.
   *
   * @param agrees number of places that agree (对得上)
   * @param disagrees number of places that do not (对不上)
   * @param undecided number of places that cannot be decided (无法判断)
   * @param reasons why, in Chinese, each once
   */
  public record Tally(
      RuleDescription rule,
      int agrees,
      int disagrees,
      int undecided,
      List<String> reasons,
      List<String> reasonsEnglish) {}
}
