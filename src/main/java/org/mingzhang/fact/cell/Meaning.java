package org.mingzhang.fact.cell;

import org.jspecify.annotations.Nullable;
import org.mingzhang.account.Account;
import org.mingzhang.model.Fund;
import org.mingzhang.model.Stage;

/**
 * What a column's head or a row's label says of the amounts below or beside it. A slot it does not
 * fill is null.
 *
 * @param kind what it is
 * @param account account it names
 * @param fund fund it names
 * @param stage stage it names
 * @param year year it names
 * @param item item it names
 * @param code code of the item
 * @param name its own words where the chart does not know them
 */
record Meaning(
    Kind kind,
    @Nullable Account account,
    @Nullable Fund fund,
    @Nullable Stage stage,
    @Nullable Integer year,
    @Nullable String item,
    @Nullable String code,
    String name) {

  /** A head or label that restricts nothing. */
  static final Meaning WHOLE = of(Kind.TOTAL);

  /** A head or label whose amounts are not read. */
  static final Meaning SKIPPED = of(Kind.SKIPPED);

  /** What a head or label is. */
  enum Kind {
    /** It restricts nothing but what its slots say: 合计, 预算数. */
    TOTAL,
    /** It names an account. */
    ACCOUNT,
    /** It names an item of the table's account. */
    ITEM,
    /** It restricts in a way that the chart does not know. */
    OPEN,
    /** Its amounts are no amounts of money, or of what cannot be told. */
    SKIPPED
  }

  private static Meaning of(Kind kind) {
    return new Meaning(kind, null, null, null, null, null, null, "");
  }

  static Meaning account(Account account, @Nullable Fund fund, @Nullable Stage stage) {
    return new Meaning(Kind.ACCOUNT, account, fund, stage, null, null, null, "");
  }

  static Meaning item(@Nullable Account account, String item, @Nullable String code) {
    return new Meaning(Kind.ITEM, account, null, null, null, item, code, "");
  }

  static Meaning open(String name) {
    return new Meaning(Kind.OPEN, null, null, null, null, null, null, name);
  }

  Meaning withFund(@Nullable Fund other) {
    return new Meaning(kind, account, other, stage, year, item, code, name);
  }

  Meaning withStage(@Nullable Stage other) {
    return new Meaning(kind, account, fund, other, year, item, code, name);
  }

  Meaning withYear(@Nullable Integer other) {
    return new Meaning(kind, account, fund, stage, other, item, code, name);
  }
}
