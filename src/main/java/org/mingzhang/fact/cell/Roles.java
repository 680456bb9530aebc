package org.mingzhang.fact.cell;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.mingzhang.account.Account;
import org.mingzhang.account.Chart;
import org.mingzhang.model.Fund;
import org.mingzhang.text.TsvResource;

/** The accounts of a chart that stand for the totals of a side, read from {@code roles.tsv}. */
final class Roles {
  private static final Roles AGENCIES = new Roles(Chart.standard(), 1);
  private static final Roles GOVERNMENTS = new Roles(Chart.governments(), 2);

  private final Map<String, Account> accounts = new HashMap<>();

  private Roles(Chart chart, int column) {
    for (var cells : TsvResource.rows(Roles.class, "roles.tsv", 3)) {
      chart.account(cells.get(column)).ifPresent(a -> accounts.put(cells.get(0), a));
    }
  }

  /** The roles of a chart. */
  static Roles of(Chart chart) {
    return chart == Chart.governments() ? GOVERNMENTS : AGENCIES;
  }

  /** The account of a role; empty where the chart has none. */
  Optional<Account> account(String role) {
    return Optional.ofNullable(accounts.get(role));
  }

  /** Whether an account of agencies is all that a side has of the year. */
  boolean ofYear(String account) {
    return AGENCIES.accounts.entrySet().stream()
        .anyMatch(e -> e.getKey().endsWith("-year") && e.getValue().name().equals(account));
  }

  /** Whether an account is the total of a side, or its sum of the year. */
  boolean generic(Account account) {
    return accounts.entrySet().stream()
        .anyMatch(
            e ->
                (e.getKey().endsWith("-year") || e.getKey().endsWith("-total"))
                    && e.getValue().equals(account));
  }

  /** All that a side has, with what was carried over. */
  Optional<Account> total(FlowDirection direction) {
    return account(direction.id() + "-total");
  }

  /** What a side has of the year, of a fund where governments have an account for each. */
  Optional<Account> year(FlowDirection direction, @Nullable Fund fund) {
    Optional<Account> plain = account(direction.id() + "-year");
    if (plain.isPresent() || fund == null) {
      return plain;
    }
    return switch (fund) {
      case GENERAL_BUDGET -> account(direction.id() + "-general");
      case GOVERNMENT_FUND -> account(direction.id() + "-funds");
      case STATE_CAPITAL -> account(direction.id() + "-capital");
      default -> Optional.empty();
    };
  }
}
