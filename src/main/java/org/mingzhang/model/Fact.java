package org.mingzhang.model;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A value that a document states for an account in a context, with every location that states it. A
 * fact that is stated five times is one fact with five locations; if it is stated with two values,
 * there is one fact for each value, and both are disputed. Follows facts, concepts and contexts of
 * XBRL 2.1.
 *
 * @param account name of the account in the chart, or the normalized printed name of an open
 *     account
 * @param context dimensions of the value: item, stage, fund, year and others
 * @param kind what the value measures
 * @param value 元 for amounts, changes (signed) and amounts per head; percent for rates (signed) and
 *     shares; a number of {@code unit} for counts
 * @param printed the number as printed at the most exact of the locations, with thousands
 *     separators, or the words that state a value of zero (持平); other locations may print it with
 *     another unit and fewer digits
 * @param unit unit of {@code printed}: 元, 万元, 亿元, %, 辆 …; 元 for words without a unit
 * @param reference what a change, rate or share refers to; null for other kinds
 * @param disputed whether another location gives another value for the same account, context and
 *     kind
 * @param locations the locations that state it, at least one: cells of data tables, then budget
 *     lines of performance forms, then prose, each in reading order
 */
public record Fact(
    String account,
    FactContext context,
    Kind kind,
    BigDecimal value,
    String printed,
    String unit,
    @Nullable ReferenceAmount reference,
    boolean disputed,
    List<FactLocation> locations) {

  private static final Pattern WITH_NUMBER = Pattern.compile("[\\p{Nd}〇零一二三四五六七八九十百千万亿两元]");

  /** Makes an immutable copy of the locations and checks that there is at least one. */
  public Fact {
    locations = List.copyOf(locations);
    if (locations.isEmpty()) {
      throw new IllegalArgumentException("fact without a place: " + account);
    }
  }

  /** The unit; null if the document states the value in words without a unit: 持平. */
  public @Nullable String printedUnit() {
    return WITH_NUMBER.matcher(printed).find() || !unit.equals("元") ? unit : null;
  }

  /** Whether the fact is about the agency or region as a whole, with a known stage and year. */
  public boolean isHeadline() {
    return context.item() == null && context.stage() != null && context.year() != null;
  }

  /**
   * Creates an undisputed amount that is stated at one location.
   *
   * @param value the amount in 元
   * @param printed the number as printed
   * @param unit unit of the printed number
   */
  public static Fact amount(
      String account,
      FactContext context,
      BigDecimal value,
      String printed,
      String unit,
      FactLocation location) {
    return new Fact(
        account, context, Kind.AMOUNT, value, printed, unit, null, false, List.of(location));
  }

  /** A copy with another account. */
  public Fact withAccount(String other) {
    return new Fact(other, context, kind, value, printed, unit, reference, disputed, locations);
  }

  /** A copy in another context. */
  public Fact withContext(FactContext other) {
    return new Fact(account, other, kind, value, printed, unit, reference, disputed, locations);
  }

  /**
   * A copy with other locations.
   *
   * @param other at least one, in the order of {@link #locations()}
   */
  public Fact withLocations(List<FactLocation> other) {
    return new Fact(account, context, kind, value, printed, unit, reference, disputed, other);
  }

  /** A copy marked as disputed or not. */
  public Fact withDisputed(boolean isDisputed) {
    return new Fact(account, context, kind, value, printed, unit, reference, isDisputed, locations);
  }

  /**
   * What the value of a fact is: an amount, a change, a rate, a share, a number of things or an
   * amount per head.
   */
  public enum Kind {
    AMOUNT("amount"),
    CHANGE("change"),
    RATE("rate"),
    SHARE("share"),
    COUNT("count"),
    PER_HEAD("per-head");

    private final String id;

    Kind(String id) {
      this.id = id;
    }

    /** Name in the record format. */
    public String id() {
      return id;
    }

    /** Name of the field of a value of this kind in the record format, which tells its unit. */
    public String valueFieldName() {
      return switch (this) {
        case AMOUNT, CHANGE, PER_HEAD -> "yuan";
        case RATE, SHARE -> "percent";
        case COUNT -> "value";
      };
    }

    /** The kind with this name in the record format; empty if there is none. */
    public static Optional<Kind> ofId(String id) {
      return Arrays.stream(values()).filter(k -> k.id.equals(id)).findFirst();
    }
  }

  /** What kind of rate a fact is: a change, a share or a completion rate. */
  public enum RateKind {
    CHANGE("change"),
    COMPLETION("completion"),
    SHARE("share");

    private final String id;

    RateKind(String id) {
      this.id = id;
    }

    /** Name in the record format. */
    public String id() {
      return id;
    }

    /** The kind of rate with this name in the record format; empty if there is none. */
    public static Optional<RateKind> ofId(String id) {
      return Arrays.stream(values()).filter(k -> k.id.equals(id)).findFirst();
    }
  }

  /**
   * What a change, rate or share is measured against.
   *
   * @param rateOf kind of a rate; null for a change
   * @param stage stage compared with, or null if not stated
   * @param year year compared with, or null if not stated
   * @param whole account that a share is a part of; null for others
   */
  public record ReferenceAmount(
      @Nullable RateKind rateOf,
      @Nullable Stage stage,
      @Nullable Integer year,
      @Nullable String whole) {}
}
