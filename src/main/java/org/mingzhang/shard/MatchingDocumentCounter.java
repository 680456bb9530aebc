package org.mingzhang.shard;

import java.io.IOException;
import java.util.OptionalLong;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.search.BooleanClause;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.ConstantScoreQuery;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.Scorer;
import org.apache.lucene.search.Weight;
import org.apache.lucene.search.join.ToParentBlockJoinQuery;
import org.apache.lucene.util.Bits;
import org.apache.lucene.util.FixedBitSet;
import org.jspecify.annotations.Nullable;

/**
 * Counts matching documents from the sections that a search has already found: a document matches
 * if one of its sections does, so that only the document rows need to be searched again.
 */
final class MatchingDocumentCounter {
  private MatchingDocumentCounter() {}

  /**
   * Counts the matching documents. Empty if the document query is not the disjunction of the
   * section query and a query on document rows, for example because two words may be in different
   * sections.
   *
   * @param documents the search for documents
   * @param sections the search for sections
   * @param counter counter of the section search, which had no facet filters
   */
  static OptionalLong count(
      SearchRun documents, SearchRun sections, FacetCounter counter, Snapshot snapshot)
      throws IOException {
    Query documentClause = documentClause(documents.query(), sections);
    return documentClause == null
        ? OptionalLong.empty()
        : OptionalLong.of(countDocuments(documentClause, counter, snapshot));
  }

  /** The clause that matches document rows; null if the query has another form. */
  private static @Nullable Query documentClause(Query documents, SearchRun sections) {
    if (!(documents instanceof BooleanQuery disjunction) || disjunction.clauses().size() != 2) {
      return null;
    }
    Query documentClause = null;
    boolean sameSections = false;
    for (BooleanClause clause : disjunction.clauses()) {
      if (clause.occur() != BooleanClause.Occur.SHOULD) {
        return null;
      }
      if (clause.query() instanceof ToParentBlockJoinQuery join) {
        sameSections = sections.isEquivalent(join.getChildQuery());
      } else {
        documentClause = clause.query();
      }
    }
    return sameSections ? documentClause : null;
  }

  private static long countDocuments(Query documentClause, FacetCounter counter, Snapshot snapshot)
      throws IOException {
    IndexSearcher searcher = snapshot.createSearcher();
    Weight weight =
        searcher.createWeight(
            searcher.rewrite(new ConstantScoreQuery(documentClause)),
            ScoreMode.COMPLETE_NO_SCORES,
            1f);
    long total = 0;
    for (LeafReaderContext leaf : searcher.getLeafContexts()) {
      FixedBitSet found = counter.documentRows(leaf.ord);
      Scorer scorer = weight.scorer(leaf);
      total += found == null ? 0 : found.cardinality();
      total += scorer == null ? 0 : countUnseen(scorer, found, leaf.reader().getLiveDocs());
    }
    return total;
  }

  private static long countUnseen(Scorer scorer, @Nullable Bits known, @Nullable Bits live)
      throws IOException {
    long unseen = 0;
    DocIdSetIterator rows = scorer.iterator();
    for (int doc = rows.nextDoc(); doc != DocIdSetIterator.NO_MORE_DOCS; doc = rows.nextDoc()) {
      if ((known == null || !known.get(doc)) && (live == null || live.get(doc))) {
        unseen++;
      }
    }
    return unseen;
  }
}
