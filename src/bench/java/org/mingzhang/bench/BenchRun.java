package org.mingzhang.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.mingzhang.bench.corpus.Corpus;
import org.mingzhang.bench.corpus.Queries;
import org.mingzhang.bench.corpus.QueryDrawer;
import org.mingzhang.bench.corpus.Truth;
import org.mingzhang.bench.measure.AnswerMeasure;
import org.mingzhang.bench.measure.IndexBuild;
import org.mingzhang.bench.measure.PageMeasure;
import org.mingzhang.bench.measure.PhraseMeasure;
import org.mingzhang.bench.measure.RefreshMeasure;
import org.mingzhang.bench.peer.ProductEngine;
import org.mingzhang.bench.report.Report;

/** One run of the benchmark: which measures, on what, in which order. */
final class BenchRun {
  private final Corpus corpus;
  private final Path work;
  private final Report report;
  private final int queries;
  private final int rounds;
  private final List<String> only;

  BenchRun(Corpus corpus, Path work, Report report, int queries, int rounds, List<String> only) {
    this.corpus = corpus;
    this.work = work;
    this.report = report;
    this.queries = queries;
    this.rounds = rounds;
    this.only = only;
  }

  private boolean wanted(String measure) {
    return only.isEmpty() || only.contains(measure);
  }

  /** Measures the product at each size. */
  void product(Collection<Long> sizes) throws Exception {
    if (!wanted("index") && !wanted("search") && !wanted("pages")) {
      return;
    }
    for (long sections : sizes) {
      Path index = work.resolve("index-" + sections);
      int documents = new IndexBuild(corpus).run(index, sections, report);
      Queries asked = new QueryDrawer(corpus, documents).draw(queries);
      if (wanted("search")) {
        search(index, sections, documents, asked);
      }
      if (wanted("pages")) {
        new PageMeasure(corpus, index, sections, report).run(asked);
      }
    }
  }

  private void search(Path index, long sections, int documents, Queries asked) throws Exception {
    Truth truth = truth(asked, sections);
    try (ProductEngine engine = new ProductEngine(index)) {
      new PhraseMeasure(asked, truth, sections, report).run("Search", engine, rounds);
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
  void peers(List<String> names, long sections) throws Exception {}

  /** Measures reading of files and starting of the program. */
  void files(Path files) throws IOException {}
}
