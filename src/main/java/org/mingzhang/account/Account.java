package org.mingzhang.account;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.mingzhang.model.Fund;

/**
 * A measure of the chart, for example 基本支出 or 三公经费. Item, fund, stage and year are no part of it:
 * they are dimensions of a fact.
 *
 * @param name Chinese name, the account's identity
 * @param english English name
 * @param parentName name of the account it is a part of, or null
 * @param nature whether amounts are of a year or of a point in time
 * @param ownFund fund that its amounts belong to where nothing else is said, or null
 */
public record Account(
    String name,
    String english,
    @Nullable String parentName,
    Nature nature,
    @Nullable Fund ownFund) {

  /** Name of the account it is a part of. */
  public Optional<String> parent() {
    return Optional.ofNullable(parentName);
  }

  /** Fund that its amounts belong to where nothing else is said. */
  public Optional<Fund> fund() {
    return Optional.ofNullable(ownFund);
  }

  /** What an account's amounts measure. */
  public enum Nature {
    /** What comes in or goes out in a year. */
    FLOW,
    /** What is there at a point in time. */
    BALANCE,
    /** A number of things or people. */
    COUNT
  }
}
