package org.mingzhang.fact.cell;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.mingzhang.account.Account;
import org.mingzhang.account.ChartOfAccounts;
import org.mingzhang.model.Fact;
import org.mingzhang.model.Fund;
import org.mingzhang.text.AmountParser;

/**
 * Reads the parts of the amount of a department in a performance form, by fund (一般公共预算, 政府性基金) and
 * by kind of expenditure (基本支出, 项目支出). The form does not state whether the parts belong to the
 * budget or to the result. They are assigned to the only amount to which they add up, and give no
 * facts if there is no such amount or several.
 */
final class BudgetLinePartReader {
  private static final Pattern NAME_AND_AMOUNT =
      Pattern.compile("(?:其中:?)?(?<name>\\p{IsHan}{3,12}):?(?<amount>\\d[\\d,，]*(?:\\.\\d+)?)?");

  private BudgetLinePartReader() {}

  /**
   * A part of the amount of a form.
   *
   * @param account kind of expenditure; null for an amount by fund
   * @param fund fund; null for an amount by kind of expenditure
   * @param cell cell of the amount
   * @param value the amount in the unit of the form
   */
  private record Part(
      @Nullable Account account,
      @Nullable Fund fund,
      PerformanceFormGrid.Cell cell,
      BigDecimal value) {
    boolean isByFund() {
      return fund != null;
    }
  }

  /**
   * Reads the amounts above the indicators of a form that are parts of its budget line; none for
   * the form of a project.
   *
   * @param totalFacts the amounts of the budget line
   */
  static List<Fact> read(
      PerformanceFormGrid grid, DimensionDefaults defaults, List<Fact> totalFacts) {
    if (totalFacts.isEmpty() || totalFacts.getFirst().context().item() != null) {
      return List.of();
    }
    Map<Boolean, List<Part>> parts =
        grid.rowsAboveIndicators().stream()
            .flatMap(List::stream)
            .flatMap(cell -> readCell(grid, defaults, cell).stream())
            .collect(Collectors.partitioningBy(Part::isByFund));
    List<Fact> facts = new ArrayList<>();
    for (boolean byFund : new boolean[] {true, false}) {
      List<Part> ofKind = parts.getOrDefault(byFund, List.of());
      findWhole(ofKind, totalFacts)
          .ifPresent(whole -> ofKind.forEach(part -> facts.add(toFact(part, whole, grid))));
    }
    return facts;
  }

  private static Optional<Part> readCell(
      PerformanceFormGrid grid, DimensionDefaults defaults, PerformanceFormGrid.Cell cell) {
    Matcher part = NAME_AND_AMOUNT.matcher(cell.text());
    if (!part.matches()) {
      return Optional.empty();
    }
    String name = part.group("name");
    Fund fund = ChartOfAccounts.findFund(name).orElse(null);
    Account kind = fund == null ? defaults.findKindOfExpenditure(name).orElse(null) : null;
    String inline = part.group("amount");
    Optional<PerformanceFormGrid.Cell> amount =
        inline == null ? grid.findCellRightOf(cell) : Optional.of(amountCell(cell, inline));
    return fund == null && kind == null
        ? Optional.empty()
        : amount.flatMap(c -> c.parseNumber().map(value -> new Part(kind, fund, c, value)));
  }

  /** The part of a cell that contains the amount at its end, after a name. */
  private static PerformanceFormGrid.Cell amountCell(PerformanceFormGrid.Cell cell, String amount) {
    return new PerformanceFormGrid.Cell(
        cell.row(), cell.column(), amount, cell.end() - amount.length(), cell.end(), cell.page());
  }

  /** The only amount that parts add up to; empty if there is none or several. */
  private static Optional<Fact> findWhole(List<Part> parts, List<Fact> totalFacts) {
    BigDecimal sum = parts.stream().map(Part::value).reduce(BigDecimal.ZERO, BigDecimal::add);
    List<Fact> same =
        totalFacts.stream().filter(w -> w.value().compareTo(toYuan(sum, w)) == 0).toList();
    return same.size() == 1 ? Optional.of(same.getFirst()) : Optional.empty();
  }

  private static Fact toFact(Part part, Fact whole, PerformanceFormGrid grid) {
    Account account = part.account();
    return Fact.amount(
        account == null ? whole.account() : account.name(),
        part.fund() == null ? whole.context() : whole.context().withFund(part.fund()),
        toYuan(part.value(), whole),
        part.cell().text(),
        whole.unit(),
        grid.location(part.cell()));
  }

  /** An amount in the unit of a fact, in 元. */
  private static BigDecimal toYuan(BigDecimal amount, Fact fact) {
    return amount.scaleByPowerOfTen(AmountParser.powerOfTen(fact.unit()));
  }
}
