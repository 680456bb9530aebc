package org.mingzhang.audit.check;

import java.util.List;

/**
 * One kind of check. A rule looks at everything in the document that it knows how to check and
 * answers for each: agrees, disagrees, cannot be decided. Rules hold no state and are safe on many
 * threads. What a rule is called and what its findings say is data, see {@link RuleBook}.
 */
public interface Rule {
  /** The answers, in reading order. */
  List<CheckResult> check(AuditedDocument reading);
}
