package org.mingzhang.account;

import org.jspecify.annotations.Nullable;
import org.mingzhang.model.Fund;
import org.mingzhang.model.Stage;

/**
 * The meaning of a printed name: an account, and the other dimensions that a compound name
 * contains. 一般公共预算财政拨款基本支出预算 is 基本支出 of the fund 一般公共预算 at the stage 预算; 教育支出 is the expenditure of
 * the year on the item 教育支出, code 205.
 *
 * @param account the account
 * @param fund fund that the name contains; null if it contains none, even if the account has a fund
 *     of its own
 * @param stage stage that the name contains, or null
 * @param item item that the name contains, or null
 * @param code functional or economic code of the item, or null
 */
public record AccountName(
    Account account,
    @Nullable Fund fund,
    @Nullable Stage stage,
    @Nullable String item,
    @Nullable String code) {

  /**
   * The fund that the name contains or, if it contains none, the fund of the account; null if
   * neither is known.
   */
  public @Nullable Fund fundOrAccountFund() {
    return fund == null ? account.ownFund() : fund;
  }

  AccountName withAccountFundAndStage(
      Account other, @Nullable Fund otherFund, @Nullable Stage otherStage) {
    return new AccountName(other, otherFund, otherStage, item, code);
  }
}
