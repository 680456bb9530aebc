package org.mingzhang.fact.cell;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.mingzhang.account.Account;
import org.mingzhang.account.ChartOfAccounts;
import org.mingzhang.model.Fund;
import org.mingzhang.model.Stage;
import org.mingzhang.text.TsvResource;

/**
 * The accounts of a chart that have a fixed role, such as the total of revenue or expenditure, as
 * listed in {@code roles.tsv}. The sum of the year (本年收入合计, 本年支出合计) is the part of a side's total
 * without amounts carried over. Immutable.
 */
final class AccountRoles {
  private static final String[] ROLES =
      ("revenue-total revenue-year revenue-general-budget revenue-government-fund"
              + " revenue-state-capital revenue-social-insurance expenditure-total"
              + " expenditure-year expenditure-general-budget expenditure-government-fund"
              + " expenditure-state-capital expenditure-social-insurance form-budget"
              + " form-execution projects basic")
          .split(" ", -1);
  private static final AccountRoles AGENCIES = new AccountRoles(ChartOfAccounts.agencies(), 1);
  private static final AccountRoles GOVERNMENTS =
      new AccountRoles(ChartOfAccounts.governments(), 2);

  private final Map<String, Account> accountByRole;

  private AccountRoles(ChartOfAccounts chart, int accountColumn) {
    accountByRole =
        TsvResource.parseRows(
                AccountRoles.class, "roles.tsv", 3, cells -> parse(cells, chart, accountColumn))
            .stream()
            .flatMap(Optional::stream)
            .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));
  }

  /** The role of a row with its account; empty if the chart has no account for it. */
  private static Optional<Map.Entry<String, Account>> parse(
      List<String> cells, ChartOfAccounts chart, int accountColumn) {
    String role = TsvResource.requireKeyword(cells.getFirst(), ROLES);
    String name = cells.get(accountColumn);
    return name.isEmpty()
        ? Optional.empty()
        : Optional.of(Map.entry(role, TsvResource.requireNamed(name, chart::findAccount)));
  }

  static AccountRoles of(ChartOfAccounts chart) {
    return chart == ChartOfAccounts.governments() ? GOVERNMENTS : AGENCIES;
  }

  /**
   * The account with a role; empty if the chart has none.
   *
   * @param role first cell of a row of {@code roles.tsv}
   */
  Optional<Account> findAccount(String role) {
    return Optional.ofNullable(accountByRole.get(role));
  }

  /**
   * The account of an amount in the budget line of a performance form: the account of spending for
   * the stages execution and result, the account of the budget for other stages; empty if the chart
   * has none.
   */
  Optional<Account> findBudgetLineAccount(Stage stage) {
    boolean spent = stage == Stage.EXECUTION || stage == Stage.RESULT;
    return findAccount(spent ? "form-execution" : "form-budget");
  }

  /**
   * Whether the chart of agencies has an account of this name for the sum of the year of a side.
   */
  static boolean isCurrentYearTotalOfAgencies(String account) {
    return AGENCIES.accountByRole.entrySet().stream()
        .anyMatch(e -> e.getKey().endsWith("-year") && e.getValue().name().equals(account));
  }

  /** Whether an account is the total of a side or the sum of its year. */
  boolean isSideTotal(Account account) {
    return accountByRole.entrySet().stream()
        .anyMatch(
            e ->
                (e.getKey().endsWith("-year") || e.getKey().endsWith("-total"))
                    && e.getValue().equals(account));
  }

  /**
   * Finds the total of a side, which includes amounts carried over; empty if the chart has none.
   */
  Optional<Account> findTotal(FlowDirection direction) {
    return findAccount(direction.rolePrefix() + "-total");
  }

  /**
   * Finds the sum of the year of a side; empty if the chart has none. Governments have one for each
   * of the four budgets.
   */
  Optional<Account> findCurrentYearTotal(FlowDirection direction, @Nullable Fund fund) {
    Optional<Account> plain = findAccount(direction.rolePrefix() + "-year");
    if (plain.isPresent() || fund == null) {
      return plain;
    }
    String budget = fund.name().toLowerCase(Locale.ROOT).replace('_', '-');
    return findAccount(direction.rolePrefix() + "-" + budget);
  }
}
