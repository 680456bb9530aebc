package org.mingzhang.audit.sentence;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.mingzhang.audit.check.Check;
import org.mingzhang.audit.check.Draft;
import org.mingzhang.audit.check.Passage;
import org.mingzhang.audit.check.Reading;
import org.mingzhang.audit.check.Rule;
import org.mingzhang.text.Amount;
import org.mingzhang.text.Amounts;
import org.mingzhang.text.Mention;

/**
 * Reception cost per guest against the cost and the number of guests: {@code 人均接待费50元}. Guests may
 * be counted in ways the text does not say, so the deviation let pass is wide.
 */
public final class ReceptionPerHead implements Rule {
  private static final Pattern HEADS =
      Pattern.compile(
          "(?:(?:国内)?公务接待(?:共)?(?:计)?\\d+(?:批次?|个批次)[、,，]?(?:共|合计|累计)?(?:接待)?|来访团组\\d+个[、,，]来宾)(?<heads>\\d+)人");
  private static final Pattern PER_HEAD = Pattern.compile("人均(?:接待)?(?:费用?|消费|支出)?(?:约)?[为是]?$");

  @Override
  public List<Check> check(Reading reading) {
    List<BigDecimal> costs =
        reading.stated("公务接待费").stream()
            .flatMap(f -> f.yuan().stream())
            .map(v -> v.movePointLeft(4).stripTrailingZeros())
            .distinct()
            .toList();
    List<Check> checks = new ArrayList<>();
    for (Passage passage : reading.passages()) {
      if (costs.size() == 1 && passage.compact().contains("人均")) {
        check(passage, costs.getFirst(), checks);
      }
    }
    return checks;
  }

  private static void check(Passage passage, BigDecimal cost, List<Check> checks) {
    Matcher heads = HEADS.matcher(passage.compact());
    if (!heads.find()) {
      return;
    }
    for (Mention mention : passage.mentions()) {
      if (mention.quantity() instanceof Amount amount
          && mention.quantity().start() > heads.end()
          && PER_HEAD.matcher(mention.label()).find()) {
        compare(passage, heads, cost, mention, amount, checks);
        return;
      }
    }
  }

  private static void compare(
      Passage passage,
      Matcher heads,
      BigDecimal cost,
      Mention mention,
      Amount amount,
      List<Check> checks) {
    BigDecimal printed = amount.value();
    BigDecimal guests = new BigDecimal(heads.group("heads"));
    if (printed == null || guests.signum() == 0 || cost.signum() == 0) {
      return;
    }
    BigDecimal yuan = printed.scaleByPowerOfTen(Amounts.power(amount.unit()));
    BigDecimal computed = cost.movePointRight(4).divide(guests, 2, RoundingMode.HALF_UP);
    BigDecimal slack = computed.movePointLeft(1).max(BigDecimal.ONE);
    if (yuan.subtract(computed).abs().compareTo(slack) <= 0) {
      checks.add(new Check.Agrees());
      return;
    }
    String stated = printed.toPlainString() + amount.unit();
    String right = computed.toPlainString() + "元";
    checks.add(
        Draft.at("reception-per-head", passage, mention.clause(), amount.end())
            .numbers(stated, right)
            .formula(cost.toPlainString() + "万元 ÷ " + guests + "人 = " + right + "，文中写 " + stated)
            .other(Draft.place(passage, heads.start(), heads.end()))
            .says(right, stated, computed));
  }
}
