package org.mingzhang.fact.cell;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.mingzhang.account.Account;
import org.mingzhang.account.Chart;
import org.mingzhang.model.Fund;
import org.mingzhang.text.TsvResource;

/**
 * The accounts of a chart that have a fixed role, such as the total of a side, after {@code
 * roles.tsv}.
 */
final class AccountRoles {
  private static final AccountRoles AGENCIES = new AccountRoles(Chart.standard(), 1);
  private static final AccountRoles GOVERNMENTS = new AccountRoles(Chart.governments(), 2);

  private final Map<String, Account> accounts = new HashMap<>();

  private AccountRoles(Chart chart, int column) {
    for (var cells : TsvResource.readRows(AccountRoles.class, "roles.tsv", 3)) {
      chart.findAccount(cells.get(column)).ifPresent(a -> accounts.put(cells.get(0), a));
    }
  }

  /** The roles of a chart. */
  static AccountRoles of(Chart chart) {
    return chart == Chart.governments() ? GOVERNMENTS : AGENCIES;
  }

  /** The account with a role; empty if the chart has none. */
  Optional<Account> findAccount(String role) {
    return Optional.ofNullable(accounts.get(role));
  }

  /** Whether an account of agencies is the sum of the year of a side. */
  boolean isYearTotal(String account) {
    return AGENCIES.accounts.entrySet().stream()
        .anyMatch(e -> e.getKey().endsWith("-year") && e.getValue().name().equals(account));
  }

  /** Whether an account is the total or the sum of the year of a side. */
  boolean isSideTotal(Account account) {
    return accounts.entrySet().stream()
        .anyMatch(
            e ->
                (e.getKey().endsWith("-year") || e.getKey().endsWith("-total"))
                    && e.getValue().equals(account));
  }

  /** The total of a side, with amounts carried over. */
  Optional<Account> findTotal(FlowDirection direction) {
    return findAccount(direction.id() + "-total");
  }

  /** The sum of the year of a side. Governments have one for each fund. */
  Optional<Account> findYearAccount(FlowDirection direction, @Nullable Fund fund) {
    Optional<Account> plain = findAccount(direction.id() + "-year");
    if (plain.isPresent() || fund == null) {
      return plain;
    }
    return switch (fund) {
      case GENERAL_BUDGET -> findAccount(direction.id() + "-general");
      case GOVERNMENT_FUND -> findAccount(direction.id() + "-funds");
      case STATE_CAPITAL -> findAccount(direction.id() + "-capital");
      default -> Optional.empty();
    };
  }
}
