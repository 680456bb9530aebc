package org.mingzhang.structure.figure;

import java.util.List;
import org.mingzhang.model.DocumentMetadata;
import org.mingzhang.model.Figure;
import org.mingzhang.model.Section;
import org.mingzhang.model.TableData;

/** Reads the amounts of money from sentences and tables under normalised names. */
public final class FigureReader {
  /** Reads all figures. */
  public List<Figure> read(
      List<Section> sections, List<TableData> tables, DocumentMetadata metadata) {
    return List.of();
  }
}
