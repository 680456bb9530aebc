package org.mingzhang.statement.token;

import java.util.Arrays;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.mingzhang.model.Category;
import org.mingzhang.model.Fund;
import org.mingzhang.model.Perimeter;
import org.mingzhang.model.Stage;
import org.mingzhang.statement.clause.RateReader;

/** The function of a word of {@code lexicon.tsv} in a clause about amounts. */
public enum WordClass {
  /** Stage of the budget cycle: 年初预算, 决算. */
  STAGE(joinNamesAsAlternatives(Stage.values()) + "|FULL_BUDGET"),
  /** Year counted from the reference year: 上年. */
  YEAR("-?\\d"),
  /** Part of a year: 上半年. */
  PERIOD,
  /** Precedes what a change is compared with: 比. */
  COMPARISON_START,
  /**
   * Precedes the base of a comparison only before a year or stage, and otherwise joins names: 与.
   */
  WITH,
  /** Contains what a change is compared with: 同比; the value is -1 if it is the preceding year. */
  YEAR_ON_YEAR("-|-1"),
  /** Follows what a change is compared with: 相比. */
  COMPARISON_END,
  /** Basis of a comparison: 同口径. */
  COMPARISON_BASIS(".+"),
  /**
   * Increase: 增长; the value is number if the word has this sense only before a number (增), and rate
   * if only before a rate (提升).
   */
  UP("-|number|rate"),
  /** Decrease: 下降; the value is number if the word has this sense only before a number: 减. */
  DOWN("-|number"),
  /** Change without a direction: 增减. */
  CHANGE_WITHOUT_DIRECTION,
  /** Precedes the new amount after a change: 增加到. */
  CHANGED_TO,
  /**
   * Average rate, or comparison of rates: 年均增长. UP and DOWN for words that compare amounts as well:
   * 大于预算数3万元.
   */
  AVERAGE("-|UP|DOWN"),
  /** No change: 持平; about for a small change: 基本持平. */
  UNCHANGED("-|about"),
  /** Precedes the whole in a statement of a share: 占. */
  SHARE,
  /** Share as a noun: 占比. */
  RATIO,
  /**
   * Rate of a result relative to its budget: 执行率. The values mark rates that {@link RateReader}
   * treats specially: rates of a count, of money received, of procurement, or of the whole of a
   * list.
   */
  COMPLETION_RATE("-|counted|funding|procurement|whole"),
  /** Verb between a name and its number: 完成, 为. */
  LINKING_VERB,
  /** Distributes values over subjects: 分别. */
  RESPECTIVELY,
  /** One value for several subjects: 均, 各. */
  EQUALLY,
  /** Opens a list of some parts: 其中. */
  OF_WHICH,
  /** Opens a list of all parts: 包括. */
  CONSISTS_OF,
  /** Precedes a classification: 按. */
  BY,
  /** Precedes a classification (从) or follows it (分). */
  SPLIT,
  /** Marks a list as incomplete: 等. */
  AND_OTHERS,
  /** Addition: 加上; SUBTRACTED for the opposite: 减去. */
  ADD("-|SUBTRACTED"),
  /** Follows an amount that is no part of the account named after it: 不属于. */
  NOT_PART,
  /** Sum: 合计; SEVERAL if it adds up what was listed before it: 两项合计. */
  SUM("-|SEVERAL"),
  /** Starts a reason: 主要原因是; subordinate if it starts a subordinate clause: 因. */
  CAUSE("-|subordinate"),
  /** Starts a purpose: 主要用于. */
  PURPOSE,
  /**
   * Limit: 不超过; LISTED if the word has this sense only after a number or name and otherwise refers
   * to what was listed before it: 以上支出合计.
   */
  THRESHOLD("-|LISTED"),
  /** Approximation: 约. */
  APPROXIMATE,
  /**
   * Plan or target: 计划, 预计. INVESTMENT for the cost of a project over all years, PLANNED for a
   * planned amount, SEVERAL_YEARS for a sum over several years, BUDGET_OF_YEARS if that is a
   * budget.
   */
  PLAN("-|INVESTMENT|PLANNED|SEVERAL_YEARS|BUDGET_OF_YEARS"),
  /**
   * Precedes an amount that does not belong to the topic: 涉及资金, 追加. ADDED and CUT for additions to
   * its budget during the year, and cuts: 调增, 调减.
   */
  ADJUST("-|ADDED|CUT"),

  /**
   * Follows an amount that is carried over to the next year; the value of the word is the amount's
   * account.
   */
  CARRIED_OVER(".+"),
  /**
   * Follows an amount that was moved to another budget; the value of the word is the amount's
   * account.
   */
  TRANSFERRED(".+"),
  /**
   * Verb without effect on the amount, 支付. PAYER if it includes the payer, 财政安排; ALLOCATED if the
   * amount is a budget; REST for the remainder of an amount, 其余.
   */
  VERB("-|PAYER|ALLOCATED|REST"),
  /** Noun without effect on the amount, 金额; also the class of all names. */
  NOUN,
  /** Name that contains words of other classes: 预算稳定调节基金. */
  TERM,
  /**
   * Words for the first or last members of the last list: 前两项, 后两项. The value is the number of
   * members, negative if counted from the end of the list.
   */
  MEMBERS("-?\\d"),
  /**
   * Words for the accounts of the preceding sentence that this sentence has not named yet: 其余两项.
   * The value is their number, 0 if none is given.
   */
  REMAINING("\\d"),
  /** Compound that starts with a word of another class but is plain text: 计算机. */
  COMPOUND,
  /**
   * Owner or perimeter: 全市, 本部门. OWN for the document's own agency, LOWER_GOVERNMENTS for several
   * levels of government below that of the document.
   */
  SCOPE(joinNamesAsAlternatives(Perimeter.values()) + "|OWN|LOWER_GOVERNMENTS"),
  /** Fund: 一般公共预算. */
  FUND(joinNamesAsAlternatives(Fund.values())),
  /**
   * Particle between words of a phrase: 的; and if it joins names, RELATIVE if it ends a relative
   * clause on an approval, SUPERLATIVE if it ends one that only selects, APPROVED if it states the
   * approval of a budget.
   */
  LINK("-|and|RELATIVE|SUPERLATIVE|APPROVED"),
  /** Amount per head: 人均. */
  PER_HEAD,
  /** Ends the words for the whole that contains an amount: 中. */
  WITHIN,
  /**
   * Account of amounts without a name, by the kind of document; PROJECTS for the account of amounts
   * after a number of projects.
   */
  DEFAULT(joinNamesAsAlternatives(Category.values()) + "|PROJECTS"),
  /** Name of all the money of a project that is evaluated, with its stage: 应安排资金. */
  PROJECT_TOTAL("BUDGET|EXECUTION"),
  /** Name of the money of an evaluated project that was received or is left: 到位资金, 结余. */
  PROJECT_ACCOUNT("RECEIVED|LEFT|MATCHED"),
  /** Ending of names of bodies: 局. */
  ENTITY,
  /** Ending of names of places: 开发区. */
  PLACE,
  /** Ending of names of accounts: 经费. */
  ACCOUNT,
  /**
   * Ending of names of payments, of values of things and of procurement methods, which are accounts
   * if they name an amount: 抚恤金.
   */
  PAYMENT,
  /** Ending of words that state who collected revenue: 组织收入. */
  COLLECTED,
  /** Last character of a place or a level of government, with its rank: 县. */
  LEVEL("-?\\d");

  private final Pattern valuePattern;

  WordClass() {
    this("-");
  }

  WordClass(String valuePattern) {
    this.valuePattern = Pattern.compile(valuePattern);
  }

  private static String joinNamesAsAlternatives(Enum<?>[] constants) {
    return Arrays.stream(constants).map(Enum::name).collect(Collectors.joining("|"));
  }

  /**
   * Checks that rows of the class can have a value and returns it.
   *
   * @throws IllegalArgumentException if words of the class cannot have it
   */
  String requireValue(String value) {
    if (!valuePattern.matcher(value).matches()) {
      throw new IllegalArgumentException("\"" + value + "\" is no value of " + this);
    }
    return value;
  }
}
