package org.mingzhang.audit.form;

import org.mingzhang.audit.check.CheckResult;
import org.mingzhang.audit.check.RuleDescription;
import org.mingzhang.audit.check.RuleTexts;

/** The result of checking one identity, with the rule of that identity. */
record RuleResult(RuleDescription rule, CheckResult check) {
  /** Creates the result of the rule with an id, or of the rule to which a message key belongs. */
  static RuleResult forMessage(String message, CheckResult check) {
    return new RuleResult(RuleTexts.findRequired(message.split("/", 2)[0]), check);
  }
}
