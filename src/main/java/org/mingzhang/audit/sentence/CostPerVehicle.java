package org.mingzhang.audit.sentence;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.mingzhang.audit.check.Check;
import org.mingzhang.audit.check.Draft;
import org.mingzhang.audit.check.Passage;
import org.mingzhang.audit.check.Reading;
import org.mingzhang.audit.check.Rule;
import org.mingzhang.text.Amount;
import org.mingzhang.text.Amounts;
import org.mingzhang.text.Mention;

/**
 * {@code 公务用车保有量4辆，车均运行维护费2.50万元}: the cost per vehicle against the cost and the vehicles kept.
 * Vehicles come and go in a year, so the deviation let pass is wide.
 */
public final class CostPerVehicle implements Rule {
  private static final Pattern PER_VEHICLE =
      Pattern.compile(
          "(?:车均|单车|平均每[辆台]车?|每[辆台]车?(?:平均|年均))(?:公务用车)?(?:年均)?运行(?:维护)?(?:费用?|支出|成本)*约?[为是]?$");
  private static final Pattern KEPT =
      Pattern.compile(
          "(?:保有量|(?:保有|共有|现有|实有|拥有)(?:公务用车|公务车|车辆))(?:共计?|合计)?[为是]?(?<count>[1-9]\\d{0,3})[辆台]");

  @Override
  public List<Check> check(Reading reading) {
    List<BigDecimal> costs =
        reading.stated("公务用车运行费").stream()
            .flatMap(f -> f.yuan().stream())
            .map(BigDecimal::stripTrailingZeros)
            .distinct()
            .toList();
    List<Check> checks = new ArrayList<>();
    if (costs.size() == 1 && costs.getFirst().signum() > 0) {
      reading.passages().forEach(p -> check(p, costs.getFirst(), checks));
    }
    return checks;
  }

  private static void check(Passage passage, BigDecimal cost, List<Check> checks) {
    for (Mention mention : passage.mentions()) {
      if (mention.quantity() instanceof Amount amount
          && PER_VEHICLE.matcher(mention.label()).find()) {
        BigDecimal kept = kept(passage);
        BigDecimal printed = amount.value();
        if (kept != null && printed != null) {
          BigDecimal yuan = printed.scaleByPowerOfTen(Amounts.power(amount.unit()));
          checks.add(judge(passage, mention, amount, cost, kept, yuan));
        }
      }
    }
  }

  /** The one number of vehicles that a paragraph says are kept; null where it says several. */
  private static @Nullable BigDecimal kept(Passage passage) {
    List<String> counts =
        KEPT.matcher(passage.compact()).results().map(r -> r.group(1)).distinct().toList();
    return counts.size() == 1 ? new BigDecimal(counts.getFirst()) : null;
  }

  private static Check judge(
      Passage passage,
      Mention mention,
      Amount amount,
      BigDecimal cost,
      BigDecimal kept,
      BigDecimal yuan) {
    BigDecimal computed = cost.divide(kept, 2, RoundingMode.HALF_UP);
    if (yuan.subtract(computed).abs().compareTo(computed.movePointLeft(1)) <= 0) {
      return new Check.Agrees();
    }
    int power = Amounts.power(amount.unit());
    String right = computed.movePointLeft(power).setScale(2, RoundingMode.HALF_UP) + amount.unit();
    String stated = amount.value() + amount.unit();
    Matcher count = KEPT.matcher(passage.compact());
    boolean found = count.find();
    return Draft.at("cost-per-vehicle", passage, mention.clause(), amount.end())
        .numbers(stated, right)
        .formula(
            cost.movePointLeft(4).toPlainString()
                + "万元 ÷ "
                + kept
                + "辆 = "
                + right
                + "，文中写 "
                + stated)
        .other(found ? Draft.place(passage, count.start(), count.end()) : null)
        .says(right, stated);
  }
}
