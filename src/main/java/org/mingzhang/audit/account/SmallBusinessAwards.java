package org.mingzhang.audit.account;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.mingzhang.audit.check.AuditedDocument;
import org.mingzhang.audit.check.CheckResult;
import org.mingzhang.audit.check.FindingDraft;
import org.mingzhang.audit.check.Passage;
import org.mingzhang.audit.check.Rule;
import org.mingzhang.audit.check.Tolerance;
import org.mingzhang.model.Figure;

/**
 * Contracts won by small and medium businesses, in reserved and in other projects, are no more than
 * all procurement. Micro businesses are among the small ones and are not added.
 *
 * <p>A class, since the amounts it adds have no accounts of their own: only their sentence says of
 * which projects they are.
 */
public final class SmallBusinessAwards implements Rule {
  private static final String AMOUNT = "(?:政府)?采购项目中，由中小企业[^，]*，采购金额(?<amount>[\\d.]+)万元";
  private static final Pattern RESERVED = Pattern.compile("在面向中小企业预留的?" + AMOUNT);
  private static final Pattern OTHERS = Pattern.compile("在其他" + AMOUNT);

  @Override
  public List<CheckResult> check(AuditedDocument reading) {
    List<CheckResult> checks = new ArrayList<>();
    List<BigDecimal> totals =
        reading.figures().stream()
            .filter(f -> f.name().matches("政府采购(?:金额|支出总额)") && f.unit().equals("万元"))
            .map(Figure::value)
            .map(BigDecimal::new)
            .distinct()
            .toList();
    for (Passage passage : reading.passages()) {
      Matcher reserved = RESERVED.matcher(passage.compact());
      Matcher others = OTHERS.matcher(passage.compact());
      if (totals.size() == 1 && reserved.find() && others.find()) {
        checks.add(compare(passage, totals.getFirst(), reserved, others));
      }
    }
    return checks;
  }

  private static CheckResult compare(
      Passage passage, BigDecimal total, Matcher reserved, Matcher others) {
    BigDecimal first = new BigDecimal(reserved.group("amount"));
    BigDecimal second = new BigDecimal(others.group("amount"));
    BigDecimal sum = first.add(second);
    if (sum.subtract(total).compareTo(Tolerance.sum(3)) <= 0) {
      return CheckResult.AGREES;
    }
    BigDecimal rest = total.subtract(first).max(BigDecimal.ZERO);
    return FindingDraft.at("small-business-awards", passage, others)
        .numbers(second.toPlainString() + "万元", "≤ " + rest.toPlainString() + "万元")
        .formulaOf("%s + %s = %s > %s", first, second, sum, total)
        .other(FindingDraft.place(passage, reserved.start(), reserved.end()))
        .says(sum, total);
  }
}
