package org.mingzhang.audit.sentence;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.mingzhang.audit.check.AuditedDocument;
import org.mingzhang.audit.check.CheckResult;
import org.mingzhang.audit.check.FindingDraft;
import org.mingzhang.audit.check.Rule;
import org.mingzhang.audit.check.StatedSum;
import org.mingzhang.model.Figure;
import org.mingzhang.model.Fund;
import org.mingzhang.model.Section;

/**
 * Checks that the items of general public expenditure, in budget and result, add up to the amount
 * at the start of the section. The list counts as complete only if the sum of the other column
 * agrees.
 */
public final class ItemTotals implements Rule {
  private static final String RESULT = "支出决算";

  /** Name of the result that leads a section. */
  private static final String LEAD = "一般公共预算财政拨款支出";

  @Override
  public List<CheckResult> check(AuditedDocument reading) {
    List<CheckResult> checks = new ArrayList<>();
    Map<String, List<Figure>> figures = figuresBySection(reading);
    for (Section section : reading.sections()) {
      List<Figure> within = figures.getOrDefault(section.path(), List.of());
      Sum result = sum(within, RESULT);
      Sum budget = sum(within, "年初预算");
      if (result.whole() != null && result.parts().size() >= 2) {
        check(result, budget, reading, checks);
        check(budget, result, reading, checks);
      }
    }
    return checks;
  }

  /**
   * Items of a section with the amount that leads it.
   *
   * @param whole that amount, null if there is none
   */
  private record Sum(@Nullable Figure whole, List<BigDecimal> parts) {
    StatedSum of(Figure lead) {
      return new StatedSum(new BigDecimal(lead.value()), parts);
    }

    boolean agrees() {
      return whole != null && of(whole).agrees();
    }
  }

  /** Whether a table states the same total, so that one of the items is wrong. */
  private static boolean isInTable(AuditedDocument reading, Figure whole) {
    BigDecimal yuan = whole.yuan().orElse(BigDecimal.ZERO);
    return !whole.name().equals("年初预算")
        && reading.disclosure().facts().stream()
            .filter(f -> f.context().item() == null && f.value().compareTo(yuan) == 0)
            .filter(f -> f.context().fund() == Fund.GENERAL_BUDGET)
            .anyMatch(f -> f.places().stream().anyMatch(p -> p.cell() != null));
  }

  /** The figures of each section, with those of its items. */
  private static Map<String, List<Figure>> figuresBySection(AuditedDocument reading) {
    Map<String, List<Figure>> within = new HashMap<>();
    for (Figure figure : reading.figures()) {
      if (figure.fromTable() || !figure.unit().equals("万元")) {
        continue;
      }
      String path = figure.section();
      within.computeIfAbsent(path, p -> new ArrayList<>()).add(figure);
      boolean item = reading.findSection(path).filter(Section::item).isPresent();
      for (int dot = path.lastIndexOf('.'); item && dot > 0; dot = path.lastIndexOf('.', dot - 1)) {
        within.computeIfAbsent(path.substring(0, dot), p -> new ArrayList<>()).add(figure);
      }
    }
    return within;
  }

  private static Sum sum(List<Figure> figures, String name) {
    Optional<Figure> whole =
        figures.stream()
            .filter(f -> f.item() == null)
            .filter(f -> f.name().equals(name) || (name.equals(RESULT) && f.name().equals(LEAD)))
            .findFirst();
    List<BigDecimal> parts =
        figures.stream()
            .filter(f -> f.name().equals(name) && f.item() != null)
            .map(f -> new BigDecimal(f.value()))
            .toList();
    return new Sum(whole.orElse(null), parts);
  }

  private static void check(
      Sum sum, Sum witness, AuditedDocument reading, List<CheckResult> checks) {
    Figure whole = sum.whole();
    if (whole == null || sum.parts().size() < 2) {
      return;
    }
    StatedSum numbers = sum.of(whole);
    String stated = whole.value() + whole.unit();
    boolean complete = witness.parts().size() == sum.parts().size() && witness.agrees();
    checks.add(
        numbers.agrees()
            ? CheckResult.AGREES
            : ContradictedAmounts.findIn(reading).containsAny(sum.parts().stream())
                    || isInTable(reading, whole)
                ? CheckResult.undecided("item-in-doubt")
                : !complete
                    ? CheckResult.undecided("items-not-all-listed")
                    : FindingDraft.at("item-totals", FindingDraft.place(whole))
                        .withNumbers(stated, numbers.sum().toPlainString() + whole.unit())
                        .withFormula(numbers.formatTerms(), numbers.sum(), whole.value())
                        .report(numbers.sum(), whole.unit(), stated, whole.value()));
  }
}
