package org.mingzhang.search;

import java.io.IOException;
import java.util.List;
import org.mingzhang.schema.StoredRow;

/** Reads stored document rows of one shard state. Used while documents are added. */
public interface StoredDocumentReader {
  /** The rows with this document id: one, or none if the document is not in this shard. */
  List<StoredRow> readDocument(String documentId) throws IOException;

  /** The document rows of an agency, in index order. */
  List<StoredRow> readDocumentsOfAgency(String agency) throws IOException;

  /**
   * Permalink ids of documents, in code point order.
   *
   * @param afterId id after which to start; empty to start from the first
   * @param limit maximum number of ids; fewer ids indicate the end
   */
  List<String> documentIds(String afterId, int limit) throws IOException;
}
