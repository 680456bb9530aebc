package org.mingzhang.audit.identity;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.mingzhang.statement.Operand;
import org.mingzhang.statement.Quantity;
import org.mingzhang.statement.Span;
import org.mingzhang.statement.StageAndTime;
import org.mingzhang.statement.Statement;
import org.mingzhang.statement.Statement.Amount;
import org.mingzhang.statement.Statement.Part;
import org.mingzhang.statement.Statement.Share;

/** The shares that a section states of its amounts. Immutable. */
final class PartShares {
  private static final BigDecimal HUNDRED_PERCENT = BigDecimal.valueOf(100);

  /** Tolerance in percentage points for rounding and one misprint. */
  private static final BigDecimal TOLERANCE_OF_ONE_MISPRINT = BigDecimal.TEN;

  /**
   * Tolerance in percentage points if every share agrees with its amount, so that no share is a
   * misprint.
   */
  private static final BigDecimal TOLERANCE_WITHOUT_MISPRINT = new BigDecimal("0.5");

  /** Tolerance in percentage points for the rounding of a share. */
  private static final BigDecimal SHARE_ROUNDING_TOLERANCE = new BigDecimal("0.05");

  private final Map<Span, BigDecimal> shareByPart = new HashMap<>();

  PartShares(List<Statement> statements, AmountResolver amounts) {
    for (Statement statement : statements) {
      if (statement instanceof Share share) {
        Quantity part = amounts.withAmountOfPart(share).part().quantity();
        if (part != null) {
          shareByPart.put(part.span(), share.rate().value());
        }
      }
    }
  }

  /**
   * Whether every part of a list has a share and the shares are clearly less than 100% together, so
   * that a part is missing. If all shares agree with the amounts, a smaller difference suffices.
   */
  boolean sumToLessThan100Percent(Statement whole, List<Part> parts) {
    Quantity total = TermWithSubject.findAmount(whole);
    BigDecimal sum = BigDecimal.ZERO;
    boolean exact = total != null && total.value().signum() > 0;
    for (Part part : parts) {
      Quantity quantity = TermWithSubject.findAmount(part.statement());
      BigDecimal share = quantity == null ? null : shareByPart.get(quantity.span());
      if (quantity == null || share == null) {
        return false;
      }
      sum = sum.add(share);
      exact = exact && isShareOf(share, quantity, Objects.requireNonNull(total));
    }
    BigDecimal lacking = HUNDRED_PERCENT.subtract(sum);
    return lacking.compareTo(exact ? TOLERANCE_WITHOUT_MISPRINT : TOLERANCE_OF_ONE_MISPRINT) > 0;
  }

  private static boolean isShareOf(BigDecimal share, Quantity part, Quantity whole) {
    BigDecimal computed =
        part.value().multiply(HUNDRED_PERCENT).divide(whole.value(), 4, RoundingMode.HALF_UP);
    return computed.subtract(share).abs().compareTo(SHARE_ROUNDING_TOLERANCE) <= 0;
  }

  /**
   * The spans of other amounts with the same subject as the part of a share: its change, its values
   * in other years, and the amounts into which a list has just divided it. These amounts may stand
   * between the part and its share, 教育支出30万元，比上年增加2万元，占60%; if any other amount stands there, it is
   * uncertain to what the share refers.
   *
   * @param before the statements right before the share
   */
  static Set<Span> findOtherAmountsOfPart(List<Statement> before, Share share) {
    Set<Span> places = new HashSet<>();
    if (!before.isEmpty()
        && before.getLast() instanceof Statement.ItemList list
        && list.whole() instanceof Amount whole
        && whole.operand().equals(share.part())) {
      addAmountsOf(list.parts(), places);
    }
    for (Statement statement : before) {
      @Nullable Quantity amount =
          switch (statement) {
            case Statement.Change change when haveSamePartSubject(change.operand(), share) ->
                change.amount();
            case Amount stated when isSamePartInOtherYear(stated.operand(), share) ->
                stated.operand().quantity();
            default -> null;
          };
      if (amount != null) {
        places.add(amount.span());
      }
    }
    return places;
  }

  private static void addAmountsOf(List<Part> parts, Set<Span> places) {
    for (Part part : parts) {
      Quantity amount = TermWithSubject.findAmount(part.statement());
      if (amount != null) {
        places.add(amount.span());
      }
      addAmountsOf(part.parts(), places);
    }
  }

  private static boolean isSamePartInOtherYear(Operand operand, Share share) {
    return haveSamePartSubject(operand, share) && !yearOf(operand).equals(yearOf(share.part()));
  }

  private static boolean haveSamePartSubject(Operand operand, Share share) {
    return operand.subject().uniqueValue().isPresent()
        && operand.subject().uniqueValue().equals(share.part().subject().uniqueValue());
  }

  private static Optional<Integer> yearOf(Operand operand) {
    return operand.stageAndTime().uniqueValue().map(StageAndTime::year);
  }
}
