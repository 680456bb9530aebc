package org.mingzhang.shard;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.StoredFields;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.TermQuery;
import org.mingzhang.model.Dimension;
import org.mingzhang.model.Scope;
import org.mingzhang.schema.FieldNames;
import org.mingzhang.schema.StoredRow;

/** Reads the document rows of one shard. */
final class ShardDocumentReader {
  private ShardDocumentReader() {}

  /** The rows with this document id: one, or none if it is not in this shard. */
  static List<StoredRow> readDocument(DirectoryReader reader, String documentId)
      throws IOException {
    return readRows(reader, new Term(FieldNames.ID, documentId));
  }

  /** The document rows of an agency. */
  static List<StoredRow> readDocumentsOfAgency(DirectoryReader reader, String agency)
      throws IOException {
    return readRows(reader, new Term(FieldNames.facet(Dimension.AGENCY), agency.strip()));
  }

  private static List<StoredRow> readRows(DirectoryReader reader, Term term) throws IOException {
    Query query =
        new BooleanQuery.Builder()
            .add(new TermQuery(FieldNames.scopeTerm(Scope.DOCUMENTS)), Occur.FILTER)
            .add(new TermQuery(term), Occur.FILTER)
            .build();
    IndexSearcher searcher = new IndexSearcher(reader);
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
