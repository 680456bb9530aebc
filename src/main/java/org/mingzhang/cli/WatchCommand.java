package org.mingzhang.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.mingzhang.indexing.FolderWatch;
import org.mingzhang.indexing.SourceFiles;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Indexes folders and goes on with what changes in them. */
@Command(
    name = "watch",
    description =
        "Index the folders given and go on with every file that comes or changes, without serving"
            + " (serve --watch does both).",
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

  @Mixin private ReadingOptions threads = new ReadingOptions();

  @Parameters(paramLabel = "FOLDER", arity = "1..*", description = "Folders to watch.")
  private List<Path> folders = List.of();

  WatchCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() throws IOException, InterruptedException {
    SourceFiles.Listing listing = SourceFiles.look(folders);
    ProgressPrinter.passedOver(terminal, listing.passedOver());
    try (ShutdownSignal signal = new ShutdownSignal();
        IndexedArchive instance =
            IndexedArchive.open(data, engine::open, threads.number(), threads.longest());
        SelfRepair repair = new SelfRepair(instance, terminal);
        BackgroundIndexing indexing = new BackgroundIndexing(instance, terminal, repair::met)) {
      indexing.submit(listing.files());
      indexing.watch(new FolderWatch(folders, listing));
      terminal.out().println("Watching " + folders.size() + " folders (stop with Ctrl-C)");
      terminal.out().flush();
      signal.await();
    }
    return 0;
  }
}
