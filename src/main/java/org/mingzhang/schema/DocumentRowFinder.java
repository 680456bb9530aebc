package org.mingzhang.schema;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.apache.lucene.index.StoredFields;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.TermQuery;
import org.mingzhang.model.FacetDimension;
import org.mingzhang.model.SearchScope;

/** Finds the document rows of an index. Stateless. */
public final class DocumentRowFinder {
  private DocumentRowFinder() {}

  /** The document row with a document id; empty if the document is not indexed. */
  public static List<StoredRow> findById(IndexSearcher searcher, String documentId)
      throws IOException {
    return find(searcher, new Term(FieldNames.ID, documentId));
  }

  /** The document rows of an agency, in index order; empty if it has no documents. */
  public static List<StoredRow> findByAgency(IndexSearcher searcher, String agency)
      throws IOException {
    return find(searcher, new Term(FieldNames.facet(FacetDimension.AGENCY), agency.strip()));
  }

  private static List<StoredRow> find(IndexSearcher searcher, Term term) throws IOException {
    Query query =
        new BooleanQuery.Builder()
            .add(new TermQuery(FieldNames.scopeTerm(SearchScope.DOCUMENTS)), Occur.FILTER)
            .add(new TermQuery(term), Occur.FILTER)
            .build();
    List<StoredRow> rows = new ArrayList<>();
    StoredFields fields = searcher.storedFields();
    int limit = Math.max(1, searcher.count(query));
    for (ScoreDoc hit : searcher.search(query, limit).scoreDocs) {
      rows.add(
          StoredRow.decode(
              fields.document(hit.doc, Set.of(FieldNames.ROW)).getBinaryValue(FieldNames.ROW)));
    }
    return rows;
  }
}
