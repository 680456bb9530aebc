package org.mingzhang.statement;

import org.jspecify.annotations.Nullable;
import org.mingzhang.model.Stage;

/**
 * Stage of the budget cycle, year, part of the year and basis of comparison of an amount.
 *
 * @param stage stage of the budget cycle, or null
 * @param year fiscal year, or null
 * @param period part of the year as printed, such as 1-6月; null for the whole year
 * @param basis basis of comparison in the wording of the lexicon, such as 同口径 for 可比口径, or null
 */
public record StageAndTime(
    @Nullable Stage stage,
    @Nullable Integer year,
    @Nullable String period,
    @Nullable String basis) {
  /** Value of {@link #basis} for a comparison of amounts as they are, without an adjustment. */
  static final String UNADJUSTED_BASIS = "自然口径";

  /**
   * The part of the year of a phrase that states the whole year, 全年; a phrase that states no part
   * of the year has null.
   */
  public static final String WHOLE_YEAR = "";

  /** Stage and time of an amount for which the text states neither. */
  public static final StageAndTime UNKNOWN = new StageAndTime(null, null, null, null);

  /** Whether the amounts that are compared are adjusted first: 同口径, 剔除, and not 自然口径. */
  public boolean hasAdjustedBasis() {
    return basis != null && !basis.equals(UNADJUSTED_BASIS);
  }

  /** A copy at another stage. */
  public StageAndTime withStage(@Nullable Stage other) {
    return new StageAndTime(other, year, period, basis);
  }

  /** A copy with another year. */
  public StageAndTime withYear(@Nullable Integer other) {
    return new StageAndTime(stage, other, period, basis);
  }

  /** A copy with another part of the year; null or an empty string stands for the whole year. */
  public StageAndTime withPeriod(@Nullable String other) {
    return new StageAndTime(stage, year, WHOLE_YEAR.equals(other) ? null : other, basis);
  }
}
