package org.mingzhang.audit.sentence;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.mingzhang.audit.check.Passage;
import org.mingzhang.audit.check.Reading;
import org.mingzhang.audit.check.Tolerance;
import org.mingzhang.text.Amount;
import org.mingzhang.text.Rate;

/**
 * A sentence that compares an amount with another year or a budget: {@code 与2023年度相比，收、支总计各减少
 * 77.76万元，下降14.3%}.
 *
 * @param passage its paragraph
 * @param from place at which the comparison begins
 * @param to place behind its last number
 * @param current the amount compared, or null where it cannot be told
 * @param others further amounts that may be the one compared, in the unit of the change
 * @param previous the amount compared with where it is printed, or null
 * @param change the difference, without sign
 * @param up whether the words say that it grew
 * @param rate the rate, or null where none is printed
 * @param rateUp whether the words of the rate say growth
 */
record ChangeStatement(
    Passage passage,
    int from,
    int to,
    @Nullable Amount current,
    List<BigDecimal> others,
    @Nullable Amount previous,
    Amount change,
    boolean up,
    @Nullable Rate rate,
    boolean rateUp) {

  /** The comparisons of a document. */
  record All(List<ChangeStatement> statements) {
    static All of(Reading reading) {
      return new All(
          reading.passages().stream()
              .flatMap(p -> new ChangeReader(p, reading).find().stream())
              .toList());
    }
  }

  /** The comparisons of a document, in reading order. */
  static List<ChangeStatement> all(Reading reading) {
    return reading.derived(All.class, All::of).statements();
  }

  /** The amount compared with: current ∓ change; null where the amount compared is not known. */
  @Nullable BigDecimal base() {
    Amount before = previous;
    if (before != null) {
      return before.unit().equals(change.unit()) ? before.value() : null;
    }
    Amount now = current;
    return now == null || now.value() == null || !now.unit().equals(change.unit())
        ? null
        : base(now.value());
  }

  /**
   * The base where the one amount that is printed is the one compared: {@code 去年完成A，同比增加B} of a
   * page that tells of the year before its own.
   */
  private @Nullable BigDecimal onlyBase() {
    Amount before = previous;
    if (current != null || before == null || before.value() == null) {
      return null;
    }
    return before.unit().equals(change.unit()) ? base(before.value()) : null;
  }

  private @Nullable BigDecimal base(BigDecimal now) {
    BigDecimal difference = change.value();
    if (difference == null) {
      return null;
    }
    return up ? now.subtract(difference) : now.add(difference);
  }

  /** Whether the rate is right for an amount that may be the one compared. */
  boolean rateAgrees() {
    BigDecimal difference = change.value();
    Rate stated = rate;
    return difference != null
        && stated != null
        && Stream.concat(
                Stream.of(Optional.ofNullable(base()), Optional.ofNullable(onlyBase()))
                    .flatMap(Optional::stream),
                others.stream().flatMap(o -> Stream.ofNullable(base(o))))
            .anyMatch(
                b ->
                    b.signum() > 0
                        && Tolerance.rateAgrees(stated.value(), difference, b, passage.cents()));
  }
}
