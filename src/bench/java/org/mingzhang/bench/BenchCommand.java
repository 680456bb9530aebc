package org.mingzhang.bench;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.mingzhang.bench.corpus.ArticleCorpus;
import org.mingzhang.bench.corpus.Corpus;
import org.mingzhang.bench.corpus.SyntheticCorpus;
import org.mingzhang.bench.report.Machine;
import org.mingzhang.bench.report.Report;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** The command line of the benchmark. */
@Command(
    name = "bench",
    description =
        "Measures the product, and other engines on the same sections with the same queries.",
    mixinStandardHelpOptions = true)
public final class BenchCommand implements Callable<Integer> {
  @Option(
      names = "--sizes",
      split = ",",
      defaultValue = "10k,100k,1m",
      description = "Sizes of the index in sections (default: ${DEFAULT-VALUE}).")
  private List<String> sizes = List.of();

  @Option(
      names = "--folder",
      description = "Measure on the text files of a folder, cut into articles.")
  private @Nullable Path folder;

  @Option(
      names = "--peers",
      split = ",",
      defaultValue = "all",
      description =
          "Other engines to measure: all, none, or some of unranked, hanlp, cjk, smartcn, bigrams,"
              + " sqlite, sqlite-ranked, postgres, solr (default: ${DEFAULT-VALUE}).")
  private List<String> peers = List.of();

  @Option(
      names = "--peer-size",
      defaultValue = "100k",
      description = "Sections on which engines are compared (default: ${DEFAULT-VALUE}).")
  private String peerSize = "100k";

  @Option(
      names = "--files",
      description = "Folder of documents to read from (default: the samples of the project).")
  private @Nullable Path files;

  @Option(
      names = "--keep",
      description = "Folder that keeps the indexes for the next run (default: none are kept).")
  private @Nullable Path keep;

  @Option(
      names = "--only",
      split = ",",
      description =
          "Measure only some of index, search, pages, ingest, start, peers; or, only when asked for,"
              + " choices: other settings of the index, and cluster: three nodes of OpenSearch.")
  private List<String> only = List.of();

  @Option(
      names = "--queries",
      defaultValue = "200",
      description = "Queries of each kind (default: ${DEFAULT-VALUE}).")
  private int queries;

  @Option(
      names = "--rounds",
      defaultValue = "2",
      description = "Rounds that count, after one that does not (default: ${DEFAULT-VALUE}).")
  private int rounds;

  @Option(
      names = "--out",
      defaultValue = "target/bench",
      description = "Where bench.md and bench.json are written (default: ${DEFAULT-VALUE}).")
  private Path out = Path.of("target/bench");

  /** Runs the benchmark. */
  public static void main(String[] args) {
    java.util.logging.Logger.getLogger("org.apache.lucene")
        .setLevel(java.util.logging.Level.SEVERE);
    System.exit(new CommandLine(new BenchCommand()).execute(args));
  }

  @Override
  public Integer call() throws Exception {
    PrintStream progress = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    Report report = new Report(out, progress, Machine.about());
    Corpus corpus = folder == null ? new SyntheticCorpus() : new ArticleCorpus(folder);
    Path work = keep == null ? Files.createTempDirectory("mingzhang-bench") : keep;
    Files.createDirectories(work);
    Set<Long> counts = new TreeSet<>();
    sizes.forEach(size -> counts.add(count(size)));
    BenchRun run =
        new BenchRun(corpus, work, keep != null, report, queries, rounds, new ArrayList<>(only));
    try {
      run.product(counts);
      run.choices();
      run.peers(peers, count(peerSize));
      run.files(files == null ? Path.of("samples") : files);
    } finally {
      if (keep == null) {
        org.mingzhang.bench.peer.Folders.remove(work);
      }
    }
    progress.println("written to " + out.resolve("bench.md") + " and bench.json");
    return 0;
  }

  /** 10k, 100k, 1m or a plain number. */
  private static long count(String size) throws IllegalArgumentException {
    String lower = size.strip().toLowerCase(Locale.ROOT);
    long unit = lower.endsWith("m") ? 1_000_000 : lower.endsWith("k") ? 1_000 : 1;
    String digits = unit == 1 ? lower : lower.substring(0, lower.length() - 1);
    return Long.parseLong(digits) * unit;
  }
}
