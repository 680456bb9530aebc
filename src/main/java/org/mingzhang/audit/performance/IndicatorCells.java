package org.mingzhang.audit.performance;

import java.math.BigDecimal;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.mingzhang.model.Finding.Place;
import org.mingzhang.model.Indicator;
import org.mingzhang.text.Amounts;

/** Cells of the rows of performance forms. */
final class IndicatorCells {
  private IndicatorCells() {}

  /** A row as the words of some of its cells, those that are not there left out. */
  static Place place(Indicator row, @Nullable String... cells) {
    String quote = String.join(" ", Stream.of(cells).filter(Objects::nonNull).toList());
    return new Place(row.section(), row.page(), quote);
  }

  /** The points in a cell. */
  static Optional<BigDecimal> points(@Nullable String cell) {
    return cell == null ? Optional.empty() : Amounts.number(cell.replace("分", ""));
  }
}
