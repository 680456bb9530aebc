package org.mingzhang.bench.measure;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
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

  /** All lines of an engine. */
  public void run(String table, Engine engine, int rounds) throws Exception {
    String name = table.equals("Search") ? "" : engine.name() + ": ";
    phrases(table, name + "phrase, words whole", engine, queries.aligned(), rounds);
    phrases(table, name + "phrase, words cut", engine, queries.crossing(), rounds);
    Samples words = Timing.rounds(rounds, queries.words(), q -> engine.words(q, TOP));
    report.add(new Row(table, name + "words, top 10", sections, words.numbers()));
  }

  private void phrases(String table, String work, Engine engine, List<String> phrases, int rounds)
      throws Exception {
    Samples times = Timing.rounds(rounds, phrases, q -> engine.phrase(q, TOP));
    Map<String, Double> numbers = times.numbers();
    Exactness exactness = new Exactness();
    for (String phrase : phrases) {
      exactness.add(
          truth.sections(phrase),
          truth.count(phrase),
          new HashSet<>(engine.phrase(phrase, Truth.MOST_KEPT + 1)));
    }
    numbers.put("recall", exactness.recall());
    numbers.put("precision", exactness.precision());
    numbers.put("exact of " + phrases.size(), (double) exactness.exact);
    report.add(new Row(table, work, sections, numbers));
  }

  /** Mean recall and precision over queries; of frequent strings only that enough are found. */
  private static final class Exactness {
    private double recall;
    private double precision;
    private int queries;
    private int exact;

    private void add(Set<String> wanted, long count, Set<String> found) {
      queries++;
      if (count > Truth.MOST_KEPT) {
        boolean enough = found.size() > Truth.MOST_KEPT;
        recall += enough ? 1 : (double) found.size() / (Truth.MOST_KEPT + 1);
        precision += 1;
        exact += enough ? 1 : 0;
        return;
      }
      long right = found.stream().filter(wanted::contains).count();
      recall += wanted.isEmpty() ? 1 : (double) right / wanted.size();
      precision += found.isEmpty() ? 1 : (double) right / found.size();
      exact += found.equals(wanted) ? 1 : 0;
    }

    private double recall() {
      return recall / queries;
    }

    private double precision() {
      return precision / queries;
    }
  }
}
