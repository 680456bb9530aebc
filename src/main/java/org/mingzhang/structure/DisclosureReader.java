package org.mingzhang.structure;

import java.util.List;
import org.mingzhang.model.Disclosure;
import org.mingzhang.model.DocumentMetadata;
import org.mingzhang.model.Extraction;
import org.mingzhang.model.Section;
import org.mingzhang.structure.figure.FigureReader;
import org.mingzhang.structure.indicator.IndicatorReader;
import org.mingzhang.structure.metadata.MetadataReader;
import org.mingzhang.structure.metadata.Sidecar;
import org.mingzhang.structure.outline.OutlineBuilder;
import org.mingzhang.structure.table.TableReader;

/**
 * Understands an extraction: outline, tables, metadata, indicators and figures, in this order. Safe
 * on many threads.
 */
public final class DisclosureReader {
  private final OutlineBuilder outline = new OutlineBuilder();
  private final TableReader tables = new TableReader();
  private final MetadataReader metadata = new MetadataReader();
  private final IndicatorReader indicators = new IndicatorReader();
  private final FigureReader figures = new FigureReader();

  /** Reads a disclosure; its findings are empty. */
  public Disclosure read(Extraction extraction, Sidecar sidecar) {
    List<Section> plain = outline.build(extraction);
    TableReader.Result read = tables.read(plain);
    DocumentMetadata about = metadata.read(extraction, read.sections(), sidecar);
    return new Disclosure(
        extraction.source(),
        about,
        read.sections(),
        read.tables(),
        indicators.read(read.sections()),
        figures.read(read.sections(), read.tables(), about),
        List.of(),
        extraction.warnings());
  }
}
