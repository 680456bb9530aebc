package org.mingzhang.audit.account;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.mingzhang.audit.check.AuditedDocument;
import org.mingzhang.audit.check.CheckResult;
import org.mingzhang.audit.check.CompactParagraph;
import org.mingzhang.audit.check.FindingDraft;
import org.mingzhang.audit.check.Rule;
import org.mingzhang.model.Figure;
import org.mingzhang.model.Topic;
import org.mingzhang.text.PatternTable;
import org.mingzhang.text.PrefilteredPattern;

/**
 * Reports a completion rate of one of the three public expenses (三公经费) whose result and budget are
 * zero. The budget counts as zero if the document states that, if a completion rate of 100% implies
 * it, or if it is not known and the budgets of the other two expenses add up to the total budget.
 */
public final class ThreePublicBudgetRule implements Rule {
  private static final PatternTable PATTERNS =
      PatternTable.readForPackageOf(ThreePublicBudgetRule.class);
  private static final PrefilteredPattern EXPENSE_WITH_RATE =
      PATTERNS.getPrefiltered("expense-with-rate");
  private static final Pattern TOTAL_WITH_RATE = PATTERNS.get("total-with-rate");

  @Override
  public List<CheckResult> check(AuditedDocument document) {
    List<ExpenseBudget> entries = new ArrayList<>();
    @Nullable BigDecimal whole = findBudget(document, "三公经费预算").orElse(null);
    for (CompactParagraph paragraph : document.paragraphs()) {
      if (paragraph.topic() != Topic.THREE_PUBLIC) {
        continue;
      }
      Matcher total = TOTAL_WITH_RATE.matcher(paragraph.unspacedText());
      if (whole == null && total.find()) {
        whole = computeImpliedBudget(total);
      }
      paragraph
          .findMatches(EXPENSE_WITH_RATE)
          .forEach(part -> entries.add(readExpenseBudget(paragraph, part, document)));
    }
    return check(entries, whole);
  }

  /**
   * One of the three expenses with its result and budget, both in 万元.
   *
   * @param budget the stated budget, otherwise the budget implied by a completion rate of 100%;
   *     null if neither is known
   */
  private record ExpenseBudget(
      CompactParagraph paragraph,
      MatchResult words,
      BigDecimal result,
      @Nullable BigDecimal budget) {
    String completionRate() {
      return words.group("rate") + "%";
    }
  }

  private static ExpenseBudget readExpenseBudget(
      CompactParagraph paragraph, MatchResult part, AuditedDocument document) {
    String name = part.group("name");
    String account =
        name.startsWith("因公") ? "因公出国(境)费" : name.startsWith("公务用车") ? "公务用车购置及运行费" : name;
    BigDecimal printed = findBudget(document, account + "预算").orElse(null);
    BigDecimal result = new BigDecimal(part.group("amount"));
    return new ExpenseBudget(
        paragraph, part, result, printed == null ? computeImpliedBudget(part) : printed);
  }

  /**
   * The budget that a completion rate of 100% implies, which equals the result; null for other
   * rates.
   */
  private static @Nullable BigDecimal computeImpliedBudget(MatchResult match) {
    return new BigDecimal(match.group("rate")).compareTo(BigDecimal.valueOf(100)) == 0
        ? new BigDecimal(match.group("amount"))
        : null;
  }

  private static Optional<BigDecimal> findBudget(AuditedDocument document, String name) {
    return document.figures().stream()
        .filter(f -> f.name().equals(name) && f.unit().equals("万元"))
        .map(Figure::value)
        .map(BigDecimal::new)
        .findFirst();
  }

  private static List<CheckResult> check(
      List<ExpenseBudget> expenseBudgets, @Nullable BigDecimal totalBudget) {
    BigDecimal taken =
        expenseBudgets.stream()
            .map(ExpenseBudget::budget)
            .filter(Objects::nonNull)
            .reduce(BigDecimal.ZERO, BigDecimal::add);
    List<CheckResult> checks = new ArrayList<>();
    for (ExpenseBudget entry : expenseBudgets) {
      BigDecimal own = entry.budget();
      if (entry.result().signum() != 0) {
        continue;
      }
      if (own != null && own.signum() == 0) {
        checks.add(
            FindingDraft.create("three-public-budget/none", entry.paragraph(), entry.words())
                .setNumbers(entry.completionRate(), "—")
                .setFormula(
                    entry.result().toPlainString() + " ÷ 0 无法计算，文中写 " + entry.completionRate())
                .toResult(entry.completionRate()));
      } else if (own == null && totalBudget != null) {
        checks.add(
            totalBudget.signum() > 0 && taken.compareTo(totalBudget) == 0
                ? FindingDraft.create("three-public-budget", entry.paragraph(), entry.words())
                    .setNumbers(entry.completionRate(), "—")
                    .setFormulaPattern("%s − %s = 0", totalBudget, totalBudget)
                    .toResult(totalBudget)
                : CheckResult.undecided("part-without-budget")
                    .withLocation(
                        FindingDraft.locationOf(
                            entry.paragraph(), entry.words().start(), entry.words().end())));
      }
    }
    return checks;
  }
}
