package org.mingzhang.audit.check;

import java.util.List;
import java.util.stream.Stream;
import org.mingzhang.model.Finding;

/** The answer of a rule for one place. */
public sealed interface CheckResult {
  /** The answer of a place that agrees. */
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

  /** 对得上: the numbers agree. */
  record Agrees() implements CheckResult {}

  /**
   * 对不上: they do not.
   *
   * @param finding what the document says and what its numbers give
   */
  record Disagrees(Finding finding) implements CheckResult {}

  /**
   * 无法判断: the document does not give what is needed.
   *
   * @param reason what is missing, in Chinese
   */
  record Undecided(String reason, String reasonEnglish) implements CheckResult {}
}
