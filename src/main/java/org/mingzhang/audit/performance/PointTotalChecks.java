package org.mingzhang.audit.performance;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.mingzhang.audit.check.AuditedDocument;
import org.mingzhang.audit.check.CheckResult;
import org.mingzhang.audit.check.FindingDraft;
import org.mingzhang.audit.check.StatedSum;
import org.mingzhang.model.Finding.QuoteLocation;
import org.mingzhang.model.Section;
import org.mingzhang.text.PatternTable;

/**
 * Checks that the points stated for a group of indicators or in a heading are the sum of the points
 * below them.
 */
public final class PointTotalChecks {
  private static final PatternTable PATTERNS =
      PatternTable.readForPackageOf(PointTotalChecks.class);
  private static final Pattern GROUP_WITH_POINTS = PATTERNS.get("group");
  private static final Pattern POINTS_IN_HEADING = PATTERNS.get("heading");
  private static final List<Pattern> LEVEL_HEADERS =
      List.of(Pattern.compile("一级指标.*"), Pattern.compile("二级指标.*"));

  private PointTotalChecks() {}

  /**
   * Checks the points of a group, {@code 产出指标(40分)} or {@code 数量指标(20分)}, against the weights of
   * its rows.
   */
  public static List<CheckResult> checkGroups(AuditedDocument document) {
    return document.computeOnce(
        "group-points",
        r ->
            PerformanceForm.findAll(r).stream()
                .flatMap(
                    form ->
                        LEVEL_HEADERS.stream()
                            .flatMap(level -> checkGroupsOfForm(form, level).stream()))
                .toList());
  }

  /**
   * Whether the differences of the groups of a section that {@link #checkGroups} reports, weights
   * of the rows minus printed points, add up to a given difference; false if it reports none.
   */
  static boolean explainsDifference(
      AuditedDocument document, String section, BigDecimal difference) {
    List<BigDecimal> groups =
        CheckResult.findingsOf(checkGroups(document)).stream()
            .filter(f -> f.sectionPath().equals(section))
            .map(f -> parseOrZero(f.computed()).subtract(parseOrZero(f.stated())))
            .toList();
    return !groups.isEmpty()
        && groups.stream().reduce(BigDecimal.ZERO, BigDecimal::add).compareTo(difference) == 0;
  }

  private static BigDecimal parseOrZero(@Nullable String printed) {
    return printed == null ? BigDecimal.ZERO : new BigDecimal(printed);
  }

  private static List<CheckResult> checkGroupsOfForm(PerformanceForm form, Pattern head) {
    List<CheckResult> checks = new ArrayList<>();
    int weights = -1;
    int level = -1;
    for (int row = 0; row < form.rows().size(); row++) {
      if (form.findColumn(row, PerformanceForm.INDICATOR_HEADER) >= 0) {
        weights = form.findColumn(row, PerformanceForm.WEIGHT_HEADER);
        level = form.findColumn(row, head);
      } else if (weights >= 0 && level >= 0) {
        Matcher group = GROUP_WITH_POINTS.matcher(form.rows().get(row).get(level));
        if (group.matches() && !continuesMergedCell(form, row, level)) {
          checks.add(checkGroup(form, row, level, weights, group));
        }
      }
    }
    return checks;
  }

  private static CheckResult checkGroup(
      PerformanceForm form, int firstRow, int levelColumn, int weightColumn, Matcher group) {
    List<BigDecimal> points = new ArrayList<>();
    for (int row = firstRow; row < form.rows().size(); row++) {
      boolean total = form.findColumn(row, PerformanceForm.TOTAL_LABEL) >= 0;
      if (row > firstRow && (total || startsOtherGroup(form, firstRow, row, levelColumn))) {
        break;
      }
      Optional<BigDecimal> weight = form.findNumber(row, weightColumn);
      if (weight.isEmpty()) {
        return CheckResult.undecided("weight-not-read");
      }
      points.add(weight.get());
    }
    StatedSum sum = new StatedSum(new BigDecimal(group.group("points")), points);
    QuoteLocation location =
        new QuoteLocation(form.sectionPath(), form.pages().get(firstRow), group.group());
    if (mayIncludeNextGroup(sum)) {
      return CheckResult.undecided("row-not-read");
    }
    return sum.addsUpExactly()
        ? CheckResult.AGREES
        : FindingDraft.create("group-points", location)
            .setNumbers(sum.total(), sum.sum())
            .setFormulaPattern("%s = %s，标注 %s分", sum.formatTerms(), sum.sum(), sum.total())
            .toResult(sum.sum(), sum.total());
  }

  /**
   * Whether the first rows of a group have its points and at least two rows follow, so that the
   * title of the next group may not have been read.
   */
  private static boolean mayIncludeNextGroup(StatedSum sum) {
    BigDecimal points = BigDecimal.ZERO;
    for (int row = 0; row + 2 < sum.parts().size(); row++) {
      points = points.add(sum.parts().get(row));
      if (points.compareTo(sum.total()) == 0) {
        return true;
      }
    }
    return false;
  }

  /**
   * Whether a row only repeats the merged cell of the row above at a level, so that no new group
   * starts.
   */
  private static boolean continuesMergedCell(PerformanceForm form, int row, int levelColumn) {
    List<String> above = form.rows().get(row - 1);
    List<String> cells = form.rows().get(row);
    return above.size() > levelColumn
        && !cells.get(levelColumn).isEmpty()
        && above.subList(0, levelColumn + 1).equals(cells.subList(0, levelColumn + 1));
  }

  private static boolean startsOtherGroup(
      PerformanceForm form, int firstRow, int row, int levelColumn) {
    List<String> cells = form.rows().get(row);
    return IntStream.rangeClosed(0, levelColumn)
        .anyMatch(
            c -> !cells.get(c).isEmpty() && !cells.get(c).equals(form.rows().get(firstRow).get(c)));
  }

  /**
   * Checks the points of a heading of a report, {@code （一）产出指标（50分）}, against the sum of the points
   * of the headings below it. Undecided unless every heading below states its points.
   */
  public static List<CheckResult> checkHeadings(AuditedDocument document) {
    Map<String, List<Section>> below = new LinkedHashMap<>();
    for (Section section : document.sections()) {
      document
          .findParent(section)
          .ifPresent(p -> below.computeIfAbsent(p.path(), x -> new ArrayList<>()).add(section));
    }
    List<CheckResult> checks = new ArrayList<>();
    for (Section section : document.sections()) {
      List<Section> parts = below.getOrDefault(section.path(), List.of());
      if (parts.size() >= 2) {
        parsePoints(section).ifPresent(own -> checks.add(checkHeading(section, own, parts)));
      }
    }
    return checks;
  }

  private static Optional<BigDecimal> parsePoints(Section section) {
    Matcher points = POINTS_IN_HEADING.matcher(section.title());
    return points.find() ? Optional.of(new BigDecimal(points.group("points"))) : Optional.empty();
  }

  private static CheckResult checkHeading(
      Section section, BigDecimal stated, List<Section> subsections) {
    StatedSum sum =
        new StatedSum(stated, subsections.stream().flatMap(p -> parsePoints(p).stream()).toList());
    if (sum.parts().size() < subsections.size()) {
      return CheckResult.undecided("heading-without-points");
    }
    return sum.addsUpExactly()
        ? CheckResult.AGREES
        : sum.createFinding(
            FindingDraft.create("heading-points", FindingDraft.locationOf(section)), "分", "标题写");
  }
}
