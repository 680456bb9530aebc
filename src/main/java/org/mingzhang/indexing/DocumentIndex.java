package org.mingzhang.indexing;

import java.io.IOException;
import java.util.List;
import org.mingzhang.archive.ArchivedDisclosure;
import org.mingzhang.model.EditionGroup;
import org.mingzhang.model.PublicationInfo;
import org.mingzhang.schema.CrossDocumentFinding;
import org.mingzhang.schema.StoredRow;

/**
 * Write access to the index, document by document, identified by their permalink ids. All rows of a
 * document are replaced together; a change is visible after {@link #refresh} or {@link
 * #refreshBlocking} and durable after {@link #commit}. Thread-safe; callers that compare before
 * changing must synchronize on the index. Methods throw {@link IOException} if the index cannot be
 * read or written.
 */
public interface DocumentIndex {
  /** Whether indexed documents become searchable; false if another process fills the index. */
  default boolean isSearchable() {
    return true;
  }

  /**
   * Indexes a disclosure, replacing the rows of the document. Its findings that involve other
   * documents, and its editions, are removed.
   */
  default void replace(ArchivedDisclosure disclosure, PublicationInfo publication)
      throws IOException {
    replace(disclosure, List.of(), EditionGroup.NONE, publication);
  }

  /**
   * Replaces the rows of a document, with the findings that involve other documents and the
   * editions of the disclosure.
   */
  void replace(
      ArchivedDisclosure disclosure,
      List<CrossDocumentFinding> crossDocumentFindings,
      EditionGroup editions,
      PublicationInfo publication)
      throws IOException;

  /** Removes the rows of a document; does nothing if it is not indexed. */
  void remove(String documentId) throws IOException;

  /** Removes all documents; takes effect without a {@link #commit}. */
  void clear() throws IOException;

  /** The visible rows with this document id: one, or none if it is not indexed. */
  List<StoredRow> readDocument(String documentId) throws IOException;

  /** The visible document rows of an agency. */
  List<StoredRow> readDocumentsOfAgency(String agency) throws IOException;

  /**
   * Permalink ids of documents in the order of their UTF-8 bytes. A call with an empty {@code
   * afterId} makes recent additions visible first.
   *
   * @param afterId id after which to start; empty to start from the first
   * @param limit maximum number of ids
   */
  List<String> documentIds(String afterId, int limit) throws IOException;

  /** Makes changes visible to new searches soon; does not wait. */
  void refresh() throws IOException;

  /** Makes changes visible to new searches before it returns. */
  void refreshBlocking() throws IOException;

  /** Makes all changes durable and visible. */
  void commit() throws IOException;
}
