package org.mingzhang.fact.cell;

import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.mingzhang.account.Account;
import org.mingzhang.account.AccountName;
import org.mingzhang.account.BudgetClassification;
import org.mingzhang.account.ChartOfAccounts;
import org.mingzhang.model.Fund;
import org.mingzhang.model.Stage;
import org.mingzhang.statement.token.PerimeterWordFinder;
import org.mingzhang.text.PatternTable;

/**
 * Reads the row labels of one block of a table. Rows must be read in order, since the meaning of a
 * label depends on the rows above: a row that names only a fund is a part of the account above it.
 * One instance per block; not thread-safe.
 */
final class RowLabelReader {
  private static final Pattern CLASSIFICATION_CODE = Pattern.compile("[235]\\d{2}(?:\\d{2}){0,2}");
  private static final PatternTable PATTERNS = PatternTable.readForPackageOf(RowLabelReader.class);
  private static final Pattern LABEL_WITHOUT_ANNUAL_AMOUNTS =
      PATTERNS.get("label-without-annual-amounts");
  private static final Pattern COUNT_UNIT_SUFFIX = PATTERNS.get("counted");
  private static final Pattern FLOW_SUM = PATTERNS.get("sum");
  private static final Pattern SIDE_TOTAL = PATTERNS.get("side-total");
  private static final Pattern BARE_CARRYOVER = PATTERNS.get("bare-carryover");
  private static final Pattern OF_YEAR_PREFIX = PATTERNS.get("sum-of-year");
  private static final Pattern FLOW_OF_YEAR = PATTERNS.get("flow-of-year");
  private static final Pattern PLACE_OR_LEVEL_NAME = PATTERNS.get("place");
  private static final String FIRST_PART_NUMERAL = "(一)";

  private final DimensionDefaults defaults;
  private final TableSubject subject;
  private final List<@Nullable String> codes;
  private final @Nullable FlowDirection direction;
  private final boolean hasGrandTotal;
  private final boolean isSideUnknown;

  /** The account of a preceding row, of which rows that name only a fund are parts. */
  private @Nullable Account accountAbove;

  /** The account of the last row with a numeral of the first level (一、), or null. */
  private @Nullable Account firstLevelAccount;

  /** Whether the current row is the first part of the row above it: （一）. */
  private boolean isFirstPart;

  /**
   * Whether the account of the preceding rows is project expenditure, so that labels are names of
   * projects.
   */
  private boolean rowsAreProjects;

  /**
   * Creates a reader for a block.
   *
   * @param direction side of the block, or null if it has none
   * @param block the block
   */
  RowLabelReader(
      DimensionDefaults defaults,
      TableSubject subject,
      @Nullable FlowDirection direction,
      LabeledColumnBlock block) {
    this.defaults = defaults;
    this.subject = subject;
    this.codes = block.codes();
    this.direction = direction;
    this.isSideUnknown =
        direction == null
            && subject.form().rowMeaning() == TableForm.RowMeaning.SIDES
            && !block.isCoded();
    this.hasGrandTotal =
        block.labels().stream()
            .map(LabelNormalizer::stripNumeralsUnitsAndFormulas)
            .anyMatch(l -> l.endsWith("总计"));
  }

  /**
   * Reads the meaning of the label of the next row.
   *
   * @param code code beside the label, or null
   */
  HeaderMeaning read(String printedLabel, @Nullable String code) {
    String bare =
        COUNT_UNIT_SUFFIX
            .matcher(LabelNormalizer.stripNumeralsUnitsAndFormulas(printedLabel))
            .replaceFirst("");
    if (LABEL_WITHOUT_ANNUAL_AMOUNTS.matcher(bare).matches()) {
      return HeaderMeaning.SKIPPED;
    }
    String label = ChartOfAccounts.normalize(printedLabel);
    boolean isFirstLevel = TableLineFactory.numeralLevel(label) == 1;
    if (isFirstLevel) {
      rowsAreProjects = false;
    }
    isFirstPart = label.startsWith(FIRST_PART_NUMERAL);
    HeaderMeaning meaning = meaningOf(printedLabel, bare, code);
    firstLevelAccount = isFirstLevel ? meaning.account() : firstLevelAccount;
    return meaning;
  }

  private HeaderMeaning meaningOf(
      String printedLabel, String normalizedLabel, @Nullable String code) {
    if (LabelNormalizer.isTotalLabel(normalizedLabel)
        || (defaults.isGovernmentDocument()
            && (FLOW_SUM.matcher(normalizedLabel).matches()
                || (isSideUnknown && FLOW_OF_YEAR.matcher(normalizedLabel).matches())))) {
      return LabelNormalizer.isSubtotalLabel(normalizedLabel)
          ? HeaderMeaning.SKIPPED
          : meaningOfTotal(normalizedLabel);
    }
    if (code != null && CLASSIFICATION_CODE.matcher(code).matches()) {
      return HeaderMeaning.ofItem(
          null, normalizedLabel, namesPartOfItem(normalizedLabel, code) ? null : code);
    }
    return meaningOfNamedRow(printedLabel, normalizedLabel);
  }

  /** Whether a label beside the code of an item names a project or a purchase of this item. */
  private boolean namesPartOfItem(String label, String code) {
    return (isProjectTable()
            || (subject.form().rowMeaning() == TableForm.RowMeaning.ACCOUNTS
                && Collections.frequency(codes, code) > 1))
        && BudgetClassification.functional().findByName(label).isEmpty()
        && BudgetClassification.economic().findByName(label).isEmpty();
  }

  private HeaderMeaning meaningOfTotal(String normalizedLabel) {
    FlowDirection flow = isSideUnknown ? FlowDirection.find(normalizedLabel) : direction;
    if (flow == null) {
      return isSideUnknown && !defaults.isGovernmentDocument()
          ? HeaderMeaning.SKIPPED
          : HeaderMeaning.UNRESTRICTED;
    }
    Optional<Account> account =
        isSideUnknown
                || OF_YEAR_PREFIX.matcher(normalizedLabel).find()
                || (hasGrandTotal && !normalizedLabel.startsWith("总"))
            ? defaults.roles().findCurrentYearTotal(flow, subject.fund())
            : defaults.roles().findTotal(flow);
    return account.map(a -> HeaderMeaning.ofAccount(a, null, null)).orElse(HeaderMeaning.SKIPPED);
  }

  private HeaderMeaning meaningOfNamedRow(String printedLabel, String normalizedLabel) {
    LabelNormalizer.DatedLabel datedLabel =
        LabelNormalizer.splitYear(normalizedLabel, defaults.year());
    Stage stage = ChartOfAccounts.findStage(datedLabel.rest()).orElse(null);
    if (stage != null) {
      return HeaderMeaning.UNRESTRICTED.withStage(stage).withYear(datedLabel.year());
    }
    String name = datedLabel.rest();
    if (name.isEmpty()) {
      return HeaderMeaning.UNRESTRICTED.withYear(datedLabel.year());
    }
    Fund fund = ChartOfAccounts.findFund(name).orElse(null);
    if (fund != null
        && (LabelNormalizer.startsWithOfWhich(printedLabel) || isBelowBalanceAccount())
        && accountAbove != null) {
      return HeaderMeaning.ofAccount(accountAbove, fund, null).withYear(datedLabel.year());
    }
    String own =
        defaults.isGovernmentDocument()
            ? PerimeterWordFinder.splitPrefix(name).rest()
            : LabelNormalizer.stripOwner(name);
    if (own.isEmpty() || LabelNormalizer.isTotalLabel(own)) {
      // A label of only a perimeter or a total names no account: 市本级, 全市合计.
      return HeaderMeaning.UNRESTRICTED.withYear(datedLabel.year());
    }
    String summed = LabelNormalizer.stripSubtotal(own);
    Optional<HeaderMeaning> existing =
        findItem(name)
            .or(() -> findAccount(name))
            .or(() -> meaningOfFund(fund))
            .or(() -> findAccount(own))
            .or(() -> findAccount(BARE_CARRYOVER.matcher(own).replaceFirst("$0和结余")))
            .or(() -> findAccount(summed))
            .or(() -> LabelNormalizer.findInsuranceItem(defaults.chart(), own));
    if (existing.isEmpty() && !summed.equals(own) && isProjectTable()) {
      // The subtotal of a body repeats the projects above it: 局机关小计.
      return HeaderMeaning.SKIPPED;
    }
    return existing.orElseGet(() -> meaningOfUnlistedName(own)).withYear(datedLabel.year());
  }

  private boolean isBelowBalanceAccount() {
    return accountAbove != null && accountAbove.nature() == Account.Nature.BALANCE;
  }

  /** Finds an item of a classification by its name, if rows of the table may be such items. */
  private Optional<HeaderMeaning> findItem(String name) {
    if (defaults.isGovernmentDocument() && defaults.chart().findAccount(name).isPresent()) {
      return Optional.empty();
    }
    if (direction == FlowDirection.EXPENDITURE || subject.total() != null) {
      for (BudgetClassification.Entry entry : BudgetClassification.functional().findByName(name)) {
        if (entry.level() == 1 && !isProjectTable()) {
          return Optional.of(HeaderMeaning.ofItem(null, name, entry.code()));
        }
      }
    }
    return hasEconomicItems()
        ? BudgetClassification.economic().findByName(name).stream()
            .findFirst()
            .map(e -> HeaderMeaning.ofItem(null, name, e.code()))
        : Optional.empty();
  }

  /**
   * Whether the total of the table consists of economic items: basic expenditure or operating
   * costs.
   */
  private boolean hasEconomicItems() {
    Account total = subject.total();
    return total != null
        && (total.equals(defaults.roles().findAccount("basic").orElse(null))
            || (!defaults.roles().isSideTotal(total) && !defaults.chart().hasParts(total)));
  }

  /**
   * Whether an account such as 支出合计 means the total of the table, because the table covers only a
   * part of the side.
   */
  private boolean isTableTotal(Account account) {
    return direction == null
        && subject.total() != null
        && !defaults.isGovernmentDocument()
        && defaults.roles().isSideTotal(account)
        && !defaults.roles().isSideTotal(subject.total());
  }

  private boolean isProjectTable() {
    return subject.form().rowMeaning() == TableForm.RowMeaning.PROJECTS;
  }

  private Optional<HeaderMeaning> findAccount(String name) {
    Account total = subject.total();
    Optional<AccountName> below =
        total == null || isProjectTable()
            ? Optional.empty()
            : defaults.chart().findBelow(total, name);
    Optional<AccountName> found =
        below.isPresent() || accountAbove == null || isProjectTable()
            ? below
            : defaults.chart().findBelow(accountAbove, name);
    return found
        .or(() -> isProjectTable() ? Optional.empty() : defaults.chart().find(name))
        .flatMap(
            n ->
                isFundTotalDistinctFromSideTotal(n, name)
                    ? Optional.of(HeaderMeaning.ofUnlistedPart(name))
                    : meaningOf(n));
  }

  /**
   * Whether a name of a fund and a total does not mean the total of the side: 一般公共预算总收入 of a
   * government includes revenue handed up to higher levels, but no transfers received.
   */
  private boolean isFundTotalDistinctFromSideTotal(AccountName found, String name) {
    return defaults.isGovernmentDocument()
        && found.fund() != null
        && defaults.roles().isSideTotal(found.account())
        && !SIDE_TOTAL.matcher(name).find();
  }

  private Optional<HeaderMeaning> meaningOf(AccountName name) {
    if (name.item() != null) {
      return Optional.of(
          HeaderMeaning.ofItem(name.account(), name.item(), name.code()).withFund(name.fund()));
    }
    if (isTableTotal(name.account())) {
      // The total among the parts of a numbered account is that of the account: 一、“三公”经费支出,
      // （一）支出合计.
      Account whole = isFirstPart ? firstLevelAccount : null;
      HeaderMeaning meaning =
          whole == null || !whole.equals(subject.total())
              ? HeaderMeaning.UNRESTRICTED
              : HeaderMeaning.ofAccount(whole, null, null);
      return Optional.of(meaning.withFund(name.fund()).withStage(name.stage()));
    }
    if (!mayBeOnSideOfBlock(name.account())) {
      return name.fundOrAccountFund() == null
          ? Optional.empty()
          : meaningOfFund(name.fundOrAccountFund());
    }
    if (name.fund() == null || name.account().nature() == Account.Nature.BALANCE) {
      accountAbove = name.account();
    }
    rowsAreProjects = name.account().equals(defaults.roles().findAccount("projects").orElse(null));
    return Optional.of(HeaderMeaning.ofAccount(name.account(), name.fund(), name.stage()));
  }

  /**
   * Whether an account may be in the block that is read: it is no account of the opposite side of
   * revenue or expenditure. On the side of expenditure, 财政拨款 is a fund.
   */
  private boolean mayBeOnSideOfBlock(Account account) {
    return direction == null || !defaults.isOnSide(account, direction.opposite());
  }

  /**
   * The meaning of a label that names only a fund: the sum of the side, or a part of the account
   * above.
   */
  private Optional<HeaderMeaning> meaningOfFund(@Nullable Fund fund) {
    if (fund == null || isProjectTable()) {
      return Optional.empty();
    }
    Optional<Account> account =
        direction == null
            ? Optional.ofNullable(subject.total())
            : isBelowBalanceAccount()
                ? Optional.ofNullable(accountAbove)
                : defaults.roles().findCurrentYearTotal(direction, fund);
    return account.map(a -> HeaderMeaning.ofAccount(a, fund, null));
  }

  /** The meaning of a label that the chart does not have, by the layout of the table. */
  private HeaderMeaning meaningOfUnlistedName(String name) {
    if (PLACE_OR_LEVEL_NAME.matcher(name).matches()) {
      return HeaderMeaning.ofItem(null, name, null);
    }
    return switch (subject.form().rowMeaning()) {
      case ITEMS, PROJECTS -> HeaderMeaning.ofItem(null, name, null);
      case SIDES ->
          direction == FlowDirection.EXPENDITURE
              ? HeaderMeaning.ofItem(null, name, null)
              : HeaderMeaning.ofUnlistedPart(name);
      default ->
          rowsAreProjects
              ? HeaderMeaning.ofItem(
                  defaults.roles().findAccount("projects").orElse(null), name, null)
              : subject.total() == null && subject.moneyName() == null
                  ? HeaderMeaning.ofUnlistedPart(name)
                  : HeaderMeaning.ofItem(firstLevelAccountOutsideTotal(), name, null);
    };
  }

  /**
   * The account of the last row with a numeral of the first level (一、) if it is no part of the
   * table's total; otherwise null.
   */
  private @Nullable Account firstLevelAccountOutsideTotal() {
    Account total = subject.total();
    Account own = firstLevelAccount;
    return total == null || own == null || defaults.chart().isWithin(own, total) ? null : own;
  }
}
