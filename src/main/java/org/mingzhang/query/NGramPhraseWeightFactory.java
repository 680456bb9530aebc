package org.mingzhang.query;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.apache.lucene.index.ImpactsEnum;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.SlowImpactsEnum;
import org.apache.lucene.index.Term;
import org.apache.lucene.index.TermState;
import org.apache.lucene.index.TermStates;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.search.BulkScorer;
import org.apache.lucene.search.ExactPhraseMatcher;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.PhraseMatcher;
import org.apache.lucene.search.PhraseQuery;
import org.apache.lucene.search.PhraseQuery.PostingsAndFreq;
import org.apache.lucene.search.PhraseWeight;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.Scorer;
import org.apache.lucene.search.ScorerSupplier;
import org.apache.lucene.search.TermScorer;
import org.apache.lucene.search.TermStatistics;
import org.apache.lucene.search.Weight;
import org.apache.lucene.search.similarities.Similarity.SimScorer;
import org.apache.lucene.util.IOSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Looks up the term states and statistics of the n-grams of a phrase, once for all segments, and
 * creates its weight.
 */
final class NGramPhraseWeightFactory {
  private final NGramPhraseQuery query;
  private final IndexSearcher searcher;
  private final ScoreMode mode;
  private final List<TermStates> ngramStates = new ArrayList<>();
  private final @Nullable SimScorer simScorer;

  NGramPhraseWeightFactory(
      NGramPhraseQuery query, IndexSearcher searcher, ScoreMode mode, float boost)
      throws IOException {
    this.query = query;
    this.searcher = searcher;
    this.mode = mode;
    List<TermStatistics> statistics = new ArrayList<>();
    for (Term ngram : query.ngrams()) {
      TermStates terms = TermStates.build(searcher, ngram, mode.needsScores());
      ngramStates.add(terms);
      if (mode.needsScores() && terms.docFreq() > 0) {
        statistics.add(searcher.termStatistics(ngram, terms.docFreq(), terms.totalTermFreq()));
      }
    }
    simScorer =
        statistics.isEmpty()
            ? null
            : searcher
                .getSimilarity()
                .scorer(
                    boost,
                    searcher.collectionStatistics(query.field()),
                    statistics.toArray(TermStatistics[]::new));
  }

  Weight createWeight() throws IOException {
    return new NGramPhraseWeight();
  }

  /** Lucene's phrase weight, except that top-k searches use {@link LeadTermPhraseScorer}. */
  private final class NGramPhraseWeight extends PhraseWeight {
    private NGramPhraseWeight() throws IOException {
      super(query, query.field(), searcher, mode);
    }

    @Override
    protected @Nullable SimScorer getStats(IndexSearcher ignoredSearcher) {
      return simScorer;
    }

    @Override
    protected @Nullable PhraseMatcher getPhraseMatcher(
        LeafReaderContext context, SimScorer scorer, boolean exposeOffsets) throws IOException {
      List<SegmentTerm> terms = findTerms(context);
      return terms.isEmpty() ? null : createMatcher(terms, scorer, exposeOffsets);
    }

    @Override
    public @Nullable ScorerSupplier scorerSupplier(LeafReaderContext context) throws IOException {
      if (mode != ScoreMode.TOP_SCORES || simScorer == null) {
        return super.scorerSupplier(context);
      }
      List<SegmentTerm> terms = findTerms(context);
      return terms.isEmpty() ? null : topScoresSupplier(context, terms, simScorer);
    }

    private ScorerSupplier topScoresSupplier(
        LeafReaderContext context, List<SegmentTerm> terms, SimScorer scorer) throws IOException {
      long rows = findRarestTerm(terms).termsEnum.docFreq();
      return new ScorerSupplier() {
        @Override
        public Scorer get(long leadCost) throws IOException {
          return Objects.requireNonNull(NGramPhraseWeight.super.scorerSupplier(context))
              .get(leadCost);
        }

        @Override
        public BulkScorer bulkScorer() throws IOException {
          return createLeadScorer(context.reader(), terms, scorer);
        }

        @Override
        public long cost() {
          return rows;
        }
      };
    }
  }

  private record SegmentTerm(Term term, int offset, TermsEnum termsEnum) {
    PostingsAndFreq withPostings(PostingsEnum postings) {
      return new PostingsAndFreq(postings, new SlowImpactsEnum(postings), offset, term);
    }
  }

  private static SegmentTerm findRarestTerm(List<SegmentTerm> terms) throws IOException {
    SegmentTerm rarest = terms.getFirst();
    for (SegmentTerm each : terms) {
      rarest = each.termsEnum.docFreq() < rarest.termsEnum.docFreq() ? each : rarest;
    }
    return rarest;
  }

  /** The n-grams in a segment, ordered by offset; empty if one does not occur in it. */
  private List<SegmentTerm> findTerms(LeafReaderContext context) throws IOException {
    List<TermState> termStates = new ArrayList<>();
    for (TermStates each : ngramStates) {
      IOSupplier<TermState> supplier = each.get(context);
      TermState state = supplier == null ? null : supplier.get();
      if (state == null) {
        return List.of();
      }
      termStates.add(state);
    }
    Terms fieldTerms = Terms.getTerms(context.reader(), query.field());
    List<SegmentTerm> terms = new ArrayList<>();
    for (int i = 0; i < termStates.size(); i++) {
      Term ngram = query.ngrams().get(i);
      TermsEnum termsEnum = fieldTerms.iterator();
      termsEnum.seekExact(ngram.bytes(), termStates.get(i));
      terms.add(new SegmentTerm(ngram, query.offsets().get(i), termsEnum));
    }
    return terms;
  }

  private PhraseMatcher createMatcher(
      List<SegmentTerm> terms, SimScorer scorer, boolean exposeOffsets) throws IOException {
    int flags = exposeOffsets ? PostingsEnum.OFFSETS : PostingsEnum.POSITIONS;
    List<PostingsAndFreq> postings = new ArrayList<>();
    float cost = 0;
    for (SegmentTerm each : terms) {
      if (mode == ScoreMode.TOP_SCORES) {
        ImpactsEnum impacts = each.termsEnum.impacts(flags);
        postings.add(new PostingsAndFreq(impacts, impacts, each.offset, each.term));
      } else {
        postings.add(each.withPostings(each.termsEnum.postings(null, flags)));
      }
      cost += PhraseQuery.termPositionsCost(each.termsEnum);
    }
    return new ExactPhraseMatcher(postings.toArray(PostingsAndFreq[]::new), mode, scorer, cost);
  }

  private static LeadTermPhraseScorer createLeadScorer(
      LeafReader reader, List<SegmentTerm> terms, SimScorer scorer) throws IOException {
    String field = terms.getFirst().term.field();
    SegmentTerm rarest = findRarestTerm(terms);
    TermScorer bound =
        new TermScorer(
            rarest.termsEnum.impacts(PostingsEnum.FREQS),
            scorer,
            reader.getNormValues(field),
            true);
    List<PostingsEnum> rarestFirst = new ArrayList<>();
    PostingsAndFreq[] postings = new PostingsAndFreq[terms.size()];
    for (int i = 0; i < postings.length; i++) {
      PostingsEnum postingsEnum = terms.get(i).termsEnum.postings(null, PostingsEnum.POSITIONS);
      postings[i] = terms.get(i).withPostings(postingsEnum);
      rarestFirst.add(postingsEnum);
    }
    rarestFirst.sort(Comparator.comparingLong(PostingsEnum::cost));
    PhraseMatcher matcher =
        new ExactPhraseMatcher(postings, ScoreMode.COMPLETE, scorer, postings.length);
    return new LeadTermPhraseScorer(
        bound, rarestFirst, matcher, scorer, reader.getNormValues(field));
  }
}
