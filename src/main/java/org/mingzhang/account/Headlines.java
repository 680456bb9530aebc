package org.mingzhang.account;

import java.util.List;
import org.mingzhang.text.TsvResource;

/**
 * The headline accounts, which pages show first, read from {@code headline.tsv}. Immutable.
 *
 * @param accounts names of accounts of the chart, most important first
 */
public record Headlines(List<String> accounts) {
  private static final Headlines STANDARD = read();

  /** Copies the list. */
  public Headlines {
    accounts = List.copyOf(accounts);
  }

  /** The list shipped with the program. */
  public static Headlines standard() {
    return STANDARD;
  }

  /** Rank of an account, from 0; accounts that are not in the list come last. */
  public int rank(String account) {
    int rank = accounts.indexOf(account);
    return rank < 0 ? accounts.size() : rank;
  }

  private static Headlines read() {
    return new Headlines(
        TsvResource.readRows(Headlines.class, "headline.tsv", 1).stream()
            .map(List::getFirst)
            .toList());
  }
}
