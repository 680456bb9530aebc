package org.mingzhang.audit.account;

import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Stream;
import org.mingzhang.audit.check.Check;
import org.mingzhang.audit.check.Reading;
import org.mingzhang.model.Finding;
import org.mingzhang.model.Finding.Place;

/**
 * Rows of account tables that do not agree with themselves. A wrong cell also spoils the sums down
 * its column, the sentence that repeats it and the other tables: it is told once, at its own row.
 *
 * @param doubts the rows
 */
record TableDoubts(List<Doubt> doubts) {
  /** A row, and by how much it is off, without sign. */
  private record Doubt(String section, String quote, BigDecimal off) {
    private boolean isAt(Place place) {
      return section.equals(place.section()) && quote.equals(place.quote());
    }
  }

  static TableDoubts of(Reading reading) {
    return new TableDoubts(
        Stream.of(
                RowTotals.answers(reading),
                StaffAndOffice.answers(reading),
                ThreePublicTable.answers(reading),
                UnitPrice.answers(reading))
            .flatMap(List::stream)
            .flatMap(c -> c instanceof Check.Disagrees d ? Stream.of(d.finding()) : Stream.of())
            .map(f -> new Doubt(f.section(), f.quote(), off(f)))
            .toList());
  }

  private static BigDecimal off(Finding finding) {
    String stated = finding.stated();
    String computed = finding.computed();
    return stated == null || computed == null
        ? BigDecimal.ZERO
        : new BigDecimal(stated).subtract(new BigDecimal(computed)).abs();
  }

  /** Whether a row does not agree with itself. */
  boolean at(Place place) {
    return doubts.stream().anyMatch(d -> d.isAt(place));
  }

  /** Whether a row is off by just this difference, so that both have one cause. */
  boolean explains(Place place, BigDecimal difference) {
    return doubts.stream().anyMatch(d -> d.isAt(place) && d.off().compareTo(difference.abs()) == 0);
  }
}
