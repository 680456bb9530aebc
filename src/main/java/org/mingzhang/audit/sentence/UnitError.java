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
import org.mingzhang.text.Amount;
import org.mingzhang.text.QuantityMention;

/**
 * One change in 元 in a paragraph whose other amounts are all in 万元.
 *
 * <p>A number far greater than all others was written out in 元 on purpose: 2860500元 beside 31.45万元.
 *
 * <p>A class, since what shows the slip are the units of all other amounts of the paragraph.
 */
public final class UnitError implements PassageRule {
  private static final Pattern CHANGE =
      Pattern.compile(
          "(?:增加|减少|增长|下降)了?(?:额)?为?$"
              + "|^(?!.*(?:人均|每|单价|单位价值|标准|以上)).*(?:支出|预算|决算|执行|收入|总额|总计|合计)(?:数|金额)?[为是]?$");

  /** A slip leaves the number as it would be in 万元, at most so many times the greatest other. */
  private static final BigDecimal MOST_TIMES = new BigDecimal(100);

  @Override
  public void check(AuditedDocument reading, Passage passage, List<CheckResult> checks) {
    List<QuantityMention> amounts =
        passage.mentions().stream().filter(QuantityMention::isAmount).toList();
    for (QuantityMention mention : amounts) {
      if (yuan(mention)
          && CHANGE.matcher(mention.label()).find()
          && othersInWan(amounts, mention)
          && isAlike(amounts, mention)) {
        checks.add(finding(passage, mention));
      }
    }
  }

  private static boolean yuan(QuantityMention mention) {
    return mention.quantity() instanceof Amount amount
        && amount.unit().equals("元")
        && amount.value() != null
        && amount.value().signum() != 0;
  }

  private static boolean othersInWan(List<QuantityMention> amounts, QuantityMention own) {
    return amounts.size() > 1
        && amounts.stream()
            .filter(m -> !m.equals(own))
            .allMatch(m -> m.quantity() instanceof Amount a && a.unit().equals("万元"));
  }

  /** Whether a number could be in the unit of the others, by its size. */
  private static boolean isAlike(List<QuantityMention> amounts, QuantityMention own) {
    BigDecimal greatest =
        amounts.stream()
            .filter(m -> !m.equals(own))
            .map(UnitError::number)
            .reduce(BigDecimal.ZERO, BigDecimal::max);
    return number(own).compareTo(greatest.multiply(MOST_TIMES)) <= 0;
  }

  private static BigDecimal number(QuantityMention mention) {
    return mention.quantity() instanceof Amount amount && amount.value() != null
        ? amount.value().abs()
        : BigDecimal.ZERO;
  }

  private static CheckResult finding(Passage passage, QuantityMention mention) {
    String printed = passage.quote(mention.quantity().start(), mention.quantity().end());
    Matcher end = Pattern.compile("[。；]").matcher(passage.compact());
    int to = end.find(mention.quantity().end()) ? end.end() : passage.compact().length();
    return FindingDraft.at("unit-slip", passage, mention.clause(), to)
        .numbers(printed, "万元")
        .says();
  }
}
