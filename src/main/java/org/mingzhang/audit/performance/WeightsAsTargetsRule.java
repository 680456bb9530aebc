package org.mingzhang.audit.performance;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import org.mingzhang.audit.check.AuditedDocument;
import org.mingzhang.audit.check.CheckResult;
import org.mingzhang.audit.check.FindingDraft;
import org.mingzhang.audit.check.Rule;
import org.mingzhang.audit.check.StatedSum;
import org.mingzhang.model.Finding.QuoteLocation;
import org.mingzhang.model.Indicator;

/**
 * Reports forms in which the weights of the indicators were entered as their targets: all targets
 * are bare whole numbers, and the results repeat them. Reported only if a rate of satisfaction has
 * no percent sign; a self-score that is their sum confirms it.
 */
public final class WeightsAsTargetsRule implements Rule {
  private static final int MIN_INDICATORS = 4;
  private static final Pattern SHORT_NUMBER = Pattern.compile("\\d{1,2}");
  private static final Pattern SELF_SCORE =
      Pattern.compile("[^。，；]*自评(?:综合)?得分为?(?<score>\\d+(?:\\.\\d+)?)分");

  @Override
  public List<CheckResult> check(AuditedDocument document) {
    Map<String, List<Indicator>> forms = new LinkedHashMap<>();
    for (Indicator row : document.indicators()) {
      forms
          .computeIfAbsent(row.section() + row.table() + row.project(), k -> new ArrayList<>())
          .add(row);
    }
    List<CheckResult> checks = new ArrayList<>();
    forms.values().forEach(rows -> check(rows, document, checks));
    return checks;
  }

  private static void check(
      List<Indicator> rows, AuditedDocument document, List<CheckResult> checks) {
    if (rows.size() < MIN_INDICATORS
        || !rows.stream().allMatch(WeightsAsTargetsRule::isBareNumber)) {
      return;
    }
    rows.stream()
        .filter(r -> r.level3().contains("满意度"))
        .map(
            r ->
                FindingDraft.create("targets-are-weights", location(r))
                    .withNumbers(String.valueOf(r.target()), "%")
                    .toResult())
        .forEach(checks::add);
    StatedSum sum =
        new StatedSum(
            BigDecimal.ZERO,
            rows.stream().map(r -> new BigDecimal(Objects.requireNonNull(r.target()))).toList());
    document
        .findFirstMatches(SELF_SCORE)
        .filter(m -> m.number("score").compareTo(sum.sum()) == 0)
        .limit(1)
        .map(
            m ->
                m.createDraft("self-score-of-targets")
                    .withNumbers(m.group("score"), sum.sum())
                    .withFormulaPattern("%s = %s", sum.formatTerms(), sum.sum())
                    .withOtherLocation(location(rows.getFirst()))
                    .toResult())
        .forEach(checks::add);
  }

  private static boolean isBareNumber(Indicator row) {
    String target = row.target();
    return row.weight() == null
        && target != null
        && SHORT_NUMBER.matcher(target).matches()
        && target.equals(row.actual());
  }

  private static QuoteLocation location(Indicator row) {
    return IndicatorPointChecks.location(row, row.level3(), row.target(), row.actual());
  }
}
