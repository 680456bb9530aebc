package org.mingzhang.account;

import java.util.List;
import java.util.stream.Stream;
import org.mingzhang.text.TsvResource;

/**
 * The headline accounts, which pages show first, read from {@code headline.tsv}. Immutable.
 *
 * @param agencyAccounts names of accounts of the chart of agencies, most important first
 * @param governmentAccounts names of accounts of the chart of governments, most important first
 */
public record HeadlineAccounts(List<String> agencyAccounts, List<String> governmentAccounts) {
  private static final String AGENCY_CHART = "agency";
  private static final String GOVERNMENT_CHART = "government";

  private static final HeadlineAccounts STANDARD = read();

  /** Makes an immutable copy of the lists. */
  public HeadlineAccounts {
    agencyAccounts = List.copyOf(agencyAccounts);
    governmentAccounts = List.copyOf(governmentAccounts);
  }

  /** The headline accounts shipped with the program. */
  public static HeadlineAccounts standard() {
    return STANDARD;
  }

  /** All headline accounts, those of agencies first. */
  public List<String> accounts() {
    return Stream.concat(agencyAccounts.stream(), governmentAccounts.stream()).toList();
  }

  /**
   * Rank of an account, from 0 for the most important; accounts that are not in the list share the
   * last rank.
   */
  public int rank(String account) {
    int agency = agencyAccounts.indexOf(account);
    int government = governmentAccounts.indexOf(account);
    if (agency >= 0) {
      return agency;
    }
    return agencyAccounts.size() + (government < 0 ? governmentAccounts.size() : government);
  }

  private static HeadlineAccounts read() {
    List<List<String>> rows =
        TsvResource.parseRows(
            HeadlineAccounts.class, "headline.tsv", 2, HeadlineAccounts::requireValidRow);
    return new HeadlineAccounts(accountsOf(AGENCY_CHART, rows), accountsOf(GOVERNMENT_CHART, rows));
  }

  private static List<String> requireValidRow(List<String> cells) {
    String owner = TsvResource.requireKeyword(cells.get(1), AGENCY_CHART, GOVERNMENT_CHART);
    ChartOfAccounts chart =
        owner.equals(AGENCY_CHART) ? ChartOfAccounts.agencies() : ChartOfAccounts.governments();
    TsvResource.requireNamed(cells.get(0), chart::findAccount);
    return cells;
  }

  private static List<String> accountsOf(String chartName, List<List<String>> rows) {
    return rows.stream().filter(row -> row.get(1).equals(chartName)).map(List::getFirst).toList();
  }
}
