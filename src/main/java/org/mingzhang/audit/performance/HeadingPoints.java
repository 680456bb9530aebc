package org.mingzhang.audit.performance;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.mingzhang.audit.check.AuditedDocument;
import org.mingzhang.audit.check.CheckResult;
import org.mingzhang.audit.check.FindingDraft;
import org.mingzhang.audit.check.Formula;
import org.mingzhang.audit.check.Rule;
import org.mingzhang.model.Section;

/**
 * The points that a report's headings give, {@code （一）产出指标（50分）}: those of the headings below a
 * heading add up to its own. Held against each other only where every heading below gives its
 * points.
 *
 * <p>A class, since its parts are headings, which no table or sentence joins.
 */
public final class HeadingPoints implements Rule {
  private static final Pattern POINTS =
      Pattern.compile(
          "[(（](?:满分|分值|标准分|权重)?[:：为]?(?<points>\\d{1,3}(?:\\.\\d+)?)分(?:[，,、；][^()（）]*)?[)）]");

  @Override
  public List<CheckResult> check(AuditedDocument reading) {
    Map<String, List<Section>> below = new LinkedHashMap<>();
    for (Section section : reading.sections()) {
      reading
          .parent(section)
          .ifPresent(p -> below.computeIfAbsent(p.path(), x -> new ArrayList<>()).add(section));
    }
    List<CheckResult> checks = new ArrayList<>();
    for (Section section : reading.sections()) {
      List<Section> parts = below.getOrDefault(section.path(), List.of());
      if (parts.size() >= 2) {
        points(section).ifPresent(own -> checks.add(judge(section, own, parts)));
      }
    }
    return checks;
  }

  private static Optional<BigDecimal> points(Section section) {
    Matcher points = POINTS.matcher(section.title());
    return points.find() ? Optional.of(new BigDecimal(points.group("points"))) : Optional.empty();
  }

  private static CheckResult judge(Section section, BigDecimal stated, List<Section> parts) {
    List<BigDecimal> points = parts.stream().flatMap(p -> points(p).stream()).toList();
    if (points.size() < parts.size()) {
      return CheckResult.undecided("有的下级标题没有标注分值", "a heading below gives no points");
    }
    BigDecimal sum = points.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
    if (sum.compareTo(stated) == 0) {
      return CheckResult.AGREES;
    }
    return FindingDraft.at("heading-points", FindingDraft.place(section))
        .numbers(stated.toPlainString() + "分", sum.toPlainString() + "分")
        .formulaOf("%s = %s，标题写 %s分", Formula.sum(points), sum, stated)
        .says(sum, stated);
  }
}
