package org.mingzhang.audit.check;

import org.mingzhang.model.Finding;

/** The answer of a rule for one place. */
public sealed interface CheckResult {
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
   * @param reasonEnglish the same in English
   */
  record Undecided(String reason, String reasonEnglish) implements CheckResult {}
}
