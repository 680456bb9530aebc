package org.mingzhang.fact.cell;

import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.mingzhang.account.Account;
import org.mingzhang.account.AccountName;
import org.mingzhang.account.ChartOfAccounts;
import org.mingzhang.model.Fund;
import org.mingzhang.model.Stage;
import org.mingzhang.statement.token.PerimeterWordFinder;
import org.mingzhang.text.PatternTable;

/**
 * Reads the header of a column level by level from the top; each level narrows the meaning of those
 * above. If the chart does not have a level, the meaning is {@link
 * HeaderMeaning.Kind#UNLISTED_PART}, because the amounts may be parts of any account. Columns must
 * be read from left to right: 其中 means a part of the account in the column before. One instance per
 * table.
 */
final class ColumnHeaderReader {
  private static final PatternTable PATTERNS =
      PatternTable.readForPackageOf(ColumnHeaderReader.class);
  private static final Pattern NON_AMOUNT_HEADER = PATTERNS.get("no-amount");

  private static final Pattern NEUTRAL_WORDS = PATTERNS.get("neutral");
  private static final Pattern SPENT_OF_TOTAL = PATTERNS.get("spent-of-total");

  private final ChartOfAccounts chart;
  private final @Nullable Integer year;
  private final @Nullable Account tableTotal;

  /**
   * The account of the last column whose header does not start with 其中; columns that do are its
   * parts.
   */
  private @Nullable Account lastWholeAccount;

  /**
   * Creates a reader for one table.
   *
   * @param year fiscal year of the document, or null
   * @param tableTotal account of the total of the table, or null
   */
  ColumnHeaderReader(ChartOfAccounts chart, @Nullable Integer year, @Nullable Account tableTotal) {
    this.chart = chart;
    this.year = year;
    this.tableTotal = tableTotal;
  }

  /**
   * The meaning of a whole header, whose levels are separated by {@code /}, the uppermost first.
   */
  HeaderMeaning read(String head) {
    HeaderMeaning meaning = readLevels(head);
    if (!LabelNormalizer.startsWithOfWhich(head.substring(head.lastIndexOf('/') + 1))) {
      lastWholeAccount = meaning.account();
    }
    return meaning;
  }

  private HeaderMeaning readLevels(String head) {
    HeaderMeaning meaning = HeaderMeaning.UNRESTRICTED;
    for (String level : head.split("/", -1)) {
      String name = LabelNormalizer.stripNumeralsUnitsAndFormulas(level);
      HeaderMeaning next =
          readLevel(
              chart == ChartOfAccounts.governments()
                  ? PerimeterWordFinder.splitPrefix(name).rest()
                  : name,
              meaning.account() == null && LabelNormalizer.startsWithOfWhich(level)
                  ? lastWholeAccount
                  : meaning.account());
      meaning = combineLevels(meaning, next);
      if (meaning.kind() == HeaderMeaning.Kind.SKIPPED
          || meaning.kind() == HeaderMeaning.Kind.UNLISTED_PART) {
        return meaning;
      }
    }
    return meaning;
  }

  /**
   * Combines the meanings of two levels. If both name accounts, the account of the lower level must
   * be a part of the account of the upper level, or of the account before the fund of the upper
   * level narrowed it.
   */
  private HeaderMeaning combineLevels(HeaderMeaning above, HeaderMeaning below) {
    if (below.kind() == HeaderMeaning.Kind.SKIPPED
        || below.kind() == HeaderMeaning.Kind.UNLISTED_PART) {
      return below;
    }
    Account one = above.account();
    Account other = below.account();
    Fund aboveFund = above.fund();
    if (one != null && other != null && !chart.isWithin(other, one)) {
      if (!isPartOfUnnarrowedAccount(one, other)) {
        return HeaderMeaning.ofUnlistedPart(below.name());
      }
      aboveFund = FundHierarchy.narrowerFund(aboveFund, one.ownFund());
    }
    Account account = other == null ? one : other;
    Fund fund = FundHierarchy.narrowerFund(aboveFund, below.fund());
    if (fund == null && aboveFund != null) {
      return HeaderMeaning.ofUnlistedPart(below.name());
    }
    String item = below.item() == null ? above.item() : below.item();
    HeaderMeaning joined =
        account != null
            ? HeaderMeaning.ofAccount(account, null, null)
            : item == null ? HeaderMeaning.UNRESTRICTED : HeaderMeaning.ofItem(null, item, null);
    return joined
        .withFund(fund)
        .withStage(below.stage() == null ? above.stage() : below.stage())
        .withYear(below.year() == null ? above.year() : below.year());
  }

  /**
   * Whether an account is a part of the account that {@code narrowed} was before a fund narrowed
   * it: 基本支出 is a part of 本年支出合计, which 一般公共预算 narrows to 一般公共预算财政拨款支出.
   */
  private boolean isPartOfUnnarrowedAccount(Account narrowed, Account part) {
    Account whole = narrowed;
    while (whole != null && !chart.isWithin(part, whole)) {
      whole = parentOf(whole).orElse(null);
    }
    return whole != null
        && narrowed.ownFund() != null
        && chart.narrowToFund(whole, narrowed.ownFund()).equals(narrowed);
  }

  private HeaderMeaning readLevel(String level, @Nullable Account above) {
    Optional<HeaderMeaning> group = findStageBesideNeutralWords(level);
    if (group.isPresent()) {
      return group.get();
    }
    Fund alone = ChartOfAccounts.findFund(level).orElse(null);
    if (alone != null) {
      return HeaderMeaning.UNRESTRICTED.withFund(alone);
    }
    Optional<AccountName> whole = findAccount(level, above);
    if (whole.isPresent()) {
      return meaningOf(whole.get());
    }
    LabelNormalizer.DatedLabel datedLabel = LabelNormalizer.splitYear(level, year);
    String rest = datedLabel.rest();
    if (LabelNormalizer.isTotalLabel(rest)
        || NEUTRAL_WORDS.matcher(rest).matches()
        || (tableTotal != null && SPENT_OF_TOTAL.matcher(tableTotal.name() + "/" + rest).find())) {
      return HeaderMeaning.UNRESTRICTED.withYear(datedLabel.year());
    }
    Stage stage = ChartOfAccounts.findStage(rest).orElse(null);
    if (stage != null) {
      return HeaderMeaning.UNRESTRICTED.withStage(stage).withYear(datedLabel.year());
    }
    Fund fund = ChartOfAccounts.findFund(rest).orElse(null);
    if (fund != null) {
      return HeaderMeaning.UNRESTRICTED.withFund(fund).withYear(datedLabel.year());
    }
    if (NON_AMOUNT_HEADER.matcher(rest).matches()) {
      return HeaderMeaning.SKIPPED;
    }
    return findAccount(rest, above)
        .map(ColumnHeaderReader::meaningOf)
        .or(() -> findStageBesideNeutralWords(rest))
        .map(m -> m.withYear(datedLabel.year()))
        .or(() -> LabelNormalizer.findInsuranceItem(chart, rest))
        .orElse(HeaderMeaning.ofUnlistedPart(level));
  }

  /**
   * The meaning of a level that names a stage of the budget beside words that say nothing about the
   * column: 收入预算 above 财政拨款收入, or 预算数合计. Empty for other levels.
   */
  private static Optional<HeaderMeaning> findStageBesideNeutralWords(String rest) {
    for (int at = 2; at <= rest.length() - 2; at++) {
      String before = rest.substring(0, at);
      String after = rest.substring(at);
      boolean stageFirst =
          LabelNormalizer.isTotalLabel(after) || NEUTRAL_WORDS.matcher(after).matches();
      Optional<Stage> stage =
          NEUTRAL_WORDS.matcher(before).matches()
              ? ChartOfAccounts.findStage(after)
              : stageFirst ? ChartOfAccounts.findStage(before) : Optional.empty();
      if (stage.isPresent()) {
        return Optional.of(HeaderMeaning.UNRESTRICTED.withStage(stage.get()));
      }
    }
    return Optional.empty();
  }

  private Optional<AccountName> findAccount(String name, @Nullable Account above) {
    Account parent = above == null ? tableTotal : above;
    return Stream.of(
            Optional.ofNullable(parent), Optional.ofNullable(parent).flatMap(this::parentOf))
        .flatMap(whole -> whole.flatMap(w -> chart.findBelow(w, name)).stream())
        .findFirst()
        .or(() -> chart.find(name))
        .or(() -> chart.find(LabelNormalizer.stripThisYear(name)))
        .or(() -> chart.find(LabelNormalizer.stripSubtotal(name)));
  }

  private Optional<Account> parentOf(Account account) {
    return account.parent().flatMap(chart::findAccount);
  }

  private static HeaderMeaning meaningOf(AccountName name) {
    return name.item() == null
        ? HeaderMeaning.ofAccount(name.account(), name.fund(), name.stage())
        : HeaderMeaning.ofUnlistedPart(name.item());
  }
}
