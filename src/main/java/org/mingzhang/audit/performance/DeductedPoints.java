package org.mingzhang.audit.performance;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.mingzhang.audit.check.AuditedDocument;
import org.mingzhang.audit.check.CheckResult;
import org.mingzhang.audit.check.FindingDraft;
import org.mingzhang.audit.check.Rule;
import org.mingzhang.model.Indicator;
import org.mingzhang.text.CompactText;

/**
 * What a row's remark says was deducted, {@code 扣0.5分}, is what its score lacks of its weight. How
 * points would be deducted, {@code 每低1%扣0.5分}, is no deduction.
 *
 * <p>A class, since its operands are points, of which one stands in the words of a remark.
 */
public final class DeductedPoints implements Rule {
  private static final Pattern DEDUCTED =
      Pattern.compile("(?<before>[^，。；;,]*)(?:扣|减)(?:除|减|去|掉|了)?(?<points>\\d+(?:\\.\\d+)?)分");
  private static final Pattern CONDITION =
      Pattern.compile("[每则若按]|的话|标准|规则|最多|扣完|不足|低于|超过|未达到?.*的|以[上下下]|一[次项处个]");

  @Override
  public List<CheckResult> check(AuditedDocument reading) {
    List<CheckResult> checks = new ArrayList<>();
    for (Indicator row : reading.indicators()) {
      BigDecimal deducted = deducted(row.note());
      Optional<BigDecimal> weight = IndicatorCells.points(row.weight());
      Optional<BigDecimal> score = IndicatorCells.points(row.score());
      // a score above its weight is told by another rule
      if (deducted != null
          && weight.isPresent()
          && score.filter(s -> s.compareTo(weight.get()) <= 0).isPresent()) {
        checks.add(judge(row, deducted, weight.get(), score.get()));
      }
    }
    return checks;
  }

  /** All that a remark deducts; null where it deducts nothing or only says how it would be done. */
  private static @Nullable BigDecimal deducted(@Nullable String note) {
    Matcher found = DEDUCTED.matcher(note == null ? "" : CompactText.of(note).text());
    BigDecimal sum = null;
    while (found.find()) {
      if (CONDITION.matcher(found.group("before")).find()) {
        return null;
      }
      BigDecimal points = new BigDecimal(found.group("points"));
      sum = sum == null ? points : sum.add(points);
    }
    return sum;
  }

  private static CheckResult judge(
      Indicator row, BigDecimal deducted, BigDecimal weight, BigDecimal score) {
    BigDecimal missing = weight.subtract(score);
    if (missing.subtract(deducted).abs().compareTo(new BigDecimal("0.01")) <= 0) {
      return new CheckResult.Agrees();
    }
    String right = weight.subtract(deducted).toPlainString();
    return FindingDraft.at(
            "deducted-points",
            IndicatorCells.place(
                row,
                row.level3(),
                row.target(),
                row.actual(),
                row.weight(),
                row.score(),
                row.note()))
        .numbers(score, right)
        .formulaOf("%s − %s = %s，表中写 %s", weight, deducted, right, score)
        .says(deducted, missing);
  }
}
