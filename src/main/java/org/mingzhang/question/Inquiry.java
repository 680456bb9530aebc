package org.mingzhang.question;

import java.util.List;
import org.mingzhang.account.AccountName;

/**
 * A question for a number.
 *
 * @param account what is asked for, with the fund and stage that the question says
 * @param who whose
 * @param years fiscal years in ascending order; none for the latest there is
 * @param latest how many of the latest years are asked for where none is named, at least 1
 * @param direction what is asked of the change or the order
 */
public record Inquiry(
    AccountName account, Whose who, List<Integer> years, int latest, AskedChange direction) {
  /** Copies the years. */
  public Inquiry {
    years = List.copyOf(years);
  }

  /**
   * Whose number is asked for.
   *
   * @param named the agency or place as the question names it, without the words of asking; empty
   *     for all
   * @param agencies those of the directory that are meant; none where nothing of them is kept
   * @param list whether a list is asked for: of a place, of every place, or of all
   * @param places whether the list is one of places rather than of agencies
   */
  public record Whose(String named, List<KnownAgency> agencies, boolean list, boolean places) {
    /** Copies the agencies. */
    public Whose {
      agencies = List.copyOf(agencies);
    }

    /** Whether the question names somebody of whom nothing is kept. */
    public boolean unknown() {
      return !named.isEmpty() && agencies.isEmpty();
    }
  }
}
