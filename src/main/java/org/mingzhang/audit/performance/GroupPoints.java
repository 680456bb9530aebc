package org.mingzhang.audit.performance;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.mingzhang.audit.check.AuditedDocument;
import org.mingzhang.audit.check.CheckResult;
import org.mingzhang.audit.check.FindingDraft;
import org.mingzhang.audit.check.Formula;
import org.mingzhang.audit.check.Rule;
import org.mingzhang.model.Finding.Place;

/**
 * A group's points, {@code 产出指标(40分)} or {@code 数量指标(20分)}, are the sum of the weights of its rows.
 *
 * <p>A class, since its parts are the rows that a merged cell spans.
 */
public final class GroupPoints implements Rule {
  private static final Pattern GROUP =
      Pattern.compile("(?<name>\\p{IsHan}+指标)\\((?<points>\\d+(?:\\.\\d+)?)分\\)");

  private static final List<String> LEVELS = List.of("一级指标.*", "二级指标.*");

  @Override
  public List<CheckResult> check(AuditedDocument reading) {
    return reading.answers(
        "group-points",
        r -> {
          List<CheckResult> checks = new ArrayList<>();
          CompactForm.of(r).forEach(form -> LEVELS.forEach(level -> check(form, level, checks)));
          return checks;
        });
  }

  /** Whether the groups of a section's form are off by this in all, rows less points printed. */
  static boolean explains(AuditedDocument reading, String section, BigDecimal off) {
    List<BigDecimal> groups =
        CheckResult.findings(new GroupPoints().check(reading)).stream()
            .filter(f -> f.section().equals(section))
            .map(f -> number(f.computed()).subtract(number(f.stated())))
            .toList();
    return !groups.isEmpty()
        && groups.stream().reduce(BigDecimal.ZERO, BigDecimal::add).compareTo(off) == 0;
  }

  private static BigDecimal number(@Nullable String printed) {
    return printed == null ? BigDecimal.ZERO : new BigDecimal(printed);
  }

  private static void check(CompactForm form, String head, List<CheckResult> checks) {
    int weights = -1;
    int level = -1;
    for (int row = 0; row < form.rows().size(); row++) {
      if (form.column(row, CompactForm.INDICATORS) >= 0) {
        weights = form.column(row, "分值|权重");
        level = form.column(row, head);
      } else if (weights >= 0 && level >= 0) {
        Matcher group = GROUP.matcher(form.rows().get(row).get(level));
        if (group.matches() && !goesOn(form, row, level)) {
          checks.add(judge(form, row, level, weights, group));
        }
      }
    }
  }

  private static CheckResult judge(
      CompactForm form, int first, int level, int weights, Matcher group) {
    List<BigDecimal> points = new ArrayList<>();
    for (int row = first; row < form.rows().size(); row++) {
      List<String> cells = form.rows().get(row);
      boolean total = cells.stream().anyMatch(c -> c.matches("总分|合计|总计"));
      if (row > first && (total || !isSame(form.rows().get(first), cells, level))) {
        break;
      }
      Optional<BigDecimal> weight = form.number(row, weights);
      if (weight.isEmpty()) {
        return CheckResult.undecided("有的行没有读到分值", "a row's weight was not read");
      }
      points.add(weight.get());
    }
    BigDecimal stated = new BigDecimal(group.group("points"));
    BigDecimal sum = points.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
    if (stated.compareTo(sum) == 0) {
      return CheckResult.AGREES;
    }
    Place place = new Place(form.section(), form.pages().get(first), group.group());
    return FindingDraft.at("group-points", place)
        .numbers(stated, sum)
        .formulaOf("%s = %s，标注 %s分", Formula.sum(points), sum, stated)
        .says(sum, stated);
  }

  /** Whether a merged cell is repeated in each of its rows, and this is not the first of them. */
  private static boolean goesOn(CompactForm form, int row, int level) {
    List<String> above = form.rows().get(row - 1);
    List<String> cells = form.rows().get(row);
    return above.size() > level
        && !cells.get(level).isEmpty()
        && above.subList(0, level + 1).equals(cells.subList(0, level + 1));
  }

  /** Whether a row names no other group, be it that it names none or the same again. */
  private static boolean isSame(List<String> first, List<String> cells, int level) {
    return IntStream.rangeClosed(0, level)
        .allMatch(c -> cells.get(c).isEmpty() || cells.get(c).equals(first.get(c)));
  }
}
