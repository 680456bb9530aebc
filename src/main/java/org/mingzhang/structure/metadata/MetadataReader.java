package org.mingzhang.structure.metadata;

import java.util.List;
import org.mingzhang.model.DocumentMetadata;
import org.mingzhang.model.Extraction;
import org.mingzhang.model.Section;

/**
 * Decides whose, where, for which year and of which kind a document is, each value with its
 * evidence.
 */
public final class MetadataReader {
  /** Reads the metadata; a value that nothing decides is null. */
  public DocumentMetadata read(Extraction extraction, List<Section> sections, Sidecar sidecar) {
    return new DocumentMetadata(null, true, null, null, null, null, null, List.of());
  }
}
