package org.mingzhang.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.mingzhang.indexing.FolderWatcher;
import org.mingzhang.indexing.SourceFileLister;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Indexes folders and their later changes. */
@Command(
    name = "watch",
    description =
        "Index the given folders and watch them for new and changed files, without serving (serve"
            + " --watch does both).",
    mixinStandardHelpOptions = true,
    exitCodeListHeading = "Exit codes:%n",
    exitCodeList = {
      "0:stopped by a signal",
      "2:a folder does not exist, or the data folder cannot be used"
    })
final class WatchCommand implements Callable<Integer> {
  private final Terminal terminal;

  @Mixin private DataFolder data = new DataFolder();

  @Mixin private EngineOptions engine = new EngineOptions();

  @Mixin private ReadingOptions reading = new ReadingOptions();

  @Parameters(paramLabel = "FOLDER", arity = "1..*", description = "Folders to watch.")
  private List<Path> folders = List.of();

  WatchCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() throws IOException, InterruptedException {
    SourceFileLister.Listing listing = SourceFileLister.scan(folders);
    ProgressPrinter.printSkipped(terminal, listing.skippedPaths());
    try (ShutdownSignal signal = new ShutdownSignal();
        IndexedArchive instance =
            IndexedArchive.open(data, engine::open, reading.threads(), reading.maxDuration());
        SelfRepair repair = new SelfRepair(instance, terminal);
        BackgroundIndexing indexing =
            new BackgroundIndexing(instance, terminal, repair::reportFailure)) {
      indexing.submit(listing.files());
      indexing.watch(new FolderWatcher(folders, listing));
      terminal.print("Watching " + folders.size() + " folders (stop with Ctrl-C)");
      signal.await();
    }
    return 0;
  }
}
