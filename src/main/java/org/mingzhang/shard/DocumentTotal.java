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
 * Counts the documents of a query by the sections that were found for it: a document is found where
 * one of its sections is, so that only its own words are looked for again.
 */
final class DocumentTotal {
  private DocumentTotal() {}

  /**
   * Counts, where documents are found by these very sections or by themselves; empty where not, as
   * where two words may stand in two sections.
   *
   * @param documents finds the documents
   * @param sections found the sections
   * @param tally what was counted of them, with nothing chosen
   */
  static OptionalLong of(
      SearchRun documents, SearchRun sections, FacetTally tally, Snapshot snapshot)
      throws IOException {
    Query own = own(documents.query(), sections);
    return own == null ? OptionalLong.empty() : OptionalLong.of(count(own, tally, snapshot));
  }

  /** What finds documents by themselves. */
  private static @Nullable Query own(Query documents, SearchRun sections) {
    if (!(documents instanceof BooleanQuery either) || either.clauses().size() != 2) {
      return null;
    }
    Query own = null;
    boolean same = false;
    for (BooleanClause clause : either.clauses()) {
      if (clause.occur() != BooleanClause.Occur.SHOULD) {
        return null;
      }
      if (clause.query() instanceof ToParentBlockJoinQuery join) {
        same = sections.finds(join.getChildQuery());
      } else {
        own = clause.query();
      }
    }
    return same ? own : null;
  }

  private static long count(Query own, FacetTally tally, Snapshot snapshot) throws IOException {
    IndexSearcher searcher = snapshot.searcher();
    Weight weight =
        searcher.createWeight(
            searcher.rewrite(new ConstantScoreQuery(own)), ScoreMode.COMPLETE_NO_SCORES, 1f);
    long total = 0;
    for (LeafReaderContext leaf : searcher.getLeafContexts()) {
      FixedBitSet found = tally.documents(leaf.ord);
      Scorer scorer = weight.scorer(leaf);
      total += found == null ? 0 : found.cardinality();
      total += scorer == null ? 0 : others(scorer, found, leaf.reader().getLiveDocs());
    }
    return total;
  }

  private static long others(Scorer scorer, @Nullable Bits known, @Nullable Bits live)
      throws IOException {
    long others = 0;
    DocIdSetIterator rows = scorer.iterator();
    for (int doc = rows.nextDoc(); doc != DocIdSetIterator.NO_MORE_DOCS; doc = rows.nextDoc()) {
      if ((known == null || !known.get(doc)) && (live == null || live.get(doc))) {
        others++;
      }
    }
    return others;
  }
}
