package org.mingzhang.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.mingzhang.bench.corpus.Corpus;
import org.mingzhang.bench.corpus.Queries;
import org.mingzhang.bench.corpus.QueryDrawer;
import org.mingzhang.bench.corpus.Truth;
import org.mingzhang.bench.measure.AnswerMeasure;
import org.mingzhang.bench.measure.ChoiceMeasure;
import org.mingzhang.bench.measure.ClusterMeasure;
import org.mingzhang.bench.measure.IndexBuild;
import org.mingzhang.bench.measure.IngestMeasure;
import org.mingzhang.bench.measure.PageMeasure;
import org.mingzhang.bench.measure.PeerMeasure;
import org.mingzhang.bench.measure.PhraseMeasure;
import org.mingzhang.bench.measure.RefreshMeasure;
import org.mingzhang.bench.measure.StartMeasure;
import org.mingzhang.bench.peer.Folders;
import org.mingzhang.bench.peer.Peers;
import org.mingzhang.bench.peer.ProductEngine;
import org.mingzhang.bench.report.Report;

/** One run of the benchmark: executes the measures in order. */
final class BenchRun {
  /** Fewer queries for peers, since databases need a tenth of a second for a short string. */
  private static final int PEERS_SHARE = 3;

  private final Corpus corpus;
  private final Path work;
  private final Report report;
  private final int queries;
  private final int rounds;
  private final List<String> only;
  private final boolean kept;

  /**
   * A run.
   *
   * @param kept whether the indexes in the folder stay for the next run
   */
  BenchRun(
      Corpus corpus,
      Path work,
      boolean kept,
      Report report,
      int queries,
      int rounds,
      List<String> only) {
    this.corpus = corpus;
    this.work = work;
    this.report = report;
    this.queries = queries;
    this.rounds = rounds;
    this.only = only;
    this.kept = kept;
  }

  private boolean wanted(String measure) {
    return only.isEmpty() || only.contains(measure);
  }

  /** Measures the product at each size. */
  void product(Collection<Long> sizes) throws Exception {
    boolean cluster = only.contains("cluster");
    if (!wanted("index") && !wanted("search") && !wanted("pages") && !cluster) {
      return;
    }
    for (long sections : sizes) {
      Path index = work.resolve("index-" + sections);
      int documents = new IndexBuild(corpus).run(index, sections, report);
      QueryDrawer drawer = new QueryDrawer(corpus, documents);
      Queries asked = drawer.draw(queries);
      if (wanted("search")) {
        search(index, sections, documents, asked);
      }
      if (wanted("pages")) {
        new PageMeasure(corpus, index, sections, report).run(asked, drawer.draw(queries));
      }
      if (cluster) {
        new ClusterMeasure(corpus, index, sections, report, kept).run(work, asked, rounds);
      }
    }
  }

  private void search(Path index, long sections, int documents, Queries asked) throws Exception {
    Truth truth = truth(asked, sections);
    try (ProductEngine engine = new ProductEngine(index)) {
      new PhraseMeasure(asked, truth, sections, report).run(engine, rounds);
    }
    new AnswerMeasure(index, sections, report).run(asked, rounds);
    RefreshMeasure.run(corpus, documents, index, sections, report);
  }

  private Truth truth(Queries asked, long sections) {
    List<String> phrases = new ArrayList<>(asked.aligned());
    phrases.addAll(asked.crossing());
    Truth truth = new Truth(phrases);
    corpus.forEach(sections, truth);
    return truth;
  }

  /** Measures other engines. */
  void peers(List<String> names, long sections) throws Exception {
    Peers peers = new Peers();
    peers.skipped(names).forEach(report::note);
    if (!wanted("peers") || peers.chosen(names).isEmpty()) {
      return;
    }
    int[] documents = {0};
    corpus.forEach(sections, document -> documents[0]++);
    Queries asked = new QueryDrawer(corpus, documents[0]).draw(queries / PEERS_SHARE);
    Path folder = work.resolve("peers");
    Folders.remove(folder);
    PeerMeasure measure = new PeerMeasure(corpus, sections, report);
    measure.fill(new ProductEngine(folder.resolve("mingzhang")));
    for (Map.Entry<String, Peers.Maker> peer : peers.chosen(names).entrySet()) {
      try {
        measure.fill(peer.getValue().in(folder.resolve(peer.getKey())));
      } catch (IOException | SQLException e) {
        report.note(peer.getKey() + " was left out: " + e.getMessage());
      }
    }
    measure.compare(asked, truth(asked, sections), rounds);
    Folders.remove(folder);
  }

  /** Measures other settings of the index, if requested. */
  void choices() throws IOException {
    if (only.contains("choices")) {
      new ChoiceMeasure(corpus, work, report).run();
    }
  }

  /** Measures reading of files and starting of the program. */
  void files(Path files) throws IOException, InterruptedException {
    if (wanted("ingest")) {
      new IngestMeasure(work, report).run(files);
    }
    if (wanted("start")) {
      new StartMeasure(work, report).run(Path.of("samples"));
    }
  }
}
