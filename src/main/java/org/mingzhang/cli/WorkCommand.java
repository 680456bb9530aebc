package org.mingzhang.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import org.mingzhang.archive.Archive;
import org.mingzhang.archive.IntakeEntry;
import org.mingzhang.archive.OfferedFile;
import org.mingzhang.indexing.Indexer;
import org.mingzhang.indexing.IndexingProgress;
import org.mingzhang.indexing.MemberSpool;
import org.mingzhang.indexing.NoIndex;
import org.mingzhang.indexing.SourceFiles;
import org.mingzhang.indexing.worker.WorkerPool;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Reads what waits in a queue that several processes share, and keeps it. */
@Command(
    name = "work",
    description =
        "Read files that wait in a shared queue (--ledger) into the archive, beside any number of"
            + " other processes on this or other machines; a portal brings them into the index.",
    mixinStandardHelpOptions = true,
    exitCodeListHeading = "Exit codes:%n",
    exitCodeList = {
      "0:stopped by a signal, or nothing waits any more",
      "2:there is no shared ledger, it cannot be reached, or a path does not exist"
    })
final class WorkCommand implements Callable<Integer> {
  /** Time after which a file moves aside, so that others are read meanwhile. */
  private static final Duration SOON = Duration.ofSeconds(10);

  private static final int WAIT = 10;
  private static final Duration LOOK = Duration.ofMillis(500);

  private final Terminal terminal;

  @Mixin private DataFolder data = new DataFolder();

  @Mixin private ReadingOptions threads = new ReadingOptions();

  @Option(
      names = "--until-empty",
      description = "End when nothing waits or is being read by anybody (default: wait for more).")
  private boolean untilEmpty;

  @Parameters(
      paramLabel = "PATH",
      arity = "0..*",
      description =
          "Files and folders that are put into the queue first; every worker must see them under"
              + " these paths.")
  private List<Path> paths = List.of();

  WorkCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() throws IOException, InterruptedException {
    if (!data.shared()) {
      throw new BadOptionException("work needs a queue that others share: give --ledger");
    }
    List<Path> files = files();
    WorkFolder folder = WorkFolder.take(data.work());
    try (ShutdownSignal signal = new ShutdownSignal();
        Archive archive = Archive.open(data.place());
        WorkerPool reader = reader(folder.path())) {
      archive
          .queue()
          .acceptAll(
              files.stream().map(file -> OfferedFile.ofFile(file, false)).toList(),
              Clock.systemUTC().instant());
      Indexer indexer =
          new Indexer(
              archive,
              new NoIndex(),
              reader,
              Clock.systemUTC(),
              reader.callers(),
              new MemberSpool(folder.path()));
      Thread.ofVirtual().name("stop").start(() -> stopAfter(signal, indexer));
      work(archive, indexer, signal);
    } finally {
      folder.close();
    }
    return 0;
  }

  private static void stopAfter(ShutdownSignal signal, Indexer indexer) {
    try {
      signal.await();
      indexer.stop();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private List<Path> files() throws IOException {
    if (paths.isEmpty()) {
      return List.of();
    }
    SourceFiles.Listing listing =
        SourceFiles.look(paths.stream().map(Path::toAbsolutePath).toList());
    ProgressPrinter.passedOver(terminal, listing.passedOver());
    return listing.files();
  }

  private WorkerPool reader(Path spool) throws IOException {
    Duration longest = threads.longest();
    int parallel =
        threads.number() > 0 ? threads.number() : Runtime.getRuntime().availableProcessors();
    return new WorkerPool(
        WorkerMain.quick(spool, longest),
        WorkerMain.lasting(spool, longest),
        spool,
        parallel,
        SOON,
        Duration.ofMillis(Math.multiplyExact(longest.toMillis(), WAIT)));
  }

  private void work(Archive archive, Indexer indexer, ShutdownSignal signal)
      throws IOException, InterruptedException {
    do {
      IndexingProgress end = indexer.run(new ProgressPrinter(terminal));
      if (end.done() > 0) {
        terminal.out().println(ProgressPrinter.summary(end));
        terminal.out().flush();
      }
      boolean open =
          archive.queue().count(IntakeEntry.State.ACCEPTED)
                  + archive.queue().count(IntakeEntry.State.READING)
              > 0;
      if (untilEmpty && !open) {
        return;
      }
    } while (!signal.await(LOOK));
  }
}
