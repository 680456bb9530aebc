package org.mingzhang.fact.cell;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.mingzhang.account.Account;
import org.mingzhang.account.ChartOfAccounts;
import org.mingzhang.model.Fund;
import org.mingzhang.model.Stage;
import org.mingzhang.text.PatternTable;
import org.mingzhang.text.YearFinder;

/**
 * Account and dimensions of a table as a whole, from its title and the document.
 *
 * @param form its form
 * @param title its title, normalized; the title of its section if it has none
 * @param total account of its total; null if unknown
 * @param moneyName name of the money of which all its amounts are parts, if its total has no
 *     account: 春耕补贴; null if the title names none
 * @param fund fund of its amounts; null if the title leaves it open
 * @param stage stage of its amounts; null if unknown
 * @param year fiscal year of its amounts; null if unknown
 */
record TableSubject(
    TableForm form,
    String title,
    @Nullable Account total,
    @Nullable String moneyName,
    @Nullable Fund fund,
    @Nullable Stage stage,
    @Nullable Integer year) {

  /** Minimum number of columns that show of which account all of them are parts. */
  private static final int MIN_PARTS = 3;

  /**
   * Minimum number of forms with a stage that show the stage of the other forms of the document.
   */
  private static final int MIN_FORMS_WITH_STAGE = 2;

  private static final PatternTable PATTERNS = PatternTable.readForPackageOf(TableSubject.class);
  private static final Pattern INCLUSION_NOTE = PATTERNS.get("inclusion");
  private static final Pattern MONEY_NAME_IN_TITLE = PATTERNS.get("money-of-title");

  private static final String BY_ECONOMIC_ITEM = "经济分类";

  private static final Pattern WORDS_WITHOUT_STAGE = PATTERNS.get("no-stage");

  /**
   * Reads the account, fund, stage and year of a table from its title. In the report of a
   * government, which has a part for the year executed and one for the year planned, the nearest
   * heading with a year gives stage and year to a table whose title gives neither.
   *
   * @param titles title of the table, then those of its section and of the sections above it; the
   *     title of the section is used for a table without a title
   */
  static TableSubject readTitles(List<String> titles, DimensionDefaults defaults) {
    String own =
        titles.getFirst().isBlank() && titles.size() > 1 ? titles.get(1) : titles.getFirst();
    String title = ChartOfAccounts.normalize(own);
    ChartOfAccounts.FundsInTitle named =
        ChartOfAccounts.extractFunds(INCLUSION_NOTE.matcher(title).replaceAll(""));
    TableForm form = TableForm.findByTitle(named.rest());
    Fund common = FundHierarchy.narrowestCommonFund(named.funds());
    Fund fund = common == null ? defaultFund(form) : common;
    DimensionDefaults inherited =
        defaults.isGovernmentDocument() ? defaultsOfNearestHeading(titles, defaults) : defaults;
    Integer year = yearOf(title, inherited);
    Account total = findTotalAccount(named.rest(), form, fund, defaults);
    return new TableSubject(
        form,
        title,
        total,
        total == null ? findMoneyName(title, form, defaults) : null,
        fund,
        stageOf(named.rest(), inherited.withDefaultStageForYear(year)),
        year);
  }

  /**
   * The name of a kind of money in the title of a table of projects, or of a table of unknown form;
   * null if the title has none.
   */
  private static @Nullable String findMoneyName(
      String title, TableForm form, DimensionDefaults defaults) {
    Matcher named = MONEY_NAME_IN_TITLE.matcher(title);
    return (form.equals(TableForm.UNTITLED) || form.rowMeaning() == TableForm.RowMeaning.PROJECTS)
            && named.find()
            && defaults.chart().find(named.group("name")).isEmpty()
        ? named.group("name")
        : null;
  }

  /**
   * The defaults with the stage and year of the nearest heading that names a year; unchanged if it
   * names several, or if no heading names one.
   */
  private static DimensionDefaults defaultsOfNearestHeading(
      List<String> titles, DimensionDefaults defaults) {
    for (String printed : titles.subList(1, titles.size())) {
      String title = ChartOfAccounts.normalize(printed);
      List<YearFinder.YearInText> years =
          YearFinder.findYears(title).stream().filter(y -> !y.isPartOfDate()).toList();
      if (!years.isEmpty()) {
        boolean one = years.stream().mapToInt(YearFinder.YearInText::year).distinct().count() == 1;
        return one
            ? defaults.withTime(
                stageOf(
                    ChartOfAccounts.extractFunds(title).rest(),
                    defaults.withDefaultStageForYear(years.getFirst().year())),
                years.getFirst().year())
            : defaults;
      }
    }
    return defaults;
  }

  /**
   * Whether the table is one of the forms of the accounts of a body, which have the same stage
   * throughout a document.
   */
  private boolean isFormOfAccounts() {
    return !form.equals(TableForm.UNTITLED)
        && form.rowMeaning() != TableForm.RowMeaning.NONE
        && form.rowMeaning() != TableForm.RowMeaning.PROJECTS;
  }

  /**
   * The subjects of a document's tables. A form without a stage, 政府性基金预算财政拨款支出情况表, gets the stage
   * of the other forms of the document, if at least {@link #MIN_FORMS_WITH_STAGE} of them state a
   * stage and all of these state the same.
   */
  static List<TableSubject> completeStagesOfForms(List<TableSubject> tables) {
    List<Stage> stated =
        tables.stream()
            .filter(TableSubject::isFormOfAccounts)
            .flatMap(table -> Stream.ofNullable(table.stage))
            .toList();
    if (stated.size() < MIN_FORMS_WITH_STAGE || stated.stream().distinct().count() > 1) {
      return tables;
    }
    return tables.stream()
        .map(
            t ->
                t.stage == null && t.isFormOfAccounts()
                    ? new TableSubject(
                        t.form, t.title, t.total, t.moneyName, t.fund, stated.getFirst(), t.year)
                    : t)
        .toList();
  }

  /**
   * The subject refined by column headers. With a column of amounts carried over, the total is the
   * total of the side and not the sum of the year. With a column of funds other than
   * appropriations, the fund is {@link Fund#ALL}. A table with economic items but without headers
   * for kinds of expenditure has no known total, since it may cover basic expenditure only. The
   * total of an agency's table without a known title is the account of which all its columns are
   * parts.
   */
  TableSubject refineByHeaders(DimensionDefaults defaults, Collection<HeaderMeaning> headers) {
    boolean other =
        headers.stream()
            .map(HeaderMeaning::fund)
            .anyMatch(f -> f == Fund.SPECIAL_ACCOUNT || f == Fund.OWN_REVENUE);
    Fund all = fund == null && other ? Fund.ALL : fund;
    Account summed = total == null ? findSummedAccount(defaults, headers) : null;
    if (summed != null) {
      return new TableSubject(form, title, summed, null, all, stage, year);
    }
    boolean basicAlone =
        title.contains(BY_ECONOMIC_ITEM) && headers.stream().allMatch(h -> h.account() == null);
    Account whole = basicAlone && !defaults.isGovernmentDocument() ? null : total;
    for (FlowDirection direction : FlowDirection.values()) {
      if (total != null
          && defaults
              .roles()
              .findCurrentYearTotal(direction, fund)
              .filter(total::equals)
              .isPresent()
          && headers.stream().anyMatch(h -> isColumnOfCarriedOverAmounts(defaults, direction, h))) {
        whole = defaults.roles().findTotal(direction).orElse(total);
      }
    }
    return new TableSubject(form, title, whole, moneyName, all, stage, year);
  }

  /**
   * The lowest account of which all columns that name an account are parts. Null if the table has a
   * known form, fewer than {@link #MIN_PARTS} such columns, or no column for the total; if that
   * account is the total of a side; or in documents of governments.
   */
  private @Nullable Account findSummedAccount(
      DimensionDefaults defaults, Collection<HeaderMeaning> headers) {
    List<Account> parts =
        headers.stream().flatMap(head -> Stream.ofNullable(head.account())).distinct().toList();
    boolean summed = headers.stream().anyMatch(HeaderMeaning.UNRESTRICTED::equals);
    if (!form.equals(TableForm.UNTITLED)
        || !summed
        || parts.size() < MIN_PARTS
        || defaults.isGovernmentDocument()) {
      return null;
    }
    Account whole = parts.getFirst();
    while (whole != null && !isWholeOf(defaults, whole, parts)) {
      whole = whole.parent().flatMap(defaults.chart()::findAccount).orElse(null);
    }
    return whole == null || defaults.roles().isSideTotal(whole) ? null : whole;
  }

  private static boolean isWholeOf(DimensionDefaults defaults, Account whole, List<Account> parts) {
    return !parts.contains(whole)
        && parts.stream().allMatch(part -> defaults.chart().isWithin(part, whole));
  }

  private boolean isColumnOfCarriedOverAmounts(
      DimensionDefaults defaults, FlowDirection direction, HeaderMeaning head) {
    Account account = head.account();
    return account != null
        && total != null
        && !defaults.roles().isSideTotal(account)
        && !defaults.chart().isWithin(account, total)
        && defaults.isOnSide(account, direction);
  }

  /** The fund of a table whose title names none: all funds if the table covers all accounts. */
  private static @Nullable Fund defaultFund(TableForm form) {
    return switch (form.rowMeaning()) {
      case SIDES -> Fund.ALL;
      case ITEMS -> AccountRoles.isCurrentYearTotalOfAgencies(form.agencyTotal()) ? Fund.ALL : null;
      case ACCOUNTS ->
          form.equals(TableForm.UNTITLED) || !form.agencyTotal().isEmpty() ? null : Fund.ALL;
      default -> null;
    };
  }

  /** The account of the total: the account of the form, or a narrower one that the title names. */
  private static @Nullable Account findTotalAccount(
      String title, TableForm form, @Nullable Fund fund, DimensionDefaults defaults) {
    Account whole = findTotalAccount(form, fund, defaults);
    return whole == null
        ? null
        : TotalAccountFinder.findTotalAccount(title, form.rowMeaning(), whole, defaults.chart());
  }

  private static @Nullable Account findTotalAccount(
      TableForm form, @Nullable Fund fund, DimensionDefaults defaults) {
    if (!defaults.isGovernmentDocument()) {
      return defaults.chart().findAccount(form.agencyTotal()).orElse(null);
    }
    FlowDirection direction = FlowDirection.find(form.governmentTotal());
    Optional<Account> own = defaults.chart().findAccount(form.governmentTotal());
    return own.isPresent() || direction == null
        ? own.orElse(null)
        : defaults.roles().findCurrentYearTotal(direction, fund).orElse(null);
  }

  private static @Nullable Stage stageOf(String rest, DimensionDefaults defaults) {
    String plain = WORDS_WITHOUT_STAGE.matcher(rest).replaceAll("");
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

  private static @Nullable Integer yearOf(String title, DimensionDefaults defaults) {
    List<YearFinder.YearInText> years =
        YearFinder.findYears(title).stream().filter(y -> !y.isPartOfDate()).toList();
    return years.isEmpty() ? defaults.year() : Integer.valueOf(years.getLast().year());
  }
}
