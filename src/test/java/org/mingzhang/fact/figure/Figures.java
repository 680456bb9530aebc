package org.mingzhang.fact.figure;

import java.util.List;
import org.mingzhang.fact.FactReader;
import org.mingzhang.model.Disclosure;
import org.mingzhang.model.DocumentMetadata;
import org.mingzhang.model.Figure;
import org.mingzhang.model.Section;
import org.mingzhang.model.SourceDocument;
import org.mingzhang.model.TableData;

/** Reads the figures of sections and tables composed by a test. */
final class Figures {
  List<Figure> read(List<Section> sections, List<TableData> tables, DocumentMetadata metadata) {
    SourceDocument source =
        new SourceDocument("sample.txt", "0".repeat(64), "text/plain", 1, 1, null);
    Disclosure plain =
        new Disclosure(
            source, metadata, sections, tables, List.of(), List.of(), List.of(), List.of());
    return new FactReader().withFacts(plain).figures();
  }

  /** The expected figure of a row of a test table. */
  static String describe(Figure figure) {
    String item = figure.item() == null ? "" : figure.item() + " ";
    return item + figure.name() + " " + figure.value() + figure.unit();
  }
}
