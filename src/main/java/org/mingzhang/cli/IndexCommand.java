package org.mingzhang.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.mingzhang.collect.warc.WebArchive;
import org.mingzhang.indexing.IndexingProgress;
import org.mingzhang.indexing.SourceFileLister;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Indexes files. */
@Command(
    name = "index",
    description =
        "Read files and folders into archive and index. Documents of web archives (WARC, WACZ) are"
            + " indexed with their address and time of capture.",
    mixinStandardHelpOptions = true,
    exitCodeListHeading = "Exit codes:%n",
    exitCodeList = {
      "0:every file was read, now or before",
      "1:files were refused, metadata beside files ignored, parts of web archives left out, or"
          + " folders could not be opened; messages name them",
      "2:nothing was done: a path does not exist, or the data folder cannot be used"
    })
final class IndexCommand implements Callable<Integer> {
  private final Terminal terminal;

  @Mixin private DataFolder data = new DataFolder();

  @Mixin private EngineOptions engine = new EngineOptions();

  @Mixin private ReadingOptions reading = new ReadingOptions();

  @Parameters(paramLabel = "PATH", arity = "1..*", description = "Files and folders.")
  private List<Path> paths = List.of();

  IndexCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() throws IOException, InterruptedException {
    SourceFileLister.Listing listing = SourceFileLister.scan(paths);
    ProgressPrinter.printSkipped(terminal, listing.skippedPaths());
    try (IndexedArchive instance =
        IndexedArchive.open(data, engine::open, reading.threads(), reading.maxDuration())) {
      List<Path> files =
          listing.files().stream().filter(f -> !WebArchive.hasArchiveName(f)).toList();
      ProgressPrinter printer = new ProgressPrinter(terminal);
      IndexingProgress end = instance.index(files, printer);
      terminal.out().println(ProgressPrinter.formatSummary(end));
      boolean whole = !printer.hasIgnoredMetadata();
      for (Path file : listing.files().stream().filter(WebArchive::hasArchiveName).toList()) {
        whole &= new WebArchiveImport(instance, data, terminal).run(file);
      }
      boolean faults =
          listing.skippedPaths().stream().anyMatch(SourceFileLister.SkippedPath::isFault);
      return end.refusedCount() == 0 && whole && !faults ? 0 : 1;
    }
  }
}
