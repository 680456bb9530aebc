package org.mingzhang.audit.sentence;

import java.math.BigDecimal;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.mingzhang.audit.check.AuditedDocument;
import org.mingzhang.audit.check.CheckResult;
import org.mingzhang.audit.check.FindingDraft;
import org.mingzhang.audit.check.Passage;
import org.mingzhang.audit.check.PassageRule;
import org.mingzhang.text.QuantityMention;

/**
 * Reports a change in 元 in a paragraph whose other amounts are all in 万元. A number far above all
 * others is assumed to be in 元 on purpose: 2860500元 beside 31.45万元.
 */
public final class UnitError implements PassageRule {
  private static final Pattern CHANGE =
      Pattern.compile(
          "(?:增加|减少|增长|下降)了?(?:额)?为?$"
              + "|^(?!.*(?:人均|每|单价|单位价值|标准|以上)).*(?:支出|预算|决算|执行|收入|总额|总计|合计)(?:数|金额)?[为是]?$");
  private static final Pattern STOP = Pattern.compile("[。；]");

  /** A slip of the unit leaves a number of at most so many times the greatest other number. */
  private static final BigDecimal MOST_TIMES = new BigDecimal(100);

  @Override
  public void check(AuditedDocument reading, Passage passage, List<CheckResult> checks) {
    List<QuantityMention> amounts =
        passage.mentions().stream().filter(QuantityMention::isAmount).toList();
    for (QuantityMention mention : amounts) {
      if (mention.unit().equals("元")
          && number(mention).signum() != 0
          && CHANGE.matcher(mention.label()).find()
          && isLikelySlip(mention, amounts.stream().filter(m -> !m.equals(mention)).toList())) {
        int start = mention.quantity().start();
        int end = mention.quantity().end();
        Matcher stop = STOP.matcher(passage.compactText());
        int to = stop.find(end) ? stop.end() : passage.compactText().length();
        checks.add(
            FindingDraft.at("unit-slip", passage, mention.clause(), to)
                .withNumbers(passage.quote(start, end), "万元")
                .report());
      }
    }
  }

  /** Whether all others are in 万元, and the number could be in 万元 by its size. */
  private static boolean isLikelySlip(QuantityMention own, List<QuantityMention> others) {
    BigDecimal greatest =
        others.stream().map(UnitError::number).reduce(BigDecimal.ZERO, BigDecimal::max);
    return !others.isEmpty()
        && others.stream().allMatch(m -> m.unit().equals("万元"))
        && number(own).compareTo(greatest.multiply(MOST_TIMES)) <= 0;
  }

  private static BigDecimal number(QuantityMention mention) {
    BigDecimal value = mention.quantity().value();
    return value == null ? BigDecimal.ZERO : value.abs();
  }
}
