package org.mingzhang.audit.performance;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.mingzhang.audit.check.AuditedDocument;
import org.mingzhang.audit.check.CheckResult;
import org.mingzhang.audit.check.DigitComparison;
import org.mingzhang.audit.check.FindingDraft;
import org.mingzhang.audit.check.Rule;
import org.mingzhang.audit.check.Tolerance;
import org.mingzhang.model.Finding.Place;

/**
 * The money at the head of a self-evaluation: 年度资金总额 is 基本支出 and 项目支出, or 财政拨款, 上年结转资金 and 其他资金.
 * Parts that are less than the whole say nothing unless both kinds of expenditure, or 其他资金, are
 * listed.
 *
 * <p>A class, since whether its parts are all there is told by the other columns of the form.
 */
public final class FormFunding implements Rule {
  private static final String TOTAL = "(?:年度)?资金总额.*|(?:部门)?整体支出|年度资金合计";
  private static final String USES = "(?:其中[:：]?)?(?:\\d[.、])?(?:基本支出|项目支出)";
  private static final String SOURCES =
      "(?:其中[:：]?)?(?:(?:当年|本年|上年|区级|县级|市级|省级|中央)*(?:财政(?:拨款|资金)|结转(?:结余)?资金|补助(?:资金)?)|其他资金|单位资金|自有资金)";
  private static final String LAST = "(?:其中[:：]?)?(?:其他资金|单位资金)";

  @Override
  public List<CheckResult> check(AuditedDocument reading) {
    List<CheckResult> checks = new ArrayList<>();
    Set<Place> accused = ExecutionRate.accused(reading);
    for (CompactForm form : CompactForm.of(reading)) {
      for (int row = 1; row < form.rows().size(); row++) {
        int name = form.column(row, TOTAL);
        if (name >= 0 && !accused.contains(form.place(row))) {
          check(form, row, name, accused, checks);
        }
      }
    }
    return checks;
  }

  private static void check(
      CompactForm form, int total, int name, Set<Place> accused, List<CheckResult> checks) {
    for (String kind : List.of(USES, SOURCES)) {
      List<Integer> parts =
          IntStream.range(total + 1, form.rows().size())
              .takeWhile(r -> form.rows().get(r).get(name).matches(kind))
              .boxed()
              .toList();
      String all = kind.equals(USES) ? "(?:其中[:：]?)?(?:\\d[.、])?项目支出" : LAST;
      boolean complete =
          parts.size() > 1
              && parts.stream().anyMatch(r -> form.rows().get(r).get(name).matches(all));
      boolean told = parts.stream().anyMatch(r -> accused.contains(form.place(r)));
      complete |= fitsElsewhere(form, total, parts, name);
      int width = form.rows().get(total).size();
      for (int column = name + 1; !told && !parts.isEmpty() && column < width; column++) {
        if (form.rows().get(total - 1).get(column).matches(".*(?:预算|执行)数.*")) {
          Stream.ofNullable(judge(form, total, parts, column, complete)).forEach(checks::add);
        }
      }
    }
  }

  /** Whether several parts make the total in another column, so that none is missing. */
  private static boolean fitsElsewhere(CompactForm form, int total, List<Integer> parts, int name) {
    for (int column = name + 1; column < form.rows().get(total).size(); column++) {
      List<BigDecimal> values =
          values(form, parts, column).stream().filter(v -> v.signum() > 0).toList();
      BigDecimal sum = values.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
      boolean same = form.number(total, column).filter(t -> t.compareTo(sum) == 0).isPresent();
      if (values.size() > 1 && same) {
        return true;
      }
    }
    return false;
  }

  private static List<BigDecimal> values(CompactForm form, List<Integer> parts, int column) {
    return parts.stream().flatMap(r -> form.number(r, column).stream()).toList();
  }

  private static @Nullable CheckResult judge(
      CompactForm form, int total, List<Integer> parts, int column, boolean complete) {
    BigDecimal stated = form.number(total, column).orElse(null);
    List<BigDecimal> values = values(form, parts, column);
    if (stated == null || values.isEmpty()) {
      return null;
    }
    BigDecimal sum = values.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
    if (Tolerance.sumAgrees(stated, sum, values.size() + 1)) {
      return CheckResult.AGREES;
    }
    if (sum.compareTo(stated) < 0 && !complete) {
      return CheckResult.undecided("不能确定分项是否已全部列出", "the parts may not all be listed");
    }
    String terms = String.join(" + ", values.stream().map(BigDecimal::toPlainString).toList());
    int row = swapped(form, total, parts, column, stated.subtract(sum));
    return FindingDraft.at("form-funding", form.place(row))
        .numbers(stated, sum)
        .formulaOf("%s = %s，表中写 %s", terms, sum, stated)
        .other(form.place(total))
        .says(sum, stated);
  }

  /** The one row whose amount would be right with two digits changed round, else the total's. */
  private static int swapped(
      CompactForm form, int total, List<Integer> parts, int column, BigDecimal off) {
    List<Integer> swapped =
        parts.stream()
            .filter(
                r ->
                    form.number(r, column)
                        .filter(v -> DigitComparison.areSwapped(v, v.add(off)))
                        .isPresent())
            .toList();
    return swapped.size() == 1 ? swapped.getFirst() : total;
  }
}
