package org.mingzhang.audit.performance;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.mingzhang.audit.check.AuditedDocument;
import org.mingzhang.audit.check.CheckResult;
import org.mingzhang.audit.check.FindingDraft;
import org.mingzhang.audit.check.ParagraphMatch;
import org.mingzhang.audit.check.StatedSum;
import org.mingzhang.model.Finding.QuoteLocation;
import org.mingzhang.model.Indicator;
import org.mingzhang.target.TargetJudge;
import org.mingzhang.text.AmountParser;
import org.mingzhang.text.CompactText;
import org.mingzhang.text.PatternTable;
import org.mingzhang.text.PrefilteredPattern;

/**
 * Checks the points of the rows of performance forms: a score is at most its weight, and less if
 * the target was missed; the points that a remark deducts are the difference between weight and
 * score.
 */
public final class IndicatorPointChecks {
  private static final BigDecimal POINTS_TOLERANCE = new BigDecimal("0.01");
  private static final PatternTable PATTERNS =
      PatternTable.readForPackageOf(IndicatorPointChecks.class);
  private static final Pattern DEDUCTED_POINTS = PATTERNS.get("deducted");

  private static final PrefilteredPattern GROUP_SCORE = PATTERNS.getPrefiltered("group-score");

  private static final Pattern DEDUCTION_RULE_WORDS = PATTERNS.get("deduction-rule-words");

  private static final int MIN_INDICATORS = 4;
  private static final Pattern SHORT_NUMBER = Pattern.compile("\\d{1,2}");
  private static final PrefilteredPattern SELF_SCORE = PATTERNS.getPrefiltered("self-score");

  private IndicatorPointChecks() {}

  /** An indicator with a numeric weight and a numeric score. */
  private record ScoredIndicator(Indicator row, BigDecimal weight, BigDecimal score) {
    static List<ScoredIndicator> selectFrom(List<Indicator> rows) {
      List<ScoredIndicator> scored = new ArrayList<>();
      for (Indicator row : rows) {
        parsePoints(row.weight())
            .ifPresent(
                w ->
                    parsePoints(row.score())
                        .ifPresent(s -> scored.add(new ScoredIndicator(row, w, s))));
      }
      return scored;
    }

    FindingDraft createDraft(String message, @Nullable String note) {
      return FindingDraft.create(
          message,
          location(row, row.level3(), row.target(), row.actual(), row.weight(), row.score(), note));
    }
  }

  /** Checks that each score is at most its weight, and less if the target was missed. */
  public static List<CheckResult> checkScores(AuditedDocument document) {
    return ScoredIndicator.selectFrom(document.indicators()).stream()
        .map(IndicatorPointChecks::checkScore)
        .toList();
  }

  /** The scores of some rows that {@link #checkScores} reports. */
  static List<BigDecimal> findContradictedScores(List<Indicator> rows) {
    return ScoredIndicator.selectFrom(rows).stream()
        .filter(s -> checkScore(s) instanceof CheckResult.Disagrees)
        .map(ScoredIndicator::score)
        .toList();
  }

  private static CheckResult checkScore(ScoredIndicator row) {
    String weight = row.weight().toPlainString();
    int order = row.score().compareTo(row.weight());
    if (order > 0) {
      return row.createDraft("indicator-score", null)
          .setNumbers(row.score(), "≤ " + weight)
          .setFormula(row.score().toPlainString() + " > " + weight)
          .toResult();
    }
    boolean full = order == 0 && row.weight().signum() > 0;
    return full && row.row().met() == Indicator.TargetResult.MISSED
        ? row.createDraft("indicator-score/missed", null)
            .setNumbers(row.score(), "< " + weight)
            .toResult()
        : CheckResult.AGREES;
  }

  /**
   * Checks each deduction that a remark states for an indicator or a sentence for a level of
   * indicators; a score above its weight is reported by {@link #checkScores}.
   */
  public static List<CheckResult> checkDeductions(AuditedDocument document) {
    List<CheckResult> checks = new ArrayList<>();
    for (ScoredIndicator row : ScoredIndicator.selectFrom(document.indicators())) {
      BigDecimal deducted = sumDeductions(row.row().note());
      if (deducted != null && row.score().compareTo(row.weight()) <= 0) {
        checks.add(checkDeduction(row, deducted));
      }
    }
    Map<String, List<Indicator>> rowsByLevel = new HashMap<>();
    for (Indicator row : document.indicators()) {
      Stream.of(row.level1(), row.level2())
          .filter(Objects::nonNull)
          .distinct()
          .forEach(l -> rowsByLevel.computeIfAbsent(l, k -> new ArrayList<>()).add(row));
    }
    document
        .findMatches(GROUP_SCORE)
        .collect(
            Collectors.groupingBy(m -> m.group("name"), LinkedHashMap::new, Collectors.toList()))
        .forEach(
            (level, stated) ->
                checkGroup(stated, rowsByLevel.getOrDefault(level, List.of()), checks));
    return checks;
  }

  /**
   * Checks the score and the deduction or the weight that sentences state for the indicators of one
   * level: 产出指标得49.58分，扣0.42分, 产出指标分值50分，得49.58分. A wrong number is reported if the other number of
   * its sentence agrees with the form; if neither number does, or if the sentences have different
   * scores, there is no result.
   */
  private static void checkGroup(
      List<ParagraphMatch> sentences, List<Indicator> rows, List<CheckResult> checks) {
    List<ScoredIndicator> scored = ScoredIndicator.selectFrom(rows);
    if (!rows.isEmpty()
        && scored.size() == rows.size()
        && sentences.stream().map(m -> m.group("score")).distinct().count() == 1) {
      BigDecimal score = sumPoints(scored, ScoredIndicator::score);
      BigDecimal weight = sumPoints(scored, ScoredIndicator::weight);
      sentences.forEach(m -> checkGroup(m, score, weight, checks));
    }
  }

  private static void checkGroup(
      ParagraphMatch stated, BigDecimal score, BigDecimal weight, List<CheckResult> checks) {
    String beside = stated.group("points") == null ? "weight" : "points";
    if (stated.group(beside) == null) {
      return;
    }
    BigDecimal points = beside.equals("weight") ? weight : weight.subtract(score);
    boolean scoreAgrees =
        stated.parseNumber("score").subtract(score).abs().compareTo(POINTS_TOLERANCE) <= 0;
    boolean pointsAgree =
        stated.parseNumber(beside).subtract(points).abs().compareTo(POINTS_TOLERANCE) <= 0;
    if (scoreAgrees && pointsAgree) {
      checks.add(CheckResult.AGREES);
    } else if (scoreAgrees != pointsAgree) {
      BigDecimal wrong = stated.parseNumber(scoreAgrees ? beside : "score");
      BigDecimal right = scoreAgrees ? points : score;
      checks.add(
          stated
              .createDraft("deducted-points/group")
              .setUnequalNumbers(wrong, right)
              .toResult(wrong, right));
    }
  }

  private static BigDecimal sumPoints(
      List<ScoredIndicator> rows, Function<ScoredIndicator, BigDecimal> points) {
    return rows.stream().map(points).reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  /**
   * The points that a remark deducts; null if it deducts none or only states how points would be
   * deducted.
   */
  private static @Nullable BigDecimal sumDeductions(@Nullable String note) {
    Matcher found = DEDUCTED_POINTS.matcher(note == null ? "" : CompactText.compact(note).text());
    BigDecimal sum = null;
    while (found.find()) {
      if (DEDUCTION_RULE_WORDS.matcher(found.group("before")).find()) {
        return null;
      }
      BigDecimal points = new BigDecimal(found.group("points"));
      sum = sum == null ? points : sum.add(points);
    }
    return sum;
  }

  private static CheckResult checkDeduction(ScoredIndicator row, BigDecimal deducted) {
    BigDecimal missing = row.weight().subtract(row.score());
    if (missing.subtract(deducted).abs().compareTo(POINTS_TOLERANCE) <= 0) {
      return CheckResult.AGREES;
    }
    String right = row.weight().subtract(deducted).toPlainString();
    return row.createDraft("deducted-points", row.row().note())
        .setNumbers(row.score(), right)
        .setFormulaPattern("%s − %s = %s，表中写 %s", row.weight(), deducted, right, row.score())
        .toResult(deducted, missing);
  }

  /** The words of some cells of a row; missing cells are left out. */
  static QuoteLocation location(Indicator row, @Nullable String... cells) {
    String quote = String.join(" ", Stream.of(cells).filter(Objects::nonNull).toList());
    return new QuoteLocation(row.sectionPath(), row.page(), quote);
  }

  private static Optional<BigDecimal> parsePoints(@Nullable String cell) {
    return cell == null ? Optional.empty() : AmountParser.parseNumber(cell.replace("分", ""));
  }

  /**
   * Reports forms in which the weights of the indicators were entered as their targets: no
   * indicator has a weight, all targets are integers of one or two digits without a unit, and the
   * results repeat them. Reported at each indicator of satisfaction, whose target has to be a rate,
   * and at a self-evaluation score that is the sum of the targets. Targets of satisfaction above
   * 100% are reported in any form.
   */
  public static List<CheckResult> checkWeightsEnteredAsTargets(AuditedDocument document) {
    Map<String, List<Indicator>> forms = new LinkedHashMap<>();
    for (Indicator row : document.indicators()) {
      forms
          .computeIfAbsent(
              row.sectionPath() + row.tableCaption() + row.project(), k -> new ArrayList<>())
          .add(row);
    }
    List<CheckResult> checks = new ArrayList<>();
    document.indicators().stream()
        .filter(r -> TargetJudge.isImpossible(r.level3(), r.target()))
        .map(
            r ->
                FindingDraft.create("targets-are-weights/impossible", location(r))
                    .toResult(String.valueOf(r.target())))
        .forEach(checks::add);
    forms.values().forEach(rows -> checkWeightsEnteredAsTargets(rows, document, checks));
    return checks;
  }

  private static void checkWeightsEnteredAsTargets(
      List<Indicator> rows, AuditedDocument document, List<CheckResult> checks) {
    if (rows.size() < MIN_INDICATORS
        || !rows.stream().allMatch(IndicatorPointChecks::hasBareNumberAsTargetAndResult)) {
      return;
    }
    rows.stream()
        .filter(r -> r.level3().contains("满意度"))
        .map(r -> FindingDraft.create("targets-are-weights", location(r)).toResult())
        .forEach(checks::add);
    StatedSum sum =
        new StatedSum(
            BigDecimal.ZERO,
            rows.stream().map(r -> new BigDecimal(Objects.requireNonNull(r.target()))).toList());
    document
        .findFirstMatches(SELF_SCORE)
        .filter(m -> m.parseNumber("score").compareTo(sum.sum()) == 0)
        .limit(1)
        .map(
            m ->
                m.createDraft("self-score-of-targets")
                    .setFormulaPattern("%s = %s", sum.formatTerms(), sum.sum())
                    .setOtherLocation(location(rows.getFirst()))
                    .toResult())
        .forEach(checks::add);
  }

  private static boolean hasBareNumberAsTargetAndResult(Indicator row) {
    String target = row.target();
    return row.weight() == null
        && target != null
        && SHORT_NUMBER.matcher(target).matches()
        && target.equals(row.actual());
  }

  private static QuoteLocation location(Indicator row) {
    return location(row, row.level3(), row.target(), row.actual());
  }
}
