package org.mingzhang.audit.check;

import java.util.List;
import org.mingzhang.model.Section;

/**
 * Where a document ends. Copies are often cut off: what the last section still lacks may have stood
 * behind the cut, so that nothing missing there is told.
 *
 * @param section path of the last section that has text or a table, empty where none has
 * @param table number of the data table that is the very last thing, negative where none is
 */
public record DocumentEnd(String section, int table) {
  /** The end of a document. */
  public static DocumentEnd of(AuditedDocument reading) {
    List<Section> filled = reading.sections().stream().filter(s -> !s.body().isEmpty()).toList();
    if (filled.isEmpty()) {
      return new DocumentEnd("", -1);
    }
    Section last = filled.getLast();
    return new DocumentEnd(
        last.path(),
        last.body().getLast() instanceof Section.TablePart part
                && last.equals(reading.sections().getLast())
            ? part.table()
            : -1);
  }

  /** Whether a table is the very last thing. */
  public boolean isTable(AccountTable other, AuditedDocument reading) {
    return table >= 0 && reading.tables().indexOf(other) == table;
  }
}
