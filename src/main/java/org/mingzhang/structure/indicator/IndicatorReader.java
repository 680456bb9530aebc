package org.mingzhang.structure.indicator;

import java.util.List;
import org.mingzhang.model.Indicator;
import org.mingzhang.model.Section;

/** Reads the rows of performance tables. */
public final class IndicatorReader {
  /** Reads all indicator rows, from table parts and from tables that were extracted as text. */
  public List<Indicator> read(List<Section> sections) {
    return List.of();
  }
}
