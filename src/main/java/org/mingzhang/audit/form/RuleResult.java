package org.mingzhang.audit.form;

import org.mingzhang.audit.check.CheckResult;
import org.mingzhang.audit.check.RuleDescription;
import org.mingzhang.audit.check.RuleTexts;

/** The result of checking one identity, with the rule of that identity. */
record RuleResult(RuleDescription rule, CheckResult check) {
  static RuleResult of(String rule, CheckResult check) {
    return new RuleResult(RuleTexts.findRequired(rule), check);
  }
}
