package org.mingzhang.indexing;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.apache.lucene.index.StoredFields;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.SearcherManager;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.util.BytesRef;
import org.mingzhang.model.Dimension;
import org.mingzhang.model.Scope;
import org.mingzhang.schema.DocumentIds;
import org.mingzhang.schema.FieldNames;
import org.mingzhang.schema.StoredRow;

/** Reads the document rows of an index. */
final class IndexedDocumentReader {
  private IndexedDocumentReader() {}

  /** The rows with this document id: one, or none if it is not indexed. */
  static List<StoredRow> readDocument(SearcherManager searchers, String documentId)
      throws IOException {
    return readRows(searchers, new Term(FieldNames.ID, documentId));
  }

  /** The document rows of an agency. */
  static List<StoredRow> readDocumentsOfAgency(SearcherManager searchers, String agency)
      throws IOException {
    return readRows(searchers, new Term(FieldNames.facet(Dimension.AGENCY), agency.strip()));
  }

  /**
   * Ids of documents that have rows, in ascending order, starting after {@code after}; at most
   * {@code most}.
   */
  static List<String> readIds(SearcherManager searchers, String after, int limit)
      throws IOException {
    IndexSearcher searcher = searchers.acquire();
    try {
      return DocumentIds.idsAfter(searcher.getIndexReader(), after, limit);
    } finally {
      searchers.release(searcher);
    }
  }

  private static List<StoredRow> readRows(SearcherManager searchers, Term term) throws IOException {
    BooleanQuery query =
        new BooleanQuery.Builder()
            .add(new TermQuery(FieldNames.scopeTerm(Scope.DOCUMENTS)), Occur.FILTER)
            .add(new TermQuery(term), Occur.FILTER)
            .build();
    IndexSearcher searcher = searchers.acquire();
    try {
      List<StoredRow> rows = new ArrayList<>();
      StoredFields fields = searcher.storedFields();
      int limit = Math.max(1, searcher.getIndexReader().numDocs());
      for (ScoreDoc hit :
          searcher.search(query, Math.min(limit, searcher.count(query) + 1)).scoreDocs) {
        BytesRef row =
            fields.document(hit.doc, Set.of(FieldNames.ROW)).getBinaryValue(FieldNames.ROW);
        rows.add(StoredRow.decode(row));
      }
      return rows;
    } finally {
      searchers.release(searcher);
    }
  }
}
