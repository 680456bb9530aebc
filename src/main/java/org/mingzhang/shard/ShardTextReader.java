package org.mingzhang.shard;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.index.ReaderUtil;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.ConstantScoreQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.TermQuery;
import org.jspecify.annotations.Nullable;
import org.mingzhang.model.SearchScope;
import org.mingzhang.schema.FieldNames;
import org.mingzhang.search.PassageMatches;
import org.mingzhang.search.StoredSection;

/** Looks up sections of one shard by id or by the passages that they contain. */
final class ShardTextReader {
  private final ShardSnapshot snapshot;
  private final IndexSearcher searcher;

  ShardTextReader(ShardSnapshot snapshot) {
    this.snapshot = snapshot;
    this.searcher = snapshot.createSearcher();
  }

  long documentCount() throws IOException {
    return searcher.count(new TermQuery(FieldNames.scopeTerm(SearchScope.DOCUMENTS)));
  }

  /** A section with its text; null if it is not in this shard. */
  @Nullable StoredSection section(String sectionId) throws IOException {
    ScoreDoc[] hits =
        searcher.search(new TermQuery(new Term(FieldNames.ID, sectionId)), 1).scoreDocs;
    String text =
        hits.length == 0
            ? null
            : searcher
                .storedFields()
                .document(hits[0].doc, Set.of(FieldNames.TEXT))
                .get(FieldNames.TEXT);
    return text == null
        ? null
        : new StoredSection(text, orderValue(hits[0].doc) >>> FieldNames.ORDINAL_BITS);
  }

  /**
   * The sections that contain each passage, in the order of the keys; a passage with more than
   * {@code limit} sections is only counted.
   */
  List<PassageMatches> findPassages(List<String> keys, int limit) throws IOException {
    List<PassageMatches> passages = new ArrayList<>(keys.size());
    for (String key : keys) {
      passages.add(findPassage(new TermQuery(new Term(FieldNames.PASSAGES, key)), limit));
    }
    return passages;
  }

  private PassageMatches findPassage(TermQuery passageQuery, int limit) throws IOException {
    int total = searcher.count(passageQuery);
    List<PassageMatches.PassageMatch> rows = new ArrayList<>();
    if (total > 0 && total <= limit) {
      for (ScoreDoc found :
          searcher.search(new ConstantScoreQuery(passageQuery), total).scoreDocs) {
        rows.add(new PassageMatches.PassageMatch(found.doc, orderValue(found.doc)));
      }
    }
    return new PassageMatches(total, rows);
  }

  private long orderValue(int doc) throws IOException {
    List<LeafReaderContext> leaves = snapshot.reader().leaves();
    LeafReaderContext leaf = leaves.get(ReaderUtil.subIndex(doc, leaves));
    NumericDocValues orders = DocValues.getNumeric(leaf.reader(), FieldNames.ORDER);
    return orders.advanceExact(doc - leaf.docBase) ? orders.longValue() : -1;
  }
}
