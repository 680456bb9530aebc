package org.mingzhang.fact.cell;

import org.jspecify.annotations.Nullable;
import org.mingzhang.account.Account;
import org.mingzhang.model.Fund;
import org.mingzhang.model.Stage;

/**
 * The account and dimensions that a column header or row label gives to its amounts. A component
 * that it does not give is null.
 *
 * @param kind kind of the header or label
 * @param account the account that it names
 * @param fund fund to which it restricts the amounts
 * @param stage stage to which it restricts the amounts
 * @param year fiscal year to which it restricts the amounts
 * @param item item that it names
 * @param code classification code of the item
 * @param name for {@link Kind#UNLISTED_PART} its own words, otherwise empty
 */
record HeaderMeaning(
    Kind kind,
    @Nullable Account account,
    @Nullable Fund fund,
    @Nullable Stage stage,
    @Nullable Integer year,
    @Nullable String item,
    @Nullable String code,
    String name) {

  /** The meaning of a header or label that does not restrict the meaning of its table. */
  static final HeaderMeaning UNRESTRICTED = of(Kind.TOTAL);

  /** The meaning of a header or label whose cells are no amounts of the agency. */
  static final HeaderMeaning SKIPPED = of(Kind.SKIPPED);

  /** Which part of the meaning of an amount a header or label gives. */
  enum Kind {
    /** Restricts at most fund, stage and year: 合计, 预算数. */
    TOTAL,
    /** Names an account. */
    ACCOUNT,
    /** Names an item of the account of the table. */
    ITEM,
    /** Restricts the account of the table to a part that the chart does not list. */
    UNLISTED_PART,
    /** Has no amounts of money, or amounts that cannot be identified. */
    SKIPPED
  }

  private static HeaderMeaning of(Kind kind) {
    return new HeaderMeaning(kind, null, null, null, null, null, null, "");
  }

  /** The meaning of a header or label that names an account. */
  static HeaderMeaning ofAccount(Account account, @Nullable Fund fund, @Nullable Stage stage) {
    return new HeaderMeaning(Kind.ACCOUNT, account, fund, stage, null, null, null, "");
  }

  /**
   * The meaning of a header or label that names an item.
   *
   * @param account account of the item; null if it is the account of the table
   */
  static HeaderMeaning ofItem(@Nullable Account account, String item, @Nullable String code) {
    return new HeaderMeaning(Kind.ITEM, account, null, null, null, item, code, "");
  }

  /** The meaning of a header or label with words that the chart does not have. */
  static HeaderMeaning ofUnlistedPart(String name) {
    return new HeaderMeaning(Kind.UNLISTED_PART, null, null, null, null, null, null, name);
  }

  HeaderMeaning withFund(@Nullable Fund other) {
    return new HeaderMeaning(kind, account, other, stage, year, item, code, name);
  }

  HeaderMeaning withStage(@Nullable Stage other) {
    return new HeaderMeaning(kind, account, fund, other, year, item, code, name);
  }

  HeaderMeaning withYear(@Nullable Integer other) {
    return new HeaderMeaning(kind, account, fund, stage, other, item, code, name);
  }
}
