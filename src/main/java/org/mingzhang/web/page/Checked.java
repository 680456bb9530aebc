package org.mingzhang.web.page;

import java.util.List;
import org.mingzhang.audit.Audit;
import org.mingzhang.audit.Auditor;
import org.mingzhang.audit.check.RuleDescription;
import org.mingzhang.model.Disclosure;
import org.mingzhang.web.render.Labels;

/**
 * What the rules looked at in a document, beside what they found: how many places agree, and where
 * nothing could be decided, with the reasons.
 *
 * @param places places looked at
 * @param agreeing places that agree
 * @param undecided places that cannot be decided
 * @param lines the rules that could not decide, those with most places first
 */
public record Checked(int places, int agreeing, int undecided, List<Line> lines) {
  /**
   * A rule that could not decide.
   *
   * @param rule the rule
   * @param places how often
   * @param reasons why, in Chinese
   * @param reasonsEnglish the same in English
   */
  public record Line(RuleDescription rule, int places, String reasons, String reasonsEnglish) {}

  /** Looks through a document whose text was not recognised from images. */
  static Checked of(Auditor auditor, Disclosure disclosure) {
    List<Audit.Tally> tallies = auditor.examine(disclosure).tallies();
    int agreeing = tallies.stream().mapToInt(Audit.Tally::agrees).sum();
    int disagreeing = tallies.stream().mapToInt(Audit.Tally::disagrees).sum();
    int undecided = tallies.stream().mapToInt(Audit.Tally::undecided).sum();
    List<Line> lines =
        tallies.stream()
            .filter(tally -> tally.undecided() > 0)
            .sorted((a, b) -> b.undecided() - a.undecided())
            .map(Checked::line)
            .toList();
    return new Checked(agreeing + disagreeing + undecided, agreeing, undecided, lines);
  }

  private static Line line(Audit.Tally tally) {
    return new Line(
        tally.rule(),
        tally.undecided(),
        String.join("；", tally.reasons()),
        String.join("; ", tally.reasonsEnglish()));
  }

  /** One sentence with the three numbers. */
  public String sentence(Labels labels) {
    return labels.filled("checked.sentence", places, agreeing, undecided);
  }
}
