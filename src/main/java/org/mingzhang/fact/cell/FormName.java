package org.mingzhang.fact.cell;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.mingzhang.account.Account;
import org.mingzhang.account.ChartOfAccounts;
import org.mingzhang.model.Fund;
import org.mingzhang.text.PatternTable;

/**
 * What the title of a form of an agency says about the form: its funds, and the account of its
 * total. Uses the same word tables as the reader of cells, so that title and cells are read alike.
 *
 * @param funds the funds that the title names; empty if it names none
 * @param account account of the total, or {@link #BOTH_SIDES}; empty if the title names neither
 * @param title the title, normalized and without the words for funds
 */
public record FormName(List<Fund> funds, String account, String title) {
  /** In place of an account: revenue and expenditure in one form. */
  public static final String BOTH_SIDES = "收支";

  private static final PatternTable PATTERNS = PatternTable.readForPackageOf(FormName.class);

  /** Makes an immutable copy of the funds. */
  public FormName {
    funds = List.copyOf(funds);
  }

  /**
   * Reads the title of a form; empty if it names neither a fund nor both sides nor the account of a
   * total.
   */
  public static Optional<FormName> read(String printed) {
    ChartOfAccounts.FundsInTitle named =
        ChartOfAccounts.extractFunds(
            PATTERNS.get("inclusion").matcher(ChartOfAccounts.normalize(printed)).replaceAll(""));
    TableForm form = TableForm.findByTitle(named.rest());
    String account =
        form.rowMeaning() == TableForm.RowMeaning.SIDES
            ? BOTH_SIDES
            : ChartOfAccounts.agencies()
                .findAccount(form.agencyTotal())
                .map(total -> findTotal(named.rest(), form, total))
                .map(Account::name)
                .orElse("");
    return account.isEmpty() && named.funds().isEmpty()
        ? Optional.empty()
        : Optional.of(new FormName(named.funds(), account, named.rest()));
  }

  private static @Nullable Account findTotal(String title, TableForm form, Account total) {
    return TotalAccountFinder.findTotalAccount(
        title, form.rowMeaning(), total, ChartOfAccounts.agencies());
  }

  /** The narrowest fund that contains all funds of the title; {@link Fund#ALL} if it names none. */
  public Fund commonFund() {
    Fund common = FundHierarchy.narrowestCommonFund(funds);
    return common == null ? Fund.ALL : common;
  }
}
