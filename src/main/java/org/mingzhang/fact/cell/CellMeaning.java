package org.mingzhang.fact.cell;

import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.mingzhang.account.Account;
import org.mingzhang.account.AccountName;
import org.mingzhang.account.ChartOfAccounts;
import org.mingzhang.model.Fund;
import org.mingzhang.model.Stage;

/**
 * Account and dimensions of a cell, combined from title, column header and row label.
 *
 * @param name name of the account; the label's own words for an unlisted one
 * @param account the account of the chart; null for an unlisted one
 * @param item item, or null for the whole
 * @param code code of the item, or null
 * @param fund fund, or null if unknown
 * @param stage stage, or null if unknown
 * @param year year, or null if unknown
 */
record CellMeaning(
    String name,
    @Nullable Account account,
    @Nullable String item,
    @Nullable String code,
    @Nullable Fund fund,
    @Nullable Stage stage,
    @Nullable Integer year) {

  /**
   * Combines the meanings; null if label, header and title contradict each other, or give no
   * account. Of a header that names the total of the side, only fund, stage and year are used; in a
   * table about a part of the expenditure also of one that names the expenditure from a fund, whose
   * amounts belong to the part that this fund pays.
   *
   * @param direction side of the table, or null
   * @param label meaning of the row label
   * @param column meaning of the column header
   */
  static @Nullable CellMeaning determine(
      DimensionDefaults defaults,
      TableSubject subject,
      @Nullable FlowDirection direction,
      HeaderMeaning label,
      HeaderMeaning column) {
    boolean part = direction == null && isOfPartOfExpenditure(defaults, subject);
    FlowDirection side = part ? FlowDirection.EXPENDITURE : direction;
    Account named = column.account();
    HeaderMeaning head =
        named != null
                && side != null
                && (isSideTotal(defaults, side, column.fund(), named)
                    || (part && named.ownFund() != null && defaults.isOnSide(named, side)))
            ? HeaderMeaning.UNRESTRICTED
                .withFund(FundHierarchy.narrowerFund(column.fund(), named.ownFund()))
                .withStage(column.stage())
                .withYear(column.year())
            : column;
    if (haveIncompatibleFunds(subject, label, head)
        || (part && defaults.isOnSide(head.account(), FlowDirection.REVENUE))) {
      return null;
    }
    Fund narrowest =
        FundHierarchy.narrowerFund(
            subject.fund(), FundHierarchy.narrowerFund(label.fund(), head.fund()));
    Stage stage = firstNonNull(head.stage(), label.stage(), subject.stage());
    Integer year = firstNonNull(head.year(), label.year(), subject.year());
    if (label.kind() == HeaderMeaning.Kind.UNLISTED_PART) {
      return head.account() != null
          ? null
          : new CellMeaning(label.name(), null, null, null, narrowest, stage, year);
    }
    String item = label.item() == null ? head.item() : label.item();
    Account account = findAccount(defaults, subject, direction, label, head, narrowest);
    if (account == null) {
      return subject.moneyName() == null || label.account() != null || head.account() != null
          ? null
          : new CellMeaning(subject.moneyName(), null, item, null, narrowest, stage, year);
    }
    if (FundHierarchy.areIncompatible(narrowest, account.ownFund())) {
      return null;
    }
    Fund fund = FundHierarchy.narrowerFund(narrowest, account.ownFund());
    Account own = defaults.chart().narrowToFund(account, fund);
    Account listed = item == null ? null : findListedPart(defaults, own, item);
    return listed != null
        ? new CellMeaning(listed.name(), listed, null, null, fund, stage, year)
        : new CellMeaning(own.name(), own, item, label.code(), fund, stage, year);
  }

  /** The account that the chart has for an item of a flow, 工伤保险 of 社会保险基金收入; null if none. */
  private static @Nullable Account findListedPart(
      DimensionDefaults defaults, Account flow, String item) {
    FlowDirection direction = FlowDirection.find(flow.name());
    return direction == null
        ? null
        : defaults
            .chart()
            .find(item + direction.word())
            .filter(name -> name.item() == null && !name.account().equals(flow))
            .map(AccountName::account)
            .filter(part -> defaults.chart().isWithin(part, flow))
            .orElse(null);
  }

  /**
   * Whether a table is about a part of the expenditure, such as projects or purchases. Its column
   * 本年支出合计 is the sum of this part; a column 本年财政拨款 or 上年结转 only says how the part is paid, and its
   * amounts are not those of the whole agency.
   */
  private static boolean isOfPartOfExpenditure(DimensionDefaults defaults, TableSubject subject) {
    Account total = subject.total();
    return total != null
        && !defaults.roles().isSideTotal(total)
        && !defaults.isOnSide(total, FlowDirection.REVENUE);
  }

  /** Whether an account is the total of a side or its sum of the year for a fund. */
  private static boolean isSideTotal(
      DimensionDefaults defaults, FlowDirection side, @Nullable Fund columnFund, Account account) {
    Fund fund = FundHierarchy.narrowerFund(columnFund, account.ownFund());
    return Stream.concat(
            defaults.roles().findTotal(side).stream(),
            defaults.roles().findCurrentYearTotal(side, fund).stream()
                .map(year -> defaults.chart().narrowToFund(year, fund)))
        .anyMatch(account::equals);
  }

  private static boolean haveIncompatibleFunds(
      TableSubject subject, HeaderMeaning label, HeaderMeaning head) {
    return FundHierarchy.areIncompatible(label.fund(), head.fund())
        || FundHierarchy.areIncompatible(subject.fund(), label.fund())
        || FundHierarchy.areIncompatible(subject.fund(), head.fund());
  }

  private static @Nullable Account findAccount(
      DimensionDefaults defaults,
      TableSubject subject,
      @Nullable FlowDirection direction,
      HeaderMeaning label,
      HeaderMeaning head,
      @Nullable Fund fund) {
    Account row = label.account();
    if (row == null
        && (label.kind() == HeaderMeaning.Kind.ITEM || label.kind() == HeaderMeaning.Kind.TOTAL)) {
      row =
          direction == null
              ? subject.total()
              : defaults.roles().findCurrentYearTotal(direction, fund).orElse(null);
      if (head.account() != null && !defaults.chart().isWithin(head.account(), row)) {
        return isSumOfProjects(subject, label) ? null : head.account();
      }
    }
    return narrowerAccount(defaults, row, head.account());
  }

  /**
   * Whether a row adds up projects. An account across from it, such as 其中：政府采购, is then only the
   * part of the account that projects pay.
   */
  private static boolean isSumOfProjects(TableSubject subject, HeaderMeaning label) {
    return label.kind() == HeaderMeaning.Kind.TOTAL
        && subject.form().rowMeaning() == TableForm.RowMeaning.PROJECTS
        && subject.total() != null;
  }

  /**
   * The narrower of two accounts, that is, the one that is a part of the other. If only one is not
   * null, that one; null if both are null or neither is a part of the other.
   */
  private static @Nullable Account narrowerAccount(
      DimensionDefaults defaults, @Nullable Account rowAccount, @Nullable Account columnAccount) {
    ChartOfAccounts chart = defaults.chart();
    if (columnAccount == null
        || (rowAccount != null && chart.isWithin(rowAccount, columnAccount))) {
      return rowAccount;
    }
    return rowAccount == null || chart.isWithin(columnAccount, rowAccount) ? columnAccount : null;
  }

  private static <T> @Nullable T firstNonNull(@Nullable T one, @Nullable T two, @Nullable T three) {
    return one != null ? one : Optional.ofNullable(two).orElse(three);
  }

  /** A copy with another account, narrowed to the fund of this meaning. */
  CellMeaning withAccount(DimensionDefaults defaults, Account other) {
    Account own = defaults.chart().narrowToFund(other, fund);
    return new CellMeaning(own.name(), own, item, code, fund, stage, year);
  }
}
