package org.mingzhang.statement.token;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import org.mingzhang.statement.Quantity;
import org.mingzhang.statement.Quantity.Measure;
import org.mingzhang.statement.Span;

/**
 * Reads numbers as quantities. A number without a unit takes the unit of the unit note, or, if
 * there is none, the unit of the last amount.
 */
public final class QuantityReader {
  private final SpanMapper spanMapper;
  private final ProseToken.@Nullable Numeral unitNote;
  private @Nullable Quantity lastMoney;

  public QuantityReader(SpanMapper spanMapper, ProseToken.@Nullable Numeral unitNote) {
    this.spanMapper = spanMapper;
    this.unitNote = unitNote;
  }

  /** Remembers the unit of an amount for later numbers without a unit. */
  public void rememberUnit(Quantity money) {
    lastMoney = money;
  }

  /** Whether numbers without unit can be read as money. */
  public boolean hasDefaultUnit() {
    return unitNote != null || lastMoney != null;
  }

  /** The number with its unit; a number without one is in the unit of the note, if there is one. */
  public Quantity read(ProseToken.Numeral number) {
    Span span = spanMapper.span(number.start(), number.end());
    Measure measure = number.measure();
    if (measure != Measure.BARE) {
      return new Quantity(
          span, number.printed(), number.value(), number.unit(), measure, number.scale(), true);
    }
    String unit = unitNote != null ? unitNote.unit() : lastMoney != null ? lastMoney.unit() : "";
    BigDecimal scale =
        unitNote != null
            ? unitNote.scale()
            : lastMoney != null ? lastMoney.scale() : BigDecimal.ONE;
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
