package org.mingzhang.statement;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import org.mingzhang.statement.Quantity.Measure;

/**
 * Reads numbers as quantities; one without unit takes that of the note above or of the amount
 * before.
 */
final class Quantities {
  private final SpanMaker spans;
  private final Token.@Nullable Numeral hint;
  private @Nullable Quantity lastMoney;

  Quantities(SpanMaker spans, Token.@Nullable Numeral hint) {
    this.spans = spans;
    this.hint = hint;
  }

  /** The amount that was said last, with its unit printed. */
  void said(Quantity money) {
    lastMoney = money;
  }

  /** Whether numbers without unit can be read as money here. */
  boolean unitKnown() {
    return hint != null || lastMoney != null;
  }

  Quantity read(Token.Numeral number) {
    Span span = spans.span(number.start(), number.end());
    Measure measure = number.measure();
    if (measure != Measure.BARE) {
      return new Quantity(
          span, number.printed(), number.value(), number.unit(), measure, number.scale(), true);
    }
    String unit = hint != null ? hint.unit() : lastMoney != null ? lastMoney.unit() : "";
    BigDecimal scale =
        hint != null ? hint.scale() : lastMoney != null ? lastMoney.scale() : BigDecimal.ONE;
    return new Quantity(
        span,
        number.printed(),
        number.value().multiply(scale),
        unit,
        unit.isEmpty() ? Measure.BARE : Measure.MONEY,
        scale,
        false);
  }
}
