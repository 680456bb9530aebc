package org.mingzhang.audit.performance;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.mingzhang.audit.check.Check;
import org.mingzhang.audit.check.Draft;
import org.mingzhang.audit.check.Passage;
import org.mingzhang.audit.check.Reading;
import org.mingzhang.audit.check.Rule;
import org.mingzhang.audit.check.RuleDescription;
import org.mingzhang.model.Finding.Kind;
import org.mingzhang.model.Finding.Place;
import org.mingzhang.model.Finding.Severity;
import org.mingzhang.model.Indicator;

/**
 * A form whose targets are all bare whole numbers that its results repeat: they are points, not
 * targets. A rate of satisfaction without a per cent sign shows it; a self-score that is their sum
 * confirms it.
 */
public final class TargetsAreWeights implements Rule {
  private static final RuleDescription ABOUT =
      new RuleDescription(
          "targets-are-weights",
          Kind.UNIT_SUSPECT,
          "指标值全部是没有单位的数字且与完成值相同的绩效表",
          "A form whose targets are all numbers without a unit, repeated by its results",
          "无",
          "none",
          "指标值应是可以衡量的目标，不是分数。",
          "A target is something to measure, not points.");
  private static final RuleDescription SCORE =
      new RuleDescription(
          "self-score-of-targets",
          Kind.SCORE_SUM,
          "自评得分与指标值之和",
          "A self-score that is the sum of the targets",
          "无",
          "none",
          "由指标值相加得到自评得分，说明指标值填的是分数。",
          "Where targets add up to the score, points were filled in for targets.");
  private static final int LEAST = 4;
  private static final Pattern SELF_SCORE =
      Pattern.compile("[^。，；]*自评(?:综合)?得分为?(?<score>\\d+(?:\\.\\d+)?)分");

  @Override
  public RuleDescription description() {
    return ABOUT;
  }

  @Override
  public List<RuleDescription> further() {
    return List.of(SCORE);
  }

  @Override
  public List<Check> check(Reading reading) {
    Map<String, List<Indicator>> forms = new LinkedHashMap<>();
    for (Indicator row : reading.indicators()) {
      forms
          .computeIfAbsent(row.section() + row.table() + row.project(), k -> new ArrayList<>())
          .add(row);
    }
    List<Check> checks = new ArrayList<>();
    forms.values().forEach(rows -> judge(rows, reading, checks));
    return checks;
  }

  private static void judge(List<Indicator> rows, Reading reading, List<Check> checks) {
    if (rows.size() < LEAST || !rows.stream().allMatch(TargetsAreWeights::bare)) {
      return;
    }
    rows.stream().filter(r -> r.level3().contains("满意度")).forEach(r -> checks.add(finding(r)));
    BigDecimal sum =
        rows.stream()
            .map(r -> new BigDecimal(Objects.requireNonNull(r.target())))
            .reduce(BigDecimal.ZERO, BigDecimal::add);
    for (Passage passage : reading.passages()) {
      Matcher score = SELF_SCORE.matcher(passage.compact());
      if (score.find() && new BigDecimal(score.group("score")).compareTo(sum) == 0) {
        checks.add(score(passage, score, rows, sum));
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

  private static Check finding(Indicator row) {
    return Draft.at(ABOUT, Severity.PROBABLE, place(row))
        .numbers(String.valueOf(row.target()), "%")
        .says(
            "满意度的指标值是没有单位的数字，与分值相仿。",
            "The target of a rate of satisfaction is a number without a unit, like points.");
  }

  private static Check score(Passage passage, Matcher score, List<Indicator> rows, BigDecimal sum) {
    String formula =
        String.join(" + ", rows.stream().map(r -> String.valueOf(r.target())).toList());
    return Draft.at(SCORE, Severity.PROBABLE, passage, score.start(), score.end())
        .numbers(score.group("score"), sum)
        .formula(formula + " = " + sum.toPlainString())
        .other(place(rows.getFirst()))
        .says(
            "自评得分等于各指标值之和，指标值与完成值均为分数。",
            "The self-score is the sum of the targets: targets and results are points.");
  }

  private static Place place(Indicator row) {
    return new Place(
        row.section(), row.page(), row.level3() + " " + row.target() + " " + row.actual());
  }
}
