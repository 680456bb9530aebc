package org.mingzhang.audit.check;

import java.util.List;
import java.util.stream.Stream;
import org.mingzhang.model.Finding;

/** The result of a rule for one location of a document. */
public sealed interface CheckResult {
  CheckResult AGREES = new Agrees();

  /**
   * The answer of a place that cannot be decided.
   *
   * @param reason what is missing: a key of {@code reasons.tsv}
   */
  static Undecided undecided(String reason) {
    return RuleBook.reason(reason);
  }

  /** The findings among some answers. */
  static List<Finding> findings(List<CheckResult> answers) {
    return answers.stream()
        .flatMap(c -> c instanceof Disagrees d ? Stream.of(d.finding()) : Stream.of())
        .toList();
  }

  /** 对得上: the place agrees. */
  record Agrees() implements CheckResult {}

  /**
   * 对不上: the place disagrees.
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
