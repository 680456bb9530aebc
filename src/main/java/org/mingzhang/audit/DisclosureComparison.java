package org.mingzhang.audit;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.mingzhang.audit.check.CheckResult;
import org.mingzhang.audit.check.FindingDraft;
import org.mingzhang.model.Disclosure;
import org.mingzhang.model.Figure;
import org.mingzhang.model.Finding.QuoteLocation;
import org.mingzhang.text.PatternTable;
import org.mingzhang.text.TsvResource;

/**
 * Compares two disclosures of one agency, which the caller has chosen by agency, year and category.
 * The quote of a finding is from the later document, its second location from the earlier one.
 * Stateless.
 */
public final class DisclosureComparison {
  private static final BigDecimal TOLERANCE_YUAN = new BigDecimal("200");
  private static final List<String> TOTAL_NAMES = readNames("total");
  private static final List<String> EXPENSE_NAMES = readNames("expense");
  private static final String INITIAL_BUDGET_NAME = readNames("initial").getFirst();

  /** Names that budgets use for the expenditure that final accounts call the initial budget. */
  private static final List<String> PLANNED_EXPENDITURE_NAMES = readNames("planned");

  private static final PatternTable PATTERNS =
      PatternTable.readForPackageOf(DisclosureComparison.class);
  private static final Pattern CHANGE_NAME = PATTERNS.get("change");
  private static final Pattern SENTENCE_END = PATTERNS.get("sentence-end");
  private static final Pattern RESTATED = PATTERNS.get("restated");

  private DisclosureComparison() {}

  private static List<String> readNames(String role) {
    return TsvResource.parseRows(
            DisclosureComparison.class, "compared-figures.tsv", 2, NamedRole::parse)
        .stream()
        .filter(r -> r.role().equals(role))
        .map(NamedRole::name)
        .toList();
  }

  private record NamedRole(String role, String name) {
    static NamedRole parse(List<String> row) {
      return new NamedRole(
          TsvResource.requireKeyword(row.getFirst(), "total", "initial", "planned", "expense"),
          row.getLast());
    }
  }

  /**
   * Compares last year's totals and expenses, computed from the amounts and changes that this
   * year's final account states, with those of last year's account. A total for which one of the
   * three amounts is not stated gives no result.
   */
  public static List<CheckResult> compareWithLastYear(Disclosure current, Disclosure previous) {
    List<CheckResult> checks = new ArrayList<>();
    for (String name : TOTAL_NAMES) {
      Optional<Figure> now = findStatedFigure(current, name);
      Optional<Figure> change = findStatedChange(current, name);
      Optional<Figure> before = findStatedFigure(previous, name);
      if (now.isPresent() && change.isPresent() && before.isPresent()) {
        CheckResult check =
            compareImpliedPreviousAmount(now.get(), change.get(), before.get());
        checks.add(
            undecidedIfRestated(
                check,
                current,
                FindingDraft.locationOf(change.get()),
                previous,
                FindingDraft.locationOf(before.get())));
      }
    }
    checks.addAll(new LastYearExpenseChecks(current, previous).check(EXPENSE_NAMES));
    return checks;
  }

  /**
   * A result of comparing two years, or that it is undecided if the sentence on one of the numbers
   * says that it was restated or what it includes (上年数按同口径调整为600万元): the amounts of two accounts then
   * need not be equal.
   *
   * @param quote words of this year's account
   * @param quoteBefore words of last year's account
   */
  static CheckResult undecidedIfRestated(
      CheckResult check,
      Disclosure current,
      QuoteLocation quote,
      Disclosure previous,
      QuoteLocation quoteBefore) {
    return check instanceof CheckResult.Disagrees
            && (isRestated(current, quote) || isRestated(previous, quoteBefore))
        ? CheckResult.undecided("restated").at(quote)
        : check;
  }

  private static boolean isRestated(Disclosure document, QuoteLocation words) {
    String quote = SENTENCE_END.matcher(words.quote()).replaceAll("");
    return document.sections().stream()
        .filter(section -> section.path().equals(words.section()))
        .flatMap(section -> SENTENCE_END.splitAsStream(section.text()))
        .anyMatch(sentence -> sentence.contains(quote) && RESTATED.matcher(sentence).find());
  }

  private static CheckResult compareImpliedPreviousAmount(
      Figure now, Figure change, Figure before) {
    boolean up = isIncrease(change);
    BigDecimal value = up ? toYuan(now).subtract(toYuan(change)) : toYuan(now).add(toYuan(change));
    if (value.subtract(toYuan(before)).abs().compareTo(TOLERANCE_YUAN) <= 0) {
      return CheckResult.AGREES;
    }
    String shown = formatInWan(value);
    String formula =
        formatInWan(toYuan(now))
            + (up ? " − " : " + ")
            + formatInWan(toYuan(change))
            + " = "
            + shown
            + "（万元）";
    String other = before.value() + before.unit();
    return createDraft("last-year", change, before)
        .withNumbers(shown + "万元", other)
        .withFormula(formula + "，上年文件写 " + other)
        .toResult(shown, other);
  }

  private static String formatInWan(BigDecimal yuan) {
    return yuan.movePointLeft(4).stripTrailingZeros().toPlainString();
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
        : createDraft(rule, figure, otherFigure)
            .withNumbers(stated, other)
            .toResult(subject, stated, other);
  }

  private static FindingDraft createDraft(String rule, Figure figure, Figure otherFigure) {
    return FindingDraft.create(rule, FindingDraft.locationOf(figure))
        .withOtherLocation(FindingDraft.locationOf(otherFigure));
  }

  private static BigDecimal toYuan(Figure figure) {
    return figure.yuan().orElse(BigDecimal.ZERO);
  }

  /**
   * The first figure with this name that prose states for the fiscal year and no single item; empty
   * if there is none or if such figures differ.
   */
  private static Optional<Figure> findStatedFigure(Disclosure document, String name) {
    List<Figure> found =
        document.figures().stream()
            .filter(f -> f.name().equals(name) && f.item() == null && !f.fromTable())
            .filter(f -> f.yuan().isPresent())
            .filter(f -> f.year() == null || f.year().equals(document.metadata().year()))
            .toList();
    long values = found.stream().map(f -> toYuan(f).stripTrailingZeros()).distinct().count();
    return values == 1 ? Optional.of(found.getFirst()) : Optional.empty();
  }

  private static Optional<Figure> findStatedChange(Disclosure document, String name) {
    return document.figures().stream()
        .filter(f -> f.yuan().isPresent() && f.item() == null)
        .filter(f -> isChangeOf(f, name))
        .findFirst();
  }

  private static boolean isChangeOf(Figure figure, String name) {
    Matcher change = CHANGE_NAME.matcher(figure.name());
    return change.matches() && change.group("name").equals(name);
  }

  private static boolean isIncrease(Figure figure) {
    Matcher change = CHANGE_NAME.matcher(figure.name());
    return change.matches() && change.group("up") != null;
  }
}
