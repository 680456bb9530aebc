package org.mingzhang.audit.check;

import java.util.List;
import java.util.stream.Stream;
import org.mingzhang.model.Finding;

/** The result of a rule for one location of a document. */
public sealed interface CheckResult {
  CheckResult AGREES = new Agrees();

  /**
   * The result for a location that cannot be decided.
   *
   * @param reason key of the reason in {@code reasons.tsv}
   */
  static Undecided undecided(String reason) {
    return RuleTexts.undecidedResult(reason);
  }

  /** The findings among some results. */
  static List<Finding> findingsOf(List<CheckResult> answers) {
    return answers.stream()
        .flatMap(c -> c instanceof Disagrees d ? Stream.of(d.finding()) : Stream.of())
        .toList();
  }

  /** 对得上: the numbers or words at the location agree. */
  record Agrees() implements CheckResult {}

  /**
   * 对不上: the numbers or words at the location disagree.
   *
   * @param finding what the document states and what its numbers give
   */
  record Disagrees(Finding finding) implements CheckResult {}

  /**
   * 无法判断: the document does not contain what is needed.
   *
   * @param reason what is missing, in Chinese
   */
  record Undecided(String reason, String reasonEnglish) implements CheckResult {}
}
