package org.mingzhang.cli;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.Callable;
import org.mingzhang.archive.CrawlRun;
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
      "1:a source was not collected completely, or could not be read; a message names it",
      "2:nothing was done: the file of sources is invalid, or the data folder cannot be used"
    })
final class CollectCommand implements Callable<Integer> {
  private final Terminal terminal;

  @Mixin private DataFolder data = new DataFolder();

  @Mixin private EngineOptions engine = new EngineOptions();

  @Mixin private CollectOptions options = new CollectOptions();

  @Mixin private ReadingOptions threads = new ReadingOptions();

  @Parameters(
      paramLabel = "SOURCE",
      arity = "0..*",
      description = "Names of sources (default: all).")
  private List<String> names = List.of();

  CollectCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() throws IOException, InterruptedException {
    SourceList list = options.read();
    List<CrawlSource> wanted = CollectOptions.select(list, names);
    try (IndexedArchive instance =
        IndexedArchive.open(data, engine::open, threads.threads(), threads.maxDuration())) {
      List<CrawlRun> runs =
          options
              .createCrawler(
                  list, data, instance.archive(), new CrawlProgressPrinter(terminal, () -> {}))
              .run(wanted);
      terminal
          .out()
          .println(ProgressPrinter.formatSummary(instance.index(new ProgressPrinter(terminal))));
      return runs.size() == wanted.size()
              && runs.stream().allMatch(CollectCommand::endedWithoutFault)
          ? 0
          : 1;
    }
  }

  private static boolean endedWithoutFault(CrawlRun run) {
    return run.state() == CrawlRun.State.ENDED && run.message() == null;
  }
}
