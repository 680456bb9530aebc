package org.mingzhang.audit.identity;

import org.mingzhang.audit.check.RuleDescription;
import org.mingzhang.model.Finding.Kind;

/**
 * What the identities without names are. Each has the id of the rule of {@code audit.sentence} that
 * looks for the same contradiction by names, so that links to rules keep leading to it.
 */
final class IdentityRules {
  private static final String DIGITS = "数字印出的最后一位以内（四舍五入或舍去）";
  private static final String DIGITS_ENGLISH = "within the last printed digit, rounded or cut";

  static final RuleDescription CHANGE_AMOUNT =
      new RuleDescription(
          "change-amount",
          Kind.CHANGE_AMOUNT,
          "一句话里的本期数、上期数与增减额",
          "The value of a period, that of the period before and the change between them in one"
              + " statement",
          DIGITS,
          DIGITS_ENGLISH,
          "增减额等于两期之差。",
          "A change is the difference of the two values.");
  static final RuleDescription CHANGE_BOUND =
      new RuleDescription(
          "change-amount",
          Kind.CHANGE_AMOUNT,
          "增加额与本期数，减少额与上期数",
          "An increase and the value after it, a decrease and the value before it",
          DIGITS,
          DIGITS_ENGLISH,
          "增加额不会大于增加后的数，减少额不会大于减少前的数。",
          "An increase is at most what there is now, a decrease at most what there was.");
  static final RuleDescription CHANGE_RATE =
      new RuleDescription(
          "change-rate",
          Kind.CHANGE_RATE,
          "一句话里的增减率与其金额",
          "A rate of change and the amounts of its statement",
          DIGITS,
          DIGITS_ENGLISH,
          "增减率等于增减额除以上期数。",
          "A rate of change is the change divided by the value before it.");
  static final RuleDescription COMPLETION =
      new RuleDescription(
          "completion-rate",
          Kind.COMPLETION_RATE,
          "一句话里的完成率与预算数、完成数",
          "A completion rate, the budget and the result of one statement",
          DIGITS,
          DIGITS_ENGLISH,
          "完成率等于完成数除以预算数。",
          "A completion rate is the result divided by the budget.");
  static final RuleDescription SHARE =
      new RuleDescription(
          "share",
          Kind.SHARE,
          "一句话里的占比与部分、总体",
          "A share, its part and its whole in one statement",
          DIGITS,
          DIGITS_ENGLISH,
          "占比等于部分除以总体。",
          "A share is the part divided by the whole.");
  static final RuleDescription LIST =
      new RuleDescription(
          "parts",
          Kind.SUM,
          "总额与列出的分项",
          "A total and the parts that are listed of it",
          DIGITS + "，各项相加",
          DIGITS_ENGLISH + ", added up over the parts",
          "列全的分项之和等于总额，列出的分项之和不超过总额。",
          "Parts that are all listed make their whole, and no parts exceed it.");
  static final RuleDescription CHANGE_LIST =
      new RuleDescription(
          "change-parts",
          Kind.CHANGE_AMOUNT,
          "总的增减额与各分项的增减额",
          "The change of a whole and the changes of its parts",
          DIGITS + "，各项相加",
          DIGITS_ENGLISH + ", added up over the parts",
          "各分项增减之和等于总的增减。",
          "The changes of all parts add up to the change of the whole.");

  private IdentityRules() {}
}
