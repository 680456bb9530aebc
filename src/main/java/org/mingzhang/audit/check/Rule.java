package org.mingzhang.audit.check;

import java.util.List;

/**
 * One kind of check. A rule answers for each place of the document that it applies to: agrees,
 * disagrees, or undecided. Stateless, safe for use by many threads. The descriptions of rules and
 * the texts of their findings are data, see {@link RuleBook}.
 */
public interface Rule {
  /** The answers, in reading order. */
  List<CheckResult> check(AuditedDocument reading);
}
