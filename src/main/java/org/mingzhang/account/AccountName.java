package org.mingzhang.account;

import org.jspecify.annotations.Nullable;
import org.mingzhang.model.Fund;
import org.mingzhang.model.Stage;

/**
 * What a printed name stands for: an account, and the dimensions that a compound name fixes with
 * it. 一般公共预算财政拨款基本支出 is 基本支出 of the fund 一般公共预算.
 *
 * @param account the account
 * @param fund fund that the name fixes, or null
 * @param stage stage that the name fixes, or null
 */
public record AccountName(Account account, @Nullable Fund fund, @Nullable Stage stage) {}
