package org.mingzhang.indexing;

import java.util.List;
import org.mingzhang.archive.ArchivedDisclosure;
import org.mingzhang.model.Editions;
import org.mingzhang.model.Publishing;
import org.mingzhang.schema.CrossFinding;
import org.mingzhang.schema.StoredRow;

/**
 * No index: for a process that keeps what it reads and leaves it to whoever fills the index to
 * bring that in (see {@link Reconciler#catchUp}).
 */
public final class NoIndex implements DocumentIndex {
  @Override
  public boolean holdsRows() {
    return false;
  }

  @Override
  public void replace(
      ArchivedDisclosure disclosure,
      List<CrossFinding> across,
      Editions editions,
      Publishing publishing) {}

  @Override
  public void remove(String documentId) {}

  @Override
  public void clear() {}

  @Override
  public List<StoredRow> document(String documentId) {
    return List.of();
  }

  @Override
  public List<StoredRow> ofAgency(String agency) {
    return List.of();
  }

  @Override
  public List<String> documentIds(String after, int most) {
    return List.of();
  }

  @Override
  public void refresh() {}

  @Override
  public void show() {}

  @Override
  public void commit() {}
}
