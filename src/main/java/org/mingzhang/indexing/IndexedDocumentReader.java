package org.mingzhang.indexing;

import java.io.IOException;
import java.util.List;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.SearcherManager;
import org.mingzhang.schema.DocumentIdReader;
import org.mingzhang.schema.DocumentRowFinder;
import org.mingzhang.schema.StoredRow;

/** Reads document rows and ids with a searcher that is released afterwards. */
final class IndexedDocumentReader {
  private IndexedDocumentReader() {}

  /** The rows with this document id: one, or none if it is not indexed. */
  static List<StoredRow> readDocument(SearcherManager searchers, String documentId)
      throws IOException {
    IndexSearcher searcher = searchers.acquire();
    try {
      return DocumentRowFinder.findById(searcher, documentId);
    } finally {
      searchers.release(searcher);
    }
  }

  static List<StoredRow> readDocumentsOfAgency(SearcherManager searchers, String agency)
      throws IOException {
    IndexSearcher searcher = searchers.acquire();
    try {
      return DocumentRowFinder.findByAgency(searcher, agency);
    } finally {
      searchers.release(searcher);
    }
  }

  /**
   * Ids of documents that have rows, in ascending order, starting after {@code afterId}; at most
   * {@code limit}.
   */
  static List<String> readIds(SearcherManager searchers, String afterId, int limit)
      throws IOException {
    IndexSearcher searcher = searchers.acquire();
    try {
      return DocumentIdReader.idsAfter(searcher.getIndexReader(), afterId, limit);
    } finally {
      searchers.release(searcher);
    }
  }
}
