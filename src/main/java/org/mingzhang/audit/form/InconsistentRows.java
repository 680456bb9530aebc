package org.mingzhang.audit.form;

import java.util.List;
import java.util.stream.Stream;
import org.mingzhang.audit.check.AuditedDocument;
import org.mingzhang.audit.check.CheckResult;
import org.mingzhang.model.Finding;
import org.mingzhang.model.Finding.Place;

/**
 * Rows of tables that do not agree with themselves: what repeats them is not told once more.
 *
 * @param rows the rows as places
 */
public record InconsistentRows(List<Place> rows) {
  /** Copies the rows. */
  public InconsistentRows {
    rows = List.copyOf(rows);
  }

  /** The rows of a document. */
  public static InconsistentRows of(AuditedDocument reading) {
    return new InconsistentRows(
        reading.derived(TableAnswers.class, TableAnswers::of).checks().stream()
            .flatMap(
                a ->
                    a.check() instanceof CheckResult.Disagrees d
                        ? Stream.of(d.finding())
                        : Stream.of())
            .map(InconsistentRows::place)
            .toList());
  }

  private static Place place(Finding finding) {
    return new Place(finding.section(), finding.page(), finding.quote());
  }

  /** Whether a row does not agree with itself. */
  public boolean at(Place place) {
    return rows.stream()
        .anyMatch(r -> r.section().equals(place.section()) && r.quote().equals(place.quote()));
  }
}
