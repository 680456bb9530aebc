package org.mingzhang.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import org.mingzhang.archive.Archive;
import org.mingzhang.archive.IngestEntry;
import org.mingzhang.archive.OfferedFile;
import org.mingzhang.indexing.Indexer;
import org.mingzhang.indexing.IndexingProgress;
import org.mingzhang.indexing.MemberSpool;
import org.mingzhang.indexing.NullDocumentIndex;
import org.mingzhang.indexing.SourceFileLister;
import org.mingzhang.indexing.worker.WorkerPool;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Reads files from a queue that several processes share. */
@Command(
    name = "work",
    description =
        "Read files from a shared queue (--ledger) into the archive, in parallel with other"
            + " processes on this or other machines; a portal indexes the documents.",
    mixinStandardHelpOptions = true,
    exitCodeListHeading = "Exit codes:%n",
    exitCodeList = {
      "0:stopped by a signal, or the queue is empty",
      "1:with --until-empty: reading failed ten times in succession",
      "2:there is no shared ledger, it cannot be reached, or a path does not exist"
    })
final class WorkCommand implements Callable<Integer> {
  private static final Duration POLL_INTERVAL = Duration.ofMillis(500);

  /** Number of failed runs in succession after which {@code --until-empty} gives up. */
  private static final int MAX_FAILURES = 10;

  private static final int FAILED_EXIT_CODE = 1;

  private final Terminal terminal;

  @Mixin private DataFolder data = new DataFolder();

  @Mixin private ReadingOptions reading = new ReadingOptions();

  @Option(
      names = "--until-empty",
      description = "End when no file is waiting or being read (default: wait for more files).")
  private boolean stopsWhenQueueIsEmpty;

  @Parameters(
      paramLabel = "PATH",
      arity = "0..*",
      description =
          "Files and folders to put into the queue first; they must have these paths on all"
              + " machines.")
  private List<Path> paths = List.of();

  WorkCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() throws IOException, InterruptedException {
    if (!data.usesDatabase()) {
      throw new BadOptionException("work needs a shared queue: give --ledger");
    }
    List<Path> files = listFiles();
    ProcessTempFolder folder = ProcessTempFolder.create(data.readerTempFolder());
    try (ShutdownSignal signal = new ShutdownSignal();
        Archive archive = Archive.open(data.archiveLocation());
        WorkerPool reader =
            WorkerMain.createPool(folder.path(), reading.threads(), reading.maxDuration())) {
      archive
          .queue()
          .acceptAll(
              files.stream().map(file -> OfferedFile.ofFile(file, false)).toList(),
              Clock.systemUTC().instant());
      Indexer indexer =
          new Indexer(
              archive,
              new NullDocumentIndex(),
              reader,
              Clock.systemUTC(),
              reader.maxCallers(),
              new MemberSpool(folder.path()));
      Thread.ofVirtual().name("stop").start(() -> stopOnShutdown(signal, indexer));
      return runUntilStopped(archive, indexer, signal);
    } finally {
      folder.close();
    }
  }

  private static void stopOnShutdown(ShutdownSignal signal, Indexer indexer) {
    try {
      signal.await();
      indexer.stop();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private List<Path> listFiles() throws IOException {
    if (paths.isEmpty()) {
      return List.of();
    }
    SourceFileLister.Listing listing =
        SourceFileLister.scan(paths.stream().map(Path::toAbsolutePath).toList());
    ProgressPrinter.printSkipped(terminal, listing.skippedPaths());
    return listing.files();
  }

  private int runUntilStopped(Archive archive, Indexer indexer, ShutdownSignal signal)
      throws InterruptedException {
    TaskRepeater repeater = new TaskRepeater(POLL_INTERVAL, signal::await, this::printFailure);
    return repeat(repeater, () -> runOnce(archive, indexer), stopsWhenQueueIsEmpty, terminal);
  }

  /**
   * Repeats reading and returns the exit code: 0, or 1 if it has failed {@link #MAX_FAILURES} times
   * in succession and is to end when the queue is empty; the last failure is then printed.
   */
  static int repeat(
      TaskRepeater repeater,
      TaskRepeater.Task task,
      boolean endsWhenQueueIsEmpty,
      Terminal terminal)
      throws InterruptedException {
    try {
      repeater.repeat(task, endsWhenQueueIsEmpty ? MAX_FAILURES : Integer.MAX_VALUE);
      return 0;
    } catch (IOException | RuntimeException e) {
      int unused = RootCommand.reportError(e, terminal);
      return FAILED_EXIT_CODE;
    }
  }

  /** Reads the files in the queue; returns whether to wait for further files. */
  private boolean runOnce(Archive archive, Indexer indexer)
      throws IOException, InterruptedException {
    IndexingProgress end = indexer.run(new ProgressPrinter(terminal));
    if (end.finishedCount() > 0) {
      terminal.print(ProgressPrinter.formatSummary(end));
    }
    boolean open =
        archive.queue().count(IngestEntry.IngestState.ACCEPTED)
                + archive.queue().count(IngestEntry.IngestState.READING)
            > 0;
    return open || !stopsWhenQueueIsEmpty;
  }

  private void printFailure(String message, Duration pause) {
    terminal
        .err()
        .println(
            "reading stopped: "
                + Terminal.replaceControls(message)
                + "; tried again in "
                + pause.toSeconds()
                + " s");
  }
}
