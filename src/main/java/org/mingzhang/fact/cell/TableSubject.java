package org.mingzhang.fact.cell;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.mingzhang.account.Account;
import org.mingzhang.account.ChartOfAccounts;
import org.mingzhang.model.Fund;
import org.mingzhang.model.Stage;
import org.mingzhang.model.TableData;
import org.mingzhang.text.YearFinder;

/**
 * Account and dimensions of a table as a whole, from its title and the document.
 *
 * @param form its form
 * @param title its title, normalized
 * @param total account of its total, or null
 * @param fund fund of its amounts; null if the title leaves it open
 * @param stage stage of its amounts, or null
 * @param year year of its amounts, or null
 */
record TableSubject(
    TableForm form,
    String title,
    @Nullable Account total,
    @Nullable Fund fund,
    @Nullable Stage stage,
    @Nullable Integer year) {

  private static final String BY_ECONOMIC_ITEM = "经济分类";

  /** Words that contain 预算 without naming a stage of the budget. */
  private static final Pattern NO_STAGE =
      Pattern.compile("预算单位|(?:部门|政府)预算(?:支出)?经济|预算(?:支出)?经济分类|预决算");

  /**
   * Reads the account, fund, stage and year of a table from its title.
   *
   * @param heading title of its section, used for a table without a title
   */
  static TableSubject readTitle(
      TableData table, String heading, DimensionDefaults dimensionDefaults) {
    String title = ChartOfAccounts.normalize(table.title().isBlank() ? heading : table.title());
    ChartOfAccounts.FundsInTitle named = ChartOfAccounts.extractFunds(title);
    TableForm form = TableForm.findByTitle(named.rest());
    Fund common = FundHierarchy.narrowestCommonFund(named.funds());
    Fund fund = common == null ? defaultFund(form, dimensionDefaults) : common;
    return new TableSubject(
        form,
        title,
        findTotal(named.rest(), form, fund, dimensionDefaults),
        fund,
        stageOf(named.rest(), dimensionDefaults),
        yearOf(title, dimensionDefaults));
  }

  /**
   * The subject refined by column headers. With a column of amounts carried over, the total is that
   * of the side and not that of the year. With a column of funds other than appropriations, the
   * fund is {@link Fund#ALL}. A table with economic items but without headers for kinds of
   * expenditure has no known total, since it may cover basic expenditure only.
   */
  TableSubject refine(DimensionDefaults dimensionDefaults, Collection<HeaderMeaning> headers) {
    boolean other =
        headers.stream()
            .map(HeaderMeaning::fund)
            .anyMatch(f -> f == Fund.SPECIAL_ACCOUNT || f == Fund.OWN_REVENUE);
    Fund all = fund == null && other ? Fund.ALL : fund;
    boolean basicAlone =
        title.contains(BY_ECONOMIC_ITEM) && headers.stream().allMatch(h -> h.account() == null);
    Account whole = basicAlone && !dimensionDefaults.isGovernment() ? null : total;
    for (FlowDirection direction : FlowDirection.values()) {
      if (total != null
          && dimensionDefaults
              .roles()
              .findYearAccount(direction, fund)
              .filter(total::equals)
              .isPresent()
          && headers.stream().anyMatch(h -> isCarriedOver(dimensionDefaults, direction, h))) {
        whole = dimensionDefaults.roles().findTotal(direction).orElse(total);
      }
    }
    return new TableSubject(form, title, whole, all, stage, year);
  }

  private boolean isCarriedOver(
      DimensionDefaults dimensionDefaults, FlowDirection direction, HeaderMeaning head) {
    Account account = head.account();
    return account != null
        && total != null
        && !dimensionDefaults.roles().isSideTotal(account)
        && !dimensionDefaults.chart().isWithin(account, total)
        && dimensionDefaults
            .roles()
            .findTotal(direction)
            .filter(t -> dimensionDefaults.chart().isWithin(account, t))
            .isPresent();
  }

  /** The fund of a table whose title names none: all funds if the table covers all accounts. */
  private static @Nullable Fund defaultFund(TableForm form, DimensionDefaults dimensionDefaults) {
    return switch (form.layout()) {
      case SIDES -> Fund.ALL;
      case ITEMS -> dimensionDefaults.roles().isYearTotal(form.agencyTotal()) ? Fund.ALL : null;
      case ACCOUNTS ->
          form.equals(TableForm.UNTITLED) || !form.agencyTotal().isEmpty() ? null : Fund.ALL;
      default -> null;
    };
  }

  /** The account of the total: that of the form, or a narrower one that the title names. */
  private static @Nullable Account findTotal(
      String title, TableForm form, @Nullable Fund fund, DimensionDefaults dimensionDefaults) {
    Account whole = findTotal(form, fund, dimensionDefaults);
    return whole == null
        ? null
        : TotalAccountFinder.findTotalAccount(
            title, form.layout(), whole, dimensionDefaults.chart());
  }

  private static @Nullable Account findTotal(
      TableForm form, @Nullable Fund fund, DimensionDefaults dimensionDefaults) {
    if (!dimensionDefaults.isGovernment()) {
      return dimensionDefaults.chart().findAccount(form.agencyTotal()).orElse(null);
    }
    FlowDirection direction = FlowDirection.find(form.governmentTotal());
    Optional<Account> own = dimensionDefaults.chart().findAccount(form.governmentTotal());
    return own.isPresent() || direction == null
        ? own.orElse(null)
        : dimensionDefaults.roles().findYearAccount(direction, fund).orElse(null);
  }

  private static @Nullable Stage stageOf(String rest, DimensionDefaults dimensionDefaults) {
    String plain = NO_STAGE.matcher(rest).replaceAll("");
    if (plain.contains("决算")) {
      return Stage.RESULT;
    }
    if (plain.contains("执行")) {
      return Stage.EXECUTION;
    }
    if (plain.contains("预算")) {
      return plain.contains("调整") ? Stage.ADJUSTED_BUDGET : Stage.BUDGET;
    }
    return dimensionDefaults.stage();
  }

  private static @Nullable Integer yearOf(String title, DimensionDefaults dimensionDefaults) {
    List<YearFinder.YearInText> years =
        YearFinder.find(title).stream().filter(y -> !y.dated()).toList();
    return years.isEmpty() ? dimensionDefaults.year() : Integer.valueOf(years.getLast().year());
  }
}
