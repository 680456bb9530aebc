package org.mingzhang.fact.cell;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.mingzhang.account.Account;
import org.mingzhang.account.Chart;
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

  /** Words that contain 预算 and do not name a stage. */
  private static final Pattern NO_STAGE =
      Pattern.compile("预算单位|(?:部门|政府)预算(?:支出)?经济|预算(?:支出)?经济分类|预决算");

  /**
   * The subject of a table.
   *
   * @param heading title of its section, used for a table without a title
   */
  static TableSubject readTitle(TableData table, String heading, DocumentDefaults defaults) {
    String title = Chart.normalize(table.title().isBlank() ? heading : table.title());
    Chart.FundsInTitle named = Chart.extractFunds(title);
    TableForm form = TableForm.findByTitle(named.rest());
    Fund common = FundHierarchy.commonFund(named.funds());
    Fund fund = common == null ? defaultFund(form, defaults) : common;
    return new TableSubject(
        form,
        title,
        findTotal(named.rest(), form, fund, defaults),
        fund,
        stageOf(named.rest(), defaults),
        yearOf(title, defaults));
  }

  /**
   * The subject refined by column headers. With a column of amounts carried over, the total is that
   * of the side and not that of the year. With a column of funds other than appropriations, the
   * fund is {@link Fund#ALL}. A table with economic items but without headers for kinds of
   * expenditure has no known total, since it may cover basic expenditure only.
   */
  TableSubject refine(DocumentDefaults defaults, Collection<HeaderMeaning> heads) {
    boolean other =
        heads.stream()
            .map(HeaderMeaning::fund)
            .anyMatch(f -> f == Fund.SPECIAL_ACCOUNT || f == Fund.OWN_REVENUE);
    Fund all = fund == null && other ? Fund.ALL : fund;
    boolean basicAlone =
        title.contains(BY_ECONOMIC_ITEM) && heads.stream().allMatch(h -> h.account() == null);
    Account whole = basicAlone && !defaults.isGovernment() ? null : total;
    for (FlowDirection direction : FlowDirection.values()) {
      if (total != null
          && defaults.roles().findYearAccount(direction, fund).filter(total::equals).isPresent()
          && heads.stream().anyMatch(h -> isCarriedOver(defaults, direction, h))) {
        whole = defaults.roles().findTotal(direction).orElse(total);
      }
    }
    return new TableSubject(form, title, whole, all, stage, year);
  }

  private boolean isCarriedOver(
      DocumentDefaults defaults, FlowDirection direction, HeaderMeaning head) {
    Account account = head.account();
    return account != null
        && total != null
        && !defaults.roles().isSideTotal(account)
        && !defaults.chart().isWithin(account, total)
        && defaults
            .roles()
            .findTotal(direction)
            .filter(t -> defaults.chart().isWithin(account, t))
            .isPresent();
  }

  /** The fund of a table whose title names none: all funds for tables of all accounts. */
  private static @Nullable Fund defaultFund(TableForm form, DocumentDefaults defaults) {
    return switch (form.layout()) {
      case SIDES -> Fund.ALL;
      case ITEMS -> defaults.roles().isYearTotal(form.agencyTotal()) ? Fund.ALL : null;
      case ACCOUNTS ->
          form.equals(TableForm.UNTITLED) || !form.agencyTotal().isEmpty() ? null : Fund.ALL;
      default -> null;
    };
  }

  /** The account of the total: that of the form, or a narrower one that the title names. */
  private static @Nullable Account findTotal(
      String title, TableForm form, @Nullable Fund fund, DocumentDefaults defaults) {
    Account whole = findTotal(form, fund, defaults);
    return whole == null
        ? null
        : TotalAccountFinder.findTotalAccount(title, form.layout(), whole, defaults.chart());
  }

  private static @Nullable Account findTotal(
      TableForm form, @Nullable Fund fund, DocumentDefaults defaults) {
    if (!defaults.isGovernment()) {
      return defaults.chart().findAccount(form.agencyTotal()).orElse(null);
    }
    FlowDirection direction = FlowDirection.find(form.governmentTotal());
    Optional<Account> own = defaults.chart().findAccount(form.governmentTotal());
    return own.isPresent() || direction == null
        ? own.orElse(null)
        : defaults.roles().findYearAccount(direction, fund).orElse(null);
  }

  private static @Nullable Stage stageOf(String rest, DocumentDefaults defaults) {
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
    return defaults.stage();
  }

  private static @Nullable Integer yearOf(String title, DocumentDefaults defaults) {
    List<YearFinder.Mention> years =
        YearFinder.find(title).stream().filter(y -> !y.dated()).toList();
    return years.isEmpty() ? defaults.year() : Integer.valueOf(years.getLast().year());
  }
}
