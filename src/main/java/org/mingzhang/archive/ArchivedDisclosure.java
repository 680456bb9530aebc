package org.mingzhang.archive;

import java.util.List;
import org.mingzhang.model.Disclosure;

/**
 * A stored disclosure with its permalinks.
 *
 * @param id permalink id of the document
 * @param version its version
 * @param disclosure its content
 * @param sectionIds permalink slug of each section, as many as there are sections
 */
public record ArchivedDisclosure(
    String id, DocumentVersion version, Disclosure disclosure, List<String> sectionIds) {
  /** Makes an immutable copy of the ids. */
  public ArchivedDisclosure {
    sectionIds = List.copyOf(sectionIds);
  }
}
