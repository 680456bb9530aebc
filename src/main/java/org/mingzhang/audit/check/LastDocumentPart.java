package org.mingzhang.audit.check;

import java.util.List;
import org.mingzhang.model.Section;

/**
 * The end of a document. Since copies are often truncated, content that the last section lacks is
 * not reported as missing.
 *
 * @param sectionPath path of the last section with text or a table, empty if there is none
 * @param tableIndex index of the data table that ends the document, negative if no data table does
 */
public record LastDocumentPart(String sectionPath, int tableIndex) {
  public static LastDocumentPart findIn(AuditedDocument document) {
    List<Section> filled = document.sections().stream().filter(s -> !s.body().isEmpty()).toList();
    if (filled.isEmpty()) {
      return new LastDocumentPart("", -1);
    }
    Section last = filled.getLast();
    return new LastDocumentPart(
        last.path(),
        last.body().getLast() instanceof Section.TablePart part
                && last.equals(document.sections().getLast())
            ? part.table()
            : -1);
  }

  /** Whether the document ends with the given data table. */
  public boolean isLastTable(AccountTable accountTable, AuditedDocument document) {
    return tableIndex >= 0 && document.tables().indexOf(accountTable) == tableIndex;
  }
}
