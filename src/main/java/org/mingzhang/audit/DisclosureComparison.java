package org.mingzhang.audit;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.mingzhang.audit.check.CheckResult;
import org.mingzhang.audit.check.FindingDraft;
import org.mingzhang.model.Disclosure;
import org.mingzhang.model.Figure;
import org.mingzhang.text.TsvResource;

/**
 * Compares two disclosures of one agency, which the caller has chosen by agency, year and category.
 * The quote of a finding is from the later document, its second location from the earlier one.
 * Stateless.
 */
public final class DisclosureComparison {
  private static final BigDecimal TOLERANCE_YUAN = new BigDecimal("200");
  private static final List<String> TOTAL_NAMES = readNames("total");
  private static final List<String> NAMES_COMPARED_WITH_LAST_YEAR = readNames("total", "expense");
  private static final String INITIAL_BUDGET_NAME = readNames("initial").getFirst();

  /** Names that budgets use for the expenditure that final accounts call the initial budget. */
  private static final List<String> PLANNED_EXPENDITURE_NAMES = readNames("planned");

  private DisclosureComparison() {}

  private static List<String> readNames(String... roles) {
    return TsvResource.parseRows(
            DisclosureComparison.class,
            "compared-figures.tsv",
            2,
            DisclosureComparison::requireRole)
        .stream()
        .filter(row -> List.of(roles).contains(row.getFirst()))
        .map(List::getLast)
        .toList();
  }

  private static List<String> requireRole(List<String> row) {
    TsvResource.requireKeyword(row.getFirst(), "total", "initial", "planned", "expense");
    return row;
  }

  /**
   * Compares last year's totals and expenses, computed from the amounts and changes that this
   * year's final account states, with the amounts of last year's account. A total for which one of
   * the three amounts is not stated gives no result.
   */
  public static List<CheckResult> compareWithLastYear(Disclosure current, Disclosure previous) {
    return new LastYearChecks(current, previous).check(NAMES_COMPARED_WITH_LAST_YEAR);
  }

  /**
   * Compares the initial budget that final accounts state with the total expenditure of the budget
   * of the same year. Undecided if one of them is not stated.
   */
  public static List<CheckResult> compareWithBudget(Disclosure finalAccounts, Disclosure budget) {
    Optional<Figure> stated = findStatedFigure(finalAccounts, INITIAL_BUDGET_NAME);
    Optional<Figure> planned =
        PLANNED_EXPENDITURE_NAMES.stream()
            .flatMap(n -> findStatedFigure(budget, n).stream())
            .findFirst();
    if (stated.isEmpty() || planned.isEmpty()) {
      return List.of(CheckResult.undecided("budget-not-read"));
    }
    BigDecimal difference = toYuan(stated.get()).subtract(toYuan(planned.get())).abs();
    return List.of(
        compare("budget-document", stated.get(), planned.get(), INITIAL_BUDGET_NAME, difference));
  }

  /** Reports totals of a unit that are greater than those of its department. */
  public static List<CheckResult> compareUnitWithDepartment(
      Disclosure unit, Disclosure department) {
    List<CheckResult> checks = new ArrayList<>();
    for (String name : TOTAL_NAMES) {
      Optional<Figure> part = findStatedFigure(unit, name);
      Optional<Figure> whole = findStatedFigure(department, name);
      if (part.isPresent() && whole.isPresent()) {
        BigDecimal over = toYuan(part.get()).subtract(toYuan(whole.get()));
        checks.add(compare("department-and-unit", part.get(), whole.get(), name, over));
      }
    }
    return checks;
  }

  /** Agreement if the signed difference is at most {@link #TOLERANCE_YUAN}, otherwise a finding. */
  private static CheckResult compare(
      String rule, Figure figure, Figure otherFigure, String subject, BigDecimal difference) {
    String stated = figure.value() + figure.unit();
    String other = otherFigure.value() + otherFigure.unit();
    return difference.compareTo(TOLERANCE_YUAN) <= 0
        ? CheckResult.AGREES
        : FindingDraft.create(rule, FindingDraft.locationOf(figure))
            .setOtherLocation(FindingDraft.locationOf(otherFigure))
            .setNumbers(stated, other)
            .toResult(subject, stated, other);
  }

  private static BigDecimal toYuan(Figure figure) {
    return figure.yuan().orElse(BigDecimal.ZERO);
  }

  /**
   * The first figure with this name that prose states for the fiscal year and no single item; empty
   * if there is none or if several such figures differ.
   */
  private static Optional<Figure> findStatedFigure(Disclosure document, String name) {
    List<Figure> found =
        document.figures().stream()
            .filter(f -> f.name().equals(name) && f.item() == null && !f.isFromTable())
            .filter(f -> f.yuan().isPresent())
            .filter(f -> f.year() == null || f.year().equals(document.metadata().year()))
            .toList();
    long values = found.stream().map(f -> toYuan(f).stripTrailingZeros()).distinct().count();
    return values == 1 ? Optional.of(found.getFirst()) : Optional.empty();
  }
}
