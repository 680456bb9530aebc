package org.mingzhang.audit.identity;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.mingzhang.statement.Quantity;
import org.mingzhang.statement.Span;
import org.mingzhang.statement.Statement;
import org.mingzhang.statement.Statement.Amount;
import org.mingzhang.statement.Statement.Part;
import org.mingzhang.statement.Statement.Share;

/** The share that a section gives of each of its amounts. Immutable. */
final class PartShares {
  private static final BigDecimal ALL = BigDecimal.valueOf(100);

  /** Percentage points that rounding and a misprint may take off. */
  private static final BigDecimal SLACK = BigDecimal.TEN;

  private final Map<Span, BigDecimal> shares = new HashMap<>();

  PartShares(List<Statement> statements, AmountResolver amounts) {
    for (Statement statement : statements) {
      if (statement instanceof Share share) {
        Quantity part = amounts.withPart(share).part().quantity();
        if (part != null) {
          shares.put(part.span(), share.rate().value());
        }
      }
    }
  }

  /** Whether every part of a list has a share, and they are clearly less than 100% together. */
  boolean areLessThanAll(List<Part> parts) {
    BigDecimal sum = BigDecimal.ZERO;
    for (Part part : parts) {
      Quantity quantity = part.statement() instanceof Amount amount ? amount.of().quantity() : null;
      BigDecimal share = quantity == null ? null : shares.get(quantity.span());
      if (share == null) {
        return false;
      }
      sum = sum.add(share);
    }
    return sum.compareTo(ALL.subtract(SLACK)) < 0;
  }
}
