package org.mingzhang.fact.cell;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.mingzhang.account.Account;
import org.mingzhang.account.ChartOfAccounts;
import org.mingzhang.model.Fact;
import org.mingzhang.model.FactContext;
import org.mingzhang.model.Fund;
import org.mingzhang.text.AmountFinder;

/**
 * Reads the parts of the amount of a department in a performance form, by fund (一般公共预算, 政府性基金) and
 * by kind of expenditure (基本支出, 项目支出). The form does not state whether they are parts of the budget
 * or of the result: they belong to the only amount that they add up to, and give no facts if there
 * is no such amount or several.
 */
final class BudgetLinePartReader {
  private static final Pattern NAME_AND_AMOUNT =
      Pattern.compile("(?:其中:?)?(?<name>\\p{IsHan}{3,12}):?(?<amount>\\d[\\d,，]*(?:\\.\\d+)?)?");

  private final DimensionDefaults defaults;
  private final List<BudgetLineAmount> amountsByFund = new ArrayList<>();
  private final List<BudgetLineAmount> amountsByAccount = new ArrayList<>();

  private BudgetLinePartReader(DimensionDefaults dimensionDefaults) {
    this.defaults = dimensionDefaults;
  }

  /**
   * A part of the budget line of a form: an amount by kind of expenditure or by fund.
   *
   * @param account kind of expenditure; null for an amount by fund
   * @param fund fund; null for an amount by kind of expenditure
   * @param cell cell of the amount
   * @param printed the amount as printed
   * @param value the amount in the unit of the form
   */
  private record BudgetLineAmount(
      @Nullable Account account,
      @Nullable Fund fund,
      PerformanceFormGrid.Cell cell,
      String printed,
      BigDecimal value) {}

  /**
   * Reads the amounts above the indicators of a form that are parts of its budget line; none for
   * the form of a project.
   *
   * @param totalFacts the amounts of the budget line
   */
  static List<Fact> read(
      PerformanceFormGrid grid, DimensionDefaults dimensionDefaults, List<Fact> totalFacts) {
    if (totalFacts.isEmpty() || totalFacts.getFirst().context().item() != null) {
      return List.of();
    }
    BudgetLinePartReader parts = new BudgetLinePartReader(dimensionDefaults);
    grid.rowsAboveIndicators().stream().flatMap(List::stream).forEach(c -> parts.readCell(grid, c));
    List<Fact> facts = new ArrayList<>();
    parts.addFacts(parts.amountsByFund, grid, totalFacts, facts);
    parts.addFacts(parts.amountsByAccount, grid, totalFacts, facts);
    return facts;
  }

  private void readCell(PerformanceFormGrid grid, PerformanceFormGrid.Cell cell) {
    Matcher part = NAME_AND_AMOUNT.matcher(cell.text());
    if (!part.matches()) {
      return;
    }
    String name = part.group("name");
    Fund fund = ChartOfAccounts.findFund(name).orElse(null);
    Account kind = fund == null ? defaults.findKindOfExpenditure(name).orElse(null) : null;
    if (fund == null && kind == null) {
      return;
    }
    String inline = part.group("amount");
    Optional<PerformanceFormGrid.Cell> amount =
        inline == null ? grid.findCellRightOf(cell) : Optional.of(amountCell(cell, inline));
    amount.ifPresent(
        c ->
            c.parseNumber()
                .map(value -> new BudgetLineAmount(kind, fund, c, c.text(), value))
                .ifPresent((fund == null ? amountsByAccount : amountsByFund)::add));
  }

  /** The part of a cell that contains the amount at its end, after a name. */
  private static PerformanceFormGrid.Cell amountCell(PerformanceFormGrid.Cell cell, String amount) {
    return new PerformanceFormGrid.Cell(
        cell.row(), cell.column(), amount, cell.end() - amount.length(), cell.end(), cell.page());
  }

  private void addFacts(
      List<BudgetLineAmount> amounts,
      PerformanceFormGrid grid,
      List<Fact> totalFacts,
      List<Fact> facts) {
    BigDecimal sum =
        amounts.stream().map(BudgetLineAmount::value).reduce(BigDecimal.ZERO, BigDecimal::add);
    List<Fact> same =
        totalFacts.stream().filter(w -> w.value().compareTo(toYuan(sum, w)) == 0).toList();
    if (amounts.isEmpty() || same.size() != 1) {
      return;
    }
    Fact whole = same.getFirst();
    for (BudgetLineAmount amount : amounts) {
      facts.add(toFact(amount, whole, grid));
    }
  }

  private static Fact toFact(BudgetLineAmount amount, Fact totalFact, PerformanceFormGrid grid) {
    FactContext context =
        amount.fund() == null ? totalFact.context() : totalFact.context().withFund(amount.fund());
    return Fact.amount(
        amount.account() == null ? totalFact.account() : amount.account().name(),
        context,
        toYuan(amount.value(), totalFact),
        amount.printed(),
        totalFact.unit(),
        grid.location(amount.cell()));
  }

  /** An amount in the unit of a fact, in 元. */
  private static BigDecimal toYuan(BigDecimal amount, Fact fact) {
    return amount.scaleByPowerOfTen(AmountFinder.powerOfTen(fact.unit()));
  }
}
