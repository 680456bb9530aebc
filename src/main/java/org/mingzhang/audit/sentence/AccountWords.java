package org.mingzhang.audit.sentence;

import java.util.regex.Pattern;
import org.mingzhang.text.QuantityMention;

/** The words before an amount that say that it is a budget, or what was spent of one. */
final class AccountWords {
  private static final String TAIL = "(?:数|金额)?(?:分别)?[为是:]*$";
  private static final Pattern BUDGET = Pattern.compile("预算" + TAIL);
  private static final Pattern RESULT = Pattern.compile("(?:决算|执行)" + TAIL);

  private AccountWords() {}

  static boolean isBudget(QuantityMention mention) {
    return BUDGET.matcher(mention.label()).find();
  }

  static boolean isResult(QuantityMention mention) {
    return RESULT.matcher(mention.label()).find();
  }
}
