package org.mingzhang.audit.check;

import java.util.List;

/**
 * A check that is applied to a document. A rule gives one result for each location that it applies
 * to: agreement, a finding, or undecided. Stateless and thread-safe. The descriptions of rules and
 * the texts of their findings are data, see {@link RuleTexts}.
 */
public interface Rule {
  /** Checks a document and returns the results in reading order. */
  List<CheckResult> check(AuditedDocument document);
}
