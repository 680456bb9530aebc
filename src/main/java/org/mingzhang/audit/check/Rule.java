package org.mingzhang.audit.check;

import java.util.List;

/**
 * A check that is applied to a document. A rule gives one result for each location that it applies
 * to: agreement, a finding, or undecided. Stateless and thread-safe. The descriptions of rules and
 * the texts of their findings are data, see {@link RuleTexts}.
 */
public interface Rule {
  /**
   * Checks a document and returns the results, which need not be in reading order. Throws {@code
   * BudgetExhaustedException} if the processor time for the document is used up.
   */
  List<CheckResult> check(AuditedDocument document);
}
