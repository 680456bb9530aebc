package org.mingzhang.indexing;

import java.io.IOException;
import java.util.List;
import org.mingzhang.archive.ArchivedDisclosure;
import org.mingzhang.model.Editions;
import org.mingzhang.model.Publishing;
import org.mingzhang.schema.CrossFinding;
import org.mingzhang.schema.StoredRow;

/**
 * The index as those see it who bring documents in and take them out: documents as a whole, by
 * their permalink ids, wherever their rows are kept. A document's rows are replaced together; a
 * change is visible after {@link #refresh} or {@link #show} and safe after {@link #commit}. Safe on
 * many threads; who compares before changing synchronizes on it. Methods throw {@link IOException}
 * where the index cannot be read or written.
 */
public interface DocumentIndex {
  /** Whether what is brought in can be searched; false where that is left to somebody else. */
  default boolean holdsRows() {
    return true;
  }

  /** Indexes a disclosure in place of what the document had. */
  default void replace(ArchivedDisclosure disclosure, Publishing publishing) throws IOException {
    replace(disclosure, List.of(), Editions.NONE, publishing);
  }

  /**
   * Replaces the rows of a document, with the findings that other documents have a part in and the
   * editions of the same disclosure.
   */
  void replace(
      ArchivedDisclosure disclosure,
      List<CrossFinding> across,
      Editions editions,
      Publishing publishing)
      throws IOException;

  /** Takes a document out. */
  void remove(String documentId) throws IOException;

  /** Takes everything out. */
  void clear() throws IOException;

  /** What is visible of a document; none where the index does not have it. */
  List<StoredRow> document(String documentId) throws IOException;

  /** What is visible of all documents of an agency. */
  List<StoredRow> ofAgency(String agency) throws IOException;

  /**
   * Permalink ids of documents in the order of their UTF-8 bytes, from the first on with those that
   * came just now.
   *
   * @param after the id behind which to begin; empty for the first
   * @param most how many to give at most
   */
  List<String> documentIds(String after, int most) throws IOException;

  /** Makes changes visible to searches that begin from now on, soon. */
  void refresh() throws IOException;

  /** Makes changes visible to searches before it returns. */
  void show() throws IOException;

  /** Makes all changes safe and visible. */
  void commit() throws IOException;
}
