package org.mingzhang.account;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.mingzhang.model.Fund;

/**
 * An account of a chart of accounts, for example 基本支出 or 三公经费. Item, fund, stage and year are not
 * part of an account; they are dimensions of a fact.
 *
 * @param name Chinese name, which identifies the account
 * @param english English name
 * @param parentName name of the account of which this one is a part, or null
 * @param nature whether its values are flows, balances or counts
 * @param ownFund fund of its amounts where the document names none, or null
 */
public record Account(
    String name,
    String english,
    @Nullable String parentName,
    Nature nature,
    @Nullable Fund ownFund) {

  /** Name of the account of which this one is a part; empty at the top of the chart. */
  public Optional<String> parent() {
    return Optional.ofNullable(parentName);
  }

  /** Fund of its amounts where the document names none; empty if the account has none. */
  public Optional<Fund> fund() {
    return Optional.ofNullable(ownFund);
  }

  /** Kind of value that an account holds. */
  public enum Nature {
    /** Revenue or expenditure of a year. */
    FLOW,
    /** An amount at a point in time. */
    BALANCE,
    /** A number of things or people. */
    COUNT
  }
}
