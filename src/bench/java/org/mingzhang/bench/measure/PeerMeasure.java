package org.mingzhang.bench.measure;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.mingzhang.bench.corpus.Corpus;
import org.mingzhang.bench.corpus.Queries;
import org.mingzhang.bench.corpus.Truth;
import org.mingzhang.bench.peer.Engine;
import org.mingzhang.bench.report.Report;
import org.mingzhang.bench.report.Row;
import org.mingzhang.bench.report.Samples;
import org.mingzhang.bench.report.Timing;

/**
 * Compares engines with the same sections and queries. Each is filled by one thread. Every round
 * then queries all engines in turn, and the ratio of an engine to the product is the median of its
 * rounds, so that noise of the machine affects all engines equally.
 */
public final class PeerMeasure {
  private static final int TOP = 10;
  private static final int PORTION = 20_000;
  private static final String TABLE = "Peers";

  private final Corpus corpus;
  private final long sections;
  private final Report report;
  private final List<Engine> engines = new ArrayList<>();

  /** Compares on the first sections of a corpus. */
  public PeerMeasure(Corpus corpus, long sections, Report report) {
    this.corpus = corpus;
    this.sections = sections;
    this.report = report;
  }

  /**
   * Fills an engine and keeps it for {@link #compare}, which closes it; the product comes first.
   */
  public void fill(Engine engine) {
    engines.add(engine);
    long[] nanos = {0};
    corpus.forEachPortion(
        sections, PORTION, portion -> nanos[0] += Timing.once(() -> engine.add(portion)));
    nanos[0] += Timing.once(engine::finish);
    Map<String, Double> numbers = new LinkedHashMap<>();
    numbers.put("index s", nanos[0] / 1e9);
    Timing.once(() -> numbers.put("MiB", engine.bytes() / 1048576.0));
    Samples years = Timing.rounds(5, List.of(1), q -> engine.years());
    numbers.put("count by year ms", years.millis(0.5));
    Timing.once(() -> numbers.put("empty question ms", engine.asking()));
    report.add(new Row(TABLE + ": filling", engine.name(), sections, numbers));
  }

  /** Queries all engines. */
  public void compare(Queries queries, Truth truth, int rounds) throws Exception {
    try {
      phrases("phrase, words whole", queries.aligned(), truth, rounds);
      phrases("phrase, words cut", queries.crossing(), truth, rounds);
      Map<Engine, List<Samples>> words = rounds(rounds, queries.words(), Engine::words);
      for (Engine engine : engines) {
        report.add(row("words", engine, words));
      }
    } finally {
      for (Engine engine : engines) {
        engine.close();
      }
    }
  }

  private void phrases(String work, List<String> phrases, Truth truth, int rounds)
      throws Exception {
    Map<Engine, List<Samples>> samples = rounds(rounds, phrases, Engine::phrase);
    for (Engine engine : engines) {
      Row row = row(work, engine, samples);
      for (Map.Entry<String, Double> number : Exactness.of(engine, phrases, truth).entrySet()) {
        row = row.with(number.getKey(), number.getValue());
      }
      report.add(row);
    }
  }

  /** A query to an engine. */
  @FunctionalInterface
  private interface Question<T> {
    List<String> ask(Engine engine, T query, int most) throws Exception;
  }

  private <T> Map<Engine, List<Samples>> rounds(int rounds, List<T> queries, Question<T> question) {
    Map<Engine, List<Samples>> all = new LinkedHashMap<>();
    for (Engine engine : engines) {
      for (int i = 1; i < engine.warmUps(); i++) {
        Timing.pass(queries, q -> question.ask(engine, q, TOP));
      }
    }
    long begin = System.nanoTime();
    for (int i = 0; i <= rounds && (i < 2 || !Timing.late(begin)); i++) {
      for (Engine engine : engines) {
        Samples pass = Timing.pass(queries, q -> question.ask(engine, q, TOP));
        if (i > 0) {
          all.computeIfAbsent(engine, e -> new ArrayList<>()).add(pass);
        }
      }
    }
    return all;
  }

  private Row row(String work, Engine engine, Map<Engine, List<Samples>> samples) {
    List<Samples> own = samples.getOrDefault(engine, List.of());
    List<Samples> ours = samples.getOrDefault(engines.getFirst(), List.of());
    Samples all = new Samples();
    own.forEach(all::add);
    Map<String, Double> numbers = all.numbers();
    numbers.remove("CPU ms");
    numbers.put("p50 / ours", ratio(own, ours, 0.5));
    numbers.put("p99 / ours", ratio(own, ours, 0.99));
    return new Row(TABLE + ": " + work, engine.name(), sections, numbers);
  }

  private static double ratio(List<Samples> own, List<Samples> ours, double share) {
    List<Double> ratios = new ArrayList<>();
    for (int i = 0; i < own.size(); i++) {
      ratios.add(own.get(i).millis(share) / Math.max(1e-6, ours.get(i).millis(share)));
    }
    ratios.sort(null);
    return ratios.get(ratios.size() / 2);
  }
}
