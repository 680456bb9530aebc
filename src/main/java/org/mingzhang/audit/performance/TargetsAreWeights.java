package org.mingzhang.audit.performance;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.mingzhang.audit.check.AuditedDocument;
import org.mingzhang.audit.check.CheckResult;
import org.mingzhang.audit.check.FindingDraft;
import org.mingzhang.audit.check.Passage;
import org.mingzhang.audit.check.Rule;
import org.mingzhang.model.Finding.Place;
import org.mingzhang.model.Indicator;

/**
 * A form whose targets are all bare whole numbers that its results repeat: they are points, not
 * targets. A rate of satisfaction without a per cent sign shows it; a self-score that is their sum
 * confirms it.
 *
 * <p>A class, since what shows the slip is that all rows of a form have it.
 */
public final class TargetsAreWeights implements Rule {
  private static final int LEAST = 4;
  private static final Pattern SELF_SCORE =
      Pattern.compile("[^。，；]*自评(?:综合)?得分为?(?<score>\\d+(?:\\.\\d+)?)分");

  @Override
  public List<CheckResult> check(AuditedDocument reading) {
    Map<String, List<Indicator>> forms = new LinkedHashMap<>();
    for (Indicator row : reading.indicators()) {
      forms
          .computeIfAbsent(row.section() + row.table() + row.project(), k -> new ArrayList<>())
          .add(row);
    }
    List<CheckResult> checks = new ArrayList<>();
    forms.values().forEach(rows -> judge(rows, reading, checks));
    return checks;
  }

  private static void judge(
      List<Indicator> rows, AuditedDocument reading, List<CheckResult> checks) {
    if (rows.size() < LEAST || !rows.stream().allMatch(TargetsAreWeights::bare)) {
      return;
    }
    rows.stream()
        .filter(r -> r.level3().contains("满意度"))
        .map(
            r ->
                FindingDraft.at("targets-are-weights", place(r))
                    .numbers(String.valueOf(r.target()), "%")
                    .says())
        .forEach(checks::add);
    BigDecimal sum =
        rows.stream()
            .map(r -> new BigDecimal(Objects.requireNonNull(r.target())))
            .reduce(BigDecimal.ZERO, BigDecimal::add);
    for (Passage passage : reading.passages()) {
      Matcher score = SELF_SCORE.matcher(passage.compact());
      if (score.find() && new BigDecimal(score.group("score")).compareTo(sum) == 0) {
        checks.add(
            FindingDraft.at("self-score-of-targets", passage, score)
                .numbers(score.group("score"), sum)
                .formulaOf(
                    "%s = %s",
                    String.join(" + ", rows.stream().map(r -> String.valueOf(r.target())).toList()),
                    sum)
                .other(place(rows.getFirst()))
                .says());
        return;
      }
    }
  }

  private static boolean bare(Indicator row) {
    String target = row.target();
    return row.weight() == null
        && target != null
        && target.matches("\\d{1,2}")
        && target.equals(row.actual());
  }

  private static Place place(Indicator row) {
    return IndicatorPoints.place(row, row.level3(), row.target(), row.actual());
  }
}
