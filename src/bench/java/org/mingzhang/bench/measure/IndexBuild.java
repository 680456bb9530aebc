package org.mingzhang.bench.measure;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.mingzhang.bench.corpus.BenchDocument;
import org.mingzhang.bench.corpus.Corpus;
import org.mingzhang.bench.peer.Folders;
import org.mingzhang.bench.peer.ProductEngine;
import org.mingzhang.bench.report.Report;
import org.mingzhang.bench.report.Row;
import org.mingzhang.bench.report.Timing;
import org.mingzhang.schema.IndexSchema;

/**
 * Builds the product's index of a corpus on all processors, or opens the one of an earlier run.
 * Documents are generated beforehand in batches, so that only indexing is timed. Progress is
 * reported after every tenth.
 */
public final class IndexBuild {
  private static final int PORTION = 20_000;
  private static final long SMALLEST_STEP = 100_000;
  private static final String MARK = "made-of.txt";

  private final Corpus corpus;
  private final int threads = Runtime.getRuntime().availableProcessors();

  /** Builds indexes of this corpus. */
  public IndexBuild(Corpus corpus) {
    this.corpus = corpus;
  }

  /**
   * Makes the index in a folder.
   *
   * @return how many documents it holds
   */
  public int run(Path folder, long sections, Report report) throws IOException {
    String mark = corpus.name() + " " + sections + " schema " + IndexSchema.VERSION;
    Path marked = folder.resolveSibling(folder.getFileName() + "." + MARK);
    if (Files.exists(marked) && Files.readString(marked).startsWith(mark + " documents ")) {
      report.note("the index of " + sections + " sections was kept from an earlier run");
      try (ProductEngine engine = new ProductEngine(folder)) {
        engine.settle();
      }
      return Integer.parseInt(Files.readString(marked).substring((mark + " documents ").length()));
    }
    Files.deleteIfExists(marked);
    Folders.remove(folder);
    int documents = build(folder, sections, report);
    Files.writeString(marked, mark + " documents " + documents);
    return documents;
  }

  private int build(Path folder, long sections, Report report) throws IOException {
    Progress progress = new Progress(Math.max(SMALLEST_STEP, sections / 10));
    try (ExecutorService pool = Executors.newFixedThreadPool(threads);
        ProductEngine engine = new ProductEngine(folder)) {
      corpus.forEachPortion(
          sections,
          PORTION,
          portion -> {
            progress.timed(() -> index(engine, pool, portion));
            boolean step = progress.count(portion);
            if (step && progress.sections < sections) {
              String work = "index, " + threads + " threads, so far";
              report.add(new Row("Indexing", work, progress.sections, progress.numbers()));
            }
          });
      progress.timed(engine::finish);
      Map<String, Double> numbers = progress.numbers();
      numbers.put("bytes/section", (double) engine.bytes() / sections);
      numbers.put("MiB", engine.bytes() / 1048576.0);
      numbers.put("segments", (double) engine.reader().leaves().size());
      report.add(new Row("Indexing", "index, " + threads + " threads", sections, numbers));
      settle(engine, sections, report);
    }
    return progress.documents;
  }

  /** What an index has taken so far. */
  private static final class Progress {
    private long nanos;
    private long cpu;
    private long characters;
    private long sections;
    private final long step;
    private int documents;

    private Progress(long step) {
      this.step = step;
    }

    private void timed(Timing.Task task) {
      long before = cpu();
      nanos += Timing.once(task);
      cpu += cpu() - before;
    }

    /** Counts what was indexed; whether another step is full. */
    private boolean count(List<BenchDocument> portion) {
      long before = sections / step;
      documents += portion.size();
      characters += characters(portion);
      sections += portion.stream().mapToLong(d -> d.sectionIds().size()).sum();
      return sections / step > before;
    }

    private Map<String, Double> numbers() {
      Map<String, Double> numbers = new LinkedHashMap<>();
      numbers.put("sections/s", sections / (nanos / 1e9));
      numbers.put("sections/s of CPU", sections / (cpu / 1e9));
      numbers.put("M characters/s", characters / (nanos / 1e3));
      numbers.put("characters/section", (double) characters / sections);
      return numbers;
    }
  }

  /** Merges segments, as the portal does when nothing has been indexed for two minutes. */
  private static void settle(ProductEngine engine, long sections, Report report)
      throws IOException {
    Map<String, Double> numbers = new LinkedHashMap<>();
    numbers.put("seconds", Timing.once(engine::settle) / 1e9);
    numbers.put("MiB", engine.bytes() / 1048576.0);
    numbers.put("segments", (double) engine.reader().leaves().size());
    report.add(new Row("Indexing", "merged when idle", sections, numbers));
  }

  /** CPU time of the process, including JIT compilation and garbage collection. */
  private static long cpu() {
    return ManagementFactory.getOperatingSystemMXBean()
            instanceof com.sun.management.OperatingSystemMXBean system
        ? system.getProcessCpuTime()
        : 0;
  }

  private static long characters(List<BenchDocument> portion) {
    return portion.stream()
        .flatMap(d -> d.disclosure().sections().stream())
        .mapToLong(s -> s.fullText().length())
        .sum();
  }

  private void index(ProductEngine engine, ExecutorService pool, List<BenchDocument> portion)
      throws InterruptedException, ExecutionException {
    List<Future<?>> running = new ArrayList<>();
    for (int t = 0; t < threads; t++) {
      int from = portion.size() * t / threads;
      int to = portion.size() * (t + 1) / threads;
      running.add(
          pool.submit(
              () -> {
                engine.add(portion.subList(from, to));
                return true;
              }));
    }
    for (Future<?> each : running) {
      each.get();
    }
  }
}
