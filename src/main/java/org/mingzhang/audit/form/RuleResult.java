package org.mingzhang.audit.form;

import org.mingzhang.audit.check.CheckResult;
import org.mingzhang.audit.check.RuleBook;
import org.mingzhang.audit.check.RuleDescription;

/** The result of checking one identity, with the rule of that identity. */
record RuleResult(RuleDescription rule, CheckResult check) {
  static RuleResult of(String rule, CheckResult check) {
    return new RuleResult(RuleBook.findRequired(rule), check);
  }
}
