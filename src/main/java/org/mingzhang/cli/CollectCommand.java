package org.mingzhang.cli;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicBoolean;
import org.mingzhang.archive.CrawlRun;
import org.mingzhang.archive.Frontier;
import org.mingzhang.archive.FrontierEntry;
import org.mingzhang.collect.Crawler;
import org.mingzhang.collect.source.CrawlSource;
import org.mingzhang.collect.source.SourceList;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Collects sources once and indexes their documents. */
@Command(
    name = "collect",
    description =
        "Crawl the sources of the file of sources once, keep the responses as WARC, and index the"
            + " documents. An interrupted run is continued.",
    mixinStandardHelpOptions = true,
    exitCodeListHeading = "Exit codes:%n",
    exitCodeList = {
      "0:every source was collected completely",
      "1:a source was not collected completely, as after a signal to stop, could not be read, or"
          + " addresses of it failed and are tried again by the next run; a message names it",
      "2:nothing was done: the file of sources is invalid, or the data folder cannot be used"
    })
final class CollectCommand implements Callable<Integer> {
  private final Terminal terminal;

  @Mixin private DataFolder data = new DataFolder();

  @Mixin private EngineOptions engine = new EngineOptions();

  @Mixin private CollectOptions options = new CollectOptions();

  @Mixin private ReadingOptions reading = new ReadingOptions();

  @Parameters(
      paramLabel = "SOURCE",
      arity = "0..*",
      description = "Names of sources (default: all).")
  private List<String> names = List.of();

  /** Whether the command has ended, or is stopping. */
  private final AtomicBoolean ended = new AtomicBoolean();

  CollectCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() throws IOException, InterruptedException {
    SourceList list = options.read();
    List<CrawlSource> wanted = CollectOptions.select(list, names);
    try (ShutdownSignal signal = new ShutdownSignal();
        IndexedArchive instance =
            IndexedArchive.open(data, engine::open, reading.threads(), reading.maxDuration());
        CrawlIndexer indexer = new CrawlIndexer(instance, terminal)) {
      Crawler crawler =
          options.createCrawler(
              list, data, instance.archive(), new CrawlProgressPrinter(terminal, indexer::wake));
      stopOnSignal(signal, crawler, instance);
      List<CrawlRun> runs = crawler.run(wanted);
      terminal.out().println(ProgressPrinter.formatSummary(indexer.finish()));
      boolean stopped = !ended.compareAndSet(false, true);
      if (stopped) {
        terminal.print("Stopped; the next run continues with what was not fetched or indexed.");
      }
      int failed = printFailures(wanted, instance.archive().frontier());
      return !stopped
              && failed == 0
              && runs.size() == wanted.size()
              && runs.stream().allMatch(CollectCommand::endedWithoutFault)
          ? 0
          : 1;
    }
  }

  /** Stops collecting and indexing when the system requests that the process ends. */
  private void stopOnSignal(ShutdownSignal signal, Crawler crawler, IndexedArchive instance) {
    Thread.ofPlatform()
        .name("collect-stop")
        .daemon()
        .start(
            () -> {
              try {
                signal.await();
              } catch (InterruptedException e) {
                return;
              }
              if (ended.compareAndSet(false, true)) {
                terminal.err().println("Stopping …");
                crawler.stop();
                instance.stopIndexing();
              }
            });
  }

  /**
   * Prints a line for each source with addresses that failed, as after a server error; returns the
   * number of those addresses. Addresses that were refused permanently are not counted.
   */
  private int printFailures(List<CrawlSource> sources, Frontier frontier) {
    int all = 0;
    for (CrawlSource source : sources) {
      int failed = frontier.countInState(source.name(), FrontierEntry.State.FAILED);
      if (failed > 0) {
        terminal.print(
            source.name()
                + ": "
                + failed
                + " addresses failed and are tried again by the next run");
      }
      all += failed;
    }
    return all;
  }

  private static boolean endedWithoutFault(CrawlRun run) {
    return run.state() == CrawlRun.State.ENDED && run.message() == null;
  }
}
