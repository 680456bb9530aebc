package org.mingzhang.web.compare;

import java.math.BigDecimal;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.mingzhang.web.address.BadParameterException;
import org.mingzhang.web.address.QueryString;
import org.mingzhang.web.address.RequestParameters;

/**
 * Filter of rows by their change against the year before.
 *
 * @param direction direction of the change
 * @param by the change is larger than this; zero for any change
 * @param unit whether {@code by} is percent or 万元
 * @param year year whose change is shown, null for the latest possible year
 */
public record ChangeFilter(Direction direction, BigDecimal by, Unit unit, @Nullable Integer year) {
  /** A filter that accepts all rows. */
  static final ChangeFilter ANY =
      new ChangeFilter(Direction.ANY, BigDecimal.ZERO, Unit.PERCENT, null);

  /** The direction of the changes that pass. */
  public enum Direction {
    /** All rows, including rows without a change. */
    ANY,
    ROSE,
    FELL;

    /** Name used in addresses and for texts. */
    public String id() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** Whether the limit of the change is a percentage or an amount in 万元. */
  public enum Unit {
    PERCENT,
    WAN;

    /** Name used in addresses and for texts. */
    public String id() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  static ChangeFilter decode(RequestParameters parameters) {
    String minimum = parameters.text("by", "0").strip();
    if (!minimum.matches("\\d{1,12}(\\.\\d{1,4})?")) {
      throw new BadParameterException("by", minimum, "0 – 999999999999");
    }
    return new ChangeFilter(
        parameters.enumConstant("moved", Direction.ANY),
        new BigDecimal(minimum),
        parameters.enumConstant("in", Unit.PERCENT),
        parameters.text("moved_in") == null
            ? null
            : parameters.positiveInt("moved_in", 2000, 9999));
  }

  void addTo(QueryString query) {
    boolean some = direction != Direction.ANY;
    query
        .add("moved", some ? direction.id() : null)
        .add("by", by.signum() == 0 ? null : by.toPlainString())
        .add("in", unit == Unit.PERCENT ? null : unit.id())
        .add("moved_in", year);
  }

  /** Whether the filter excludes any rows. */
  boolean isActive() {
    return direction != Direction.ANY;
  }

  /** Whether a row with this change passes; null stands for a row without a change. */
  boolean accepts(@Nullable YearChange change) {
    if (!isActive()) {
      return true;
    }
    BigDecimal moved = change == null ? null : comparedNumber(change);
    return moved != null
        && (direction == Direction.ROSE
            ? moved.signum() > 0 && moved.compareTo(by) > 0
            : moved.signum() < 0 && moved.negate().compareTo(by) > 0);
  }

  /**
   * Whether it can be decided if a row passes. It cannot be decided without a change or if the
   * change is stated in another unit than the filter, except for {@link #ANY}.
   */
  boolean canDecide(@Nullable YearChange change) {
    return !isActive() || (change != null && comparedNumber(change) != null);
  }

  /**
   * The number that is compared with {@code by}: the sign if any change passes, otherwise the
   * change in the unit of the filter; null if it is not known in that unit. A change from zero is
   * larger than any rate.
   */
  private @Nullable BigDecimal comparedNumber(YearChange change) {
    BigDecimal sign = BigDecimal.valueOf(change.sign());
    if (by.signum() == 0) {
      return sign;
    }
    BigDecimal yuan = change.yuan();
    BigDecimal number =
        unit == Unit.PERCENT ? change.percent() : yuan == null ? null : yuan.movePointLeft(4);
    boolean withoutRate = number == null && (change.isComputed() || sign.signum() == 0);
    return withoutRate ? by.add(BigDecimal.ONE).multiply(sign) : number;
  }

  ChangeFilter withYear(@Nullable Integer other) {
    return new ChangeFilter(direction, by, unit, other);
  }
}
