package org.mingzhang.audit.identity;

import org.mingzhang.audit.check.RuleDescription;
import org.mingzhang.audit.check.RuleTexts;

/** The rules that the identities without names answer for. */
final class IdentityRules {
  static final RuleDescription COMPLETION = RuleTexts.rule("completion-rate");
  static final RuleDescription ZERO_BUDGET = RuleTexts.rule("zero-budget");
  static final RuleDescription CHANGE_RATE = RuleTexts.rule("change-rate");
  static final RuleDescription CHANGE_AMOUNT = RuleTexts.rule("change-amount");
  static final RuleDescription ZERO_BASE = RuleTexts.rule("zero-base");
  static final RuleDescription CHANGE_LIST = RuleTexts.rule("change-parts");
  static final RuleDescription SHARE = RuleTexts.rule("share");
  static final RuleDescription LIST = RuleTexts.rule("parts");
  static final RuleDescription BALANCE = RuleTexts.rule("balance");
  static final RuleDescription REPEAT = RuleTexts.rule("item-repeat");

  private IdentityRules() {}
}
