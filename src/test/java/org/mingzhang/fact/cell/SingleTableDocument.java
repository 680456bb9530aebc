package org.mingzhang.fact.cell;

import java.util.List;
import org.mingzhang.fact.perimeter.DocumentPerimeter;
import org.mingzhang.model.Category;
import org.mingzhang.model.Disclosure;
import org.mingzhang.model.DocumentMetadata;
import org.mingzhang.model.Fact;
import org.mingzhang.model.SourceDocument;
import org.mingzhang.model.TableData;

/** Invented documents of 2024 that consist of one table. */
final class SingleTableDocument {
  private SingleTableDocument() {}

  /** The facts of the table in a document of an agency. */
  static List<Fact> readFacts(String agency, Category category, TableData table) {
    Disclosure disclosure =
        new Disclosure(
            new SourceDocument("table", "0", "text/plain", 0, 1, null),
            new DocumentMetadata(null, false, agency, null, 2024, category, null, List.of()),
            List.of(),
            List.of(table),
            List.of(),
            List.of(),
            List.of(),
            List.of());
    return DocumentTableFactReader.read(disclosure, new DocumentPerimeter(null, false, List.of()));
  }
}
