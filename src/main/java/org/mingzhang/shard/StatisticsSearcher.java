package org.mingzhang.shard;

import java.io.IOException;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.CollectionStatistics;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.TermStatistics;
import org.jspecify.annotations.Nullable;
import org.mingzhang.search.IndexStatistics;
import org.mingzhang.search.IndexStatistics.FieldCounts;
import org.mingzhang.search.IndexStatistics.FieldTerm;
import org.mingzhang.search.IndexStatistics.TermCounts;

/**
 * Searches one shard with index-wide statistics, so that scores equal those of a single index.
 * Terms and fields without such statistics use those of the shard.
 */
final class StatisticsSearcher extends IndexSearcher {
  private final IndexStatistics statistics;

  StatisticsSearcher(DirectoryReader reader, IndexStatistics statistics) {
    super(reader);
    this.statistics = statistics;
  }

  @Override
  public TermStatistics termStatistics(Term term, int docFreq, long totalTermFreq)
      throws IOException {
    TermCounts all = statistics.terms().get(new FieldTerm(term.field(), term.text()));
    return all == null
        ? super.termStatistics(term, docFreq, totalTermFreq)
        : new TermStatistics(term.bytes(), all.docFreq(), all.totalTermFreq());
  }

  @Override
  public @Nullable CollectionStatistics collectionStatistics(String field) throws IOException {
    FieldCounts all = statistics.fields().get(field);
    return all == null
        ? super.collectionStatistics(field)
        : new CollectionStatistics(
            field, all.maxDoc(), all.docCount(), all.sumTotalTermFreq(), all.sumDocFreq());
  }
}
