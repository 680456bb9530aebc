package org.mingzhang.indexing;

import java.util.List;
import org.mingzhang.archive.ArchivedDisclosure;
import org.mingzhang.model.EditionGroup;
import org.mingzhang.model.PublicationInfo;
import org.mingzhang.schema.CrossDocumentFinding;
import org.mingzhang.schema.StoredRow;

/**
 * An index that ignores all changes, for a process that only stores documents; the process that
 * owns the index adds them later (see {@link Reconciler#indexStoredByOtherProcesses}).
 */
public final class NullDocumentIndex implements DocumentIndex {
  @Override
  public boolean isSearchable() {
    return false;
  }

  @Override
  public void replace(
      ArchivedDisclosure disclosure,
      List<CrossDocumentFinding> crossDocumentFindings,
      EditionGroup editions,
      PublicationInfo publication) {}

  @Override
  public void remove(String documentId) {}

  @Override
  public void clear() {}

  @Override
  public List<StoredRow> readDocument(String documentId) {
    return List.of();
  }

  @Override
  public List<StoredRow> readDocumentsOfAgency(String agency) {
    return List.of();
  }

  @Override
  public List<String> documentIds(String afterId, int limit) {
    return List.of();
  }

  @Override
  public void refresh() {}

  @Override
  public void refreshBlocking() {}

  @Override
  public void commit() {}
}
