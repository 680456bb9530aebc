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

/** Term states and statistics of the n-grams of one phrase, looked up once for all segments. */
final class NGramPhrase {
  private final NGramPhraseQuery query;
  private final IndexSearcher searcher;
  private final ScoreMode mode;
  private final List<TermStates> states = new ArrayList<>();
  private final @Nullable SimScorer scores;

  NGramPhrase(NGramPhraseQuery query, IndexSearcher searcher, ScoreMode mode, float boost)
      throws IOException {
    this.query = query;
    this.searcher = searcher;
    this.mode = mode;
    List<TermStatistics> statistics = new ArrayList<>();
    for (Term run : query.runs()) {
      TermStates found = TermStates.build(searcher, run, mode.needsScores());
      states.add(found);
      if (mode.needsScores() && found.docFreq() > 0) {
        statistics.add(searcher.termStatistics(run, found.docFreq(), found.totalTermFreq()));
      }
    }
    scores =
        statistics.isEmpty()
            ? null
            : searcher
                .getSimilarity()
                .scorer(
                    boost,
                    searcher.collectionStatistics(query.field()),
                    statistics.toArray(TermStatistics[]::new));
  }

  Weight weight() throws IOException {
    return new RunWeight();
  }

  /** Lucene's phrase, but for the best rows of all. */
  private final class RunWeight extends PhraseWeight {
    private RunWeight() throws IOException {
      super(query, query.field(), searcher, mode);
    }

    @Override
    protected @Nullable SimScorer getStats(IndexSearcher same) {
      return scores;
    }

    @Override
    protected @Nullable PhraseMatcher getPhraseMatcher(
        LeafReaderContext context, SimScorer scorer, boolean exposeOffsets) throws IOException {
      List<Found> found = find(context);
      return found.isEmpty() ? null : matcher(found, scorer, exposeOffsets);
    }

    @Override
    public @Nullable ScorerSupplier scorerSupplier(LeafReaderContext context) throws IOException {
      if (mode != ScoreMode.TOP_SCORES || scores == null) {
        return super.scorerSupplier(context);
      }
      List<Found> found = find(context);
      return found.isEmpty() ? null : best(context, found, scores);
    }

    private ScorerSupplier best(LeafReaderContext context, List<Found> found, SimScorer scorer)
        throws IOException {
      long rows = rarest(found).terms.docFreq();
      return new ScorerSupplier() {
        @Override
        public Scorer get(long leadCost) throws IOException {
          return Objects.requireNonNull(RunWeight.super.scorerSupplier(context)).get(leadCost);
        }

        @Override
        public BulkScorer bulkScorer() throws IOException {
          return led(context.reader(), found, scorer);
        }

        @Override
        public long cost() {
          return rows;
        }
      };
    }
  }

  /** A run in a segment. */
  private record Found(Term run, int place, TermsEnum terms) {
    PostingsAndFreq all(PostingsEnum postings) {
      return new PostingsAndFreq(postings, new SlowImpactsEnum(postings), place, run);
    }
  }

  private static Found rarest(List<Found> found) throws IOException {
    Found least = found.getFirst();
    for (Found each : found) {
      least = each.terms.docFreq() < least.terms.docFreq() ? each : least;
    }
    return least;
  }

  /** The runs in a segment in the order of their places, none where it lacks one. */
  private List<Found> find(LeafReaderContext context) throws IOException {
    List<TermState> known = new ArrayList<>();
    for (TermStates each : states) {
      IOSupplier<TermState> supplier = each.get(context);
      TermState state = supplier == null ? null : supplier.get();
      if (state == null) {
        return List.of();
      }
      known.add(state);
    }
    Terms terms = Terms.getTerms(context.reader(), query.field());
    List<Found> found = new ArrayList<>();
    for (int i = 0; i < known.size(); i++) {
      Term run = query.runs().get(i);
      TermsEnum at = terms.iterator();
      at.seekExact(run.bytes(), known.get(i));
      found.add(new Found(run, query.places().get(i), at));
    }
    return found;
  }

  private PhraseMatcher matcher(List<Found> found, SimScorer scorer, boolean offsets)
      throws IOException {
    int flags = offsets ? PostingsEnum.OFFSETS : PostingsEnum.POSITIONS;
    List<PostingsAndFreq> postings = new ArrayList<>();
    float cost = 0;
    for (Found each : found) {
      if (mode == ScoreMode.TOP_SCORES) {
        ImpactsEnum impacts = each.terms.impacts(flags);
        postings.add(new PostingsAndFreq(impacts, impacts, each.place, each.run));
      } else {
        postings.add(each.all(each.terms.postings(null, flags)));
      }
      cost += PhraseQuery.termPositionsCost(each.terms);
    }
    return new ExactPhraseMatcher(postings.toArray(PostingsAndFreq[]::new), mode, scorer, cost);
  }

  private static LeadTermPhraseScorer led(LeafReader reader, List<Found> found, SimScorer scorer)
      throws IOException {
    String field = found.getFirst().run.field();
    Found rarest = rarest(found);
    TermScorer bound =
        new TermScorer(
            rarest.terms.impacts(PostingsEnum.FREQS), scorer, reader.getNormValues(field), true);
    List<PostingsEnum> rarestFirst = new ArrayList<>();
    PostingsAndFreq[] postings = new PostingsAndFreq[found.size()];
    for (int i = 0; i < postings.length; i++) {
      PostingsEnum places = found.get(i).terms.postings(null, PostingsEnum.POSITIONS);
      postings[i] = found.get(i).all(places);
      rarestFirst.add(places);
    }
    rarestFirst.sort(Comparator.comparingLong(PostingsEnum::cost));
    PhraseMatcher matcher =
        new ExactPhraseMatcher(postings, ScoreMode.COMPLETE, scorer, postings.length);
    return new LeadTermPhraseScorer(
        bound, rarestFirst, matcher, scorer, reader.getNormValues(field));
  }
}
