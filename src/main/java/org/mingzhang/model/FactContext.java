package org.mingzhang.model;

import org.jspecify.annotations.Nullable;

/**
 * The dimensions of a fact other than its account. A dimension that the document does not state is
 * null, which means unknown and is never replaced by a default.
 *
 * @param item budget item, economic item or project; null for the agency or region as a whole
 * @param code functional or economic classification code of the item
 * @param stage stage of the budget cycle; last year's result is {@link Stage#RESULT} of that year
 * @param fund fund that the amount is paid from or belongs to
 * @param perimeter which of the entity's accounts are included
 * @param entity body that the accounts belong to
 * @param year fiscal year of the value
 * @param period part of the year as printed, for example {@code 1-6月}; null for the whole year
 * @param instant {@code 年初} or {@code 年末} for a balance; null for a flow
 * @param basis basis of a comparison as printed, for example {@code 同口径}; null if as reported
 */
public record FactContext(
    @Nullable String item,
    @Nullable String code,
    @Nullable Stage stage,
    @Nullable Fund fund,
    @Nullable Perimeter perimeter,
    @Nullable String entity,
    @Nullable Integer year,
    @Nullable String period,
    @Nullable String instant,
    @Nullable String basis) {

  /** The context of a fact for which the document states no dimension. */
  public static final FactContext UNKNOWN =
      new FactContext(null, null, null, null, null, null, null, null, null, null);

  /** The context of a flow of a whole year as reported. */
  public static FactContext wholeYear(
      @Nullable String item,
      @Nullable String code,
      @Nullable Stage stage,
      @Nullable Fund fund,
      @Nullable Perimeter perimeter,
      @Nullable String entity,
      @Nullable Integer year) {
    return new FactContext(item, code, stage, fund, perimeter, entity, year, null, null, null);
  }

  /** A copy with another item and code. */
  public FactContext withItem(@Nullable String otherItem, @Nullable String otherCode) {
    return new FactContext(
        otherItem, otherCode, stage, fund, perimeter, entity, year, period, instant, basis);
  }

  /** A copy with another stage. */
  public FactContext withStage(@Nullable Stage other) {
    return new FactContext(
        item, code, other, fund, perimeter, entity, year, period, instant, basis);
  }

  /** A copy with another fund. */
  public FactContext withFund(@Nullable Fund other) {
    return new FactContext(
        item, code, stage, other, perimeter, entity, year, period, instant, basis);
  }

  /** A copy with another perimeter and entity. */
  public FactContext withPerimeter(@Nullable Perimeter other, @Nullable String otherEntity) {
    return new FactContext(
        item, code, stage, fund, other, otherEntity, year, period, instant, basis);
  }

  /** A copy with another year. */
  public FactContext withYear(@Nullable Integer other) {
    return new FactContext(
        item, code, stage, fund, perimeter, entity, other, period, instant, basis);
  }

  /** A copy with another part of the year, point in time or basis. */
  public FactContext withTime(
      @Nullable String otherPeriod, @Nullable String otherInstant, @Nullable String otherBasis) {
    return new FactContext(
        item, code, stage, fund, perimeter, entity, year, otherPeriod, otherInstant, otherBasis);
  }
}
