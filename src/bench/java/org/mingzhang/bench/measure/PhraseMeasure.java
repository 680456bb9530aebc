package org.mingzhang.bench.measure;

import java.util.List;
import java.util.Map;
import org.mingzhang.bench.corpus.Queries;
import org.mingzhang.bench.corpus.Truth;
import org.mingzhang.bench.peer.Engine;
import org.mingzhang.bench.report.Report;
import org.mingzhang.bench.report.Row;
import org.mingzhang.bench.report.Samples;
import org.mingzhang.bench.report.Timing;

/** Strings and words in an engine: the best ten and their time, recall and precision. */
public final class PhraseMeasure {
  private static final int TOP = 10;

  private final Queries queries;
  private final Truth truth;
  private final long sections;
  private final Report report;

  /** Measures with these queries. */
  public PhraseMeasure(Queries queries, Truth truth, long sections, Report report) {
    this.queries = queries;
    this.truth = truth;
    this.sections = sections;
    this.report = report;
  }

  /** All lines of the engine. */
  public void run(Engine engine, int rounds) throws Exception {
    phrases("phrase, words whole", engine, queries.aligned(), rounds);
    phrases("phrase, words cut", engine, queries.crossing(), rounds);
    Samples words = Timing.rounds(rounds, queries.words(), q -> engine.words(q, TOP));
    report.add(new Row("Search", "words, top 10", sections, words.numbers()));
  }

  private void phrases(String work, Engine engine, List<String> phrases, int rounds)
      throws Exception {
    Samples times = Timing.rounds(rounds, phrases, q -> engine.phrase(q, TOP));
    Map<String, Double> numbers = times.numbers();
    numbers.putAll(Exactness.of(engine, phrases, truth));
    report.add(new Row("Search", work, sections, numbers));
  }
}
