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
import org.mingzhang.schema.FieldNames;
import org.mingzhang.schema.StoredRow;

/** Looks up what the index says of whole documents. */
final class IndexedDocuments {
  private final IndexStore index;

  IndexedDocuments(IndexStore index) {
    this.index = index;
  }

  /** The row of a document; none where the index does not have it. */
  List<StoredRow> document(String documentId) throws IOException {
    return rows(new Term(FieldNames.ID, documentId));
  }

  /** The rows of all documents of an agency. */
  List<StoredRow> ofAgency(String agency) throws IOException {
    return rows(new Term(FieldNames.facet(Dimension.AGENCY), agency.strip()));
  }

  private List<StoredRow> rows(Term term) throws IOException {
    BooleanQuery query =
        new BooleanQuery.Builder()
            .add(new TermQuery(FieldNames.scopeTerm(Scope.DOCUMENTS)), Occur.FILTER)
            .add(new TermQuery(term), Occur.FILTER)
            .build();
    SearcherManager searchers = index.searchers();
    IndexSearcher searcher = searchers.acquire();
    try {
      List<StoredRow> rows = new ArrayList<>();
      StoredFields fields = searcher.storedFields();
      int most = Math.max(1, searcher.getIndexReader().numDocs());
      for (ScoreDoc hit :
          searcher.search(query, Math.min(most, searcher.count(query) + 1)).scoreDocs) {
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
