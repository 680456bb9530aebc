package org.mingzhang.audit.identity;

import java.util.List;
import org.mingzhang.audit.check.RuleDescription;
import org.mingzhang.model.Finding.Kind;

/**
 * What the identities without names are, for the page that lists all rules. Ids of rules that were
 * replaced by them lead here, see {@code aliases.tsv}.
 */
final class IdentityRules {
  private static final String DIGITS = "数字印出的最后一位以内（四舍五入或舍去）";
  private static final String DIGITS_ENGLISH = "within the last printed digit, rounded or cut";

  static final RuleDescription CHANGE_AMOUNT =
      new RuleDescription(
          "change-amount",
          Kind.CHANGE_AMOUNT,
          "本期数、上期数与增减额；增加额与本期数，减少额与上期数",
          "The values of two periods and the change between them; an increase and the value after"
              + " it, a decrease and the value before it",
          DIGITS,
          DIGITS_ENGLISH,
          "增减额等于两期之差；增加额不大于增加后的数，减少额不大于减少前的数。",
          "A change is the difference of the two values, and at most the greater of them.");
  static final RuleDescription CHANGE_RATE =
      new RuleDescription(
          "change-rate",
          Kind.CHANGE_RATE,
          "增减率与其金额，增减额与增减率的方向",
          "A rate of change, its amounts, and the direction of both",
          DIGITS,
          DIGITS_ENGLISH,
          "增减率等于增减额除以上期数。",
          "A rate of change is the change divided by the value before it.");
  static final RuleDescription COMPLETION =
      new RuleDescription(
          "completion-rate",
          Kind.COMPLETION_RATE,
          "完成率与所写的那一种预算数、完成数",
          "A completion rate, the result and the budget that it names",
          DIGITS,
          DIGITS_ENGLISH,
          "完成率等于完成数除以预算数。",
          "A completion rate is the result divided by the budget.");
  static final RuleDescription ZERO_BUDGET =
      new RuleDescription(
          "zero-budget",
          Kind.ZERO_DENOMINATOR,
          "预算数为0而仍写出的完成率",
          "A completion rate printed against a budget of zero",
          "无",
          "none",
          "除数为零，没有完成率可言。",
          "Nothing can be divided by a budget of zero.");
  static final RuleDescription ZERO_BASE =
      new RuleDescription(
          "zero-base",
          Kind.ZERO_DENOMINATOR,
          "增加额等于本年数（上年为0）而仍写出的增长率",
          "A rate of growth printed although the increase is the whole amount",
          "无",
          "none",
          "上年为零时没有增长率。",
          "There is no rate of growth from nothing.");
  static final RuleDescription SHARE =
      new RuleDescription(
          "share",
          Kind.SHARE,
          "占比与部分、总体",
          "A share, its part and its whole",
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

  static final RuleDescription BALANCE =
      new RuleDescription(
          "balance",
          Kind.SUM,
          "同一句或同一段中的收入、支出与结余、结转；写明“收支平衡”的收入总量与支出总量",
          "Income, expenditure and what is left of them in one sentence or paragraph; totals said"
              + " to balance",
          DIGITS,
          DIGITS_ENGLISH,
          "结余等于年初结余加收入减支出；收支平衡时两个总量相等。",
          "What is left is what there was and came in, less what was spent; totals that balance are"
              + " equal.");

  static final RuleDescription REPEAT =
      new RuleDescription(
          "item-repeat",
          Kind.CROSS_SECTION_MISMATCH,
          "科目名称后的金额与同一段重复写出的支出决算（预算安排）",
          "The amount at the head of an item and the same said again in its paragraph",
          "无",
          "none",
          "同一段中同一科目的同一个数只有一个。",
          "One item has one amount in its paragraph.");

  /** All of them, those with the same id once. */
  static List<RuleDescription> all() {
    return List.of(
        COMPLETION,
        ZERO_BUDGET,
        CHANGE_RATE,
        CHANGE_AMOUNT,
        ZERO_BASE,
        CHANGE_LIST,
        SHARE,
        LIST,
        BALANCE,
        REPEAT);
  }

  private IdentityRules() {}
}
