package org.mingzhang.structure.outline;

import java.util.List;
import org.mingzhang.model.Extraction;
import org.mingzhang.model.Section;

/** Finds the outline of a document: its real headings at every depth, each with its own body. */
public final class OutlineBuilder {
  /**
   * Builds the outline.
   *
   * @return the sections in reading order, parents before children; tables are parts with index -1
   */
  public List<Section> build(Extraction extraction) {
    return List.of();
  }
}
