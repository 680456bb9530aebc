package org.mingzhang.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.apache.commons.io.file.PathUtils;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Merges the index and compacts the ledger. */
@Command(
    name = "compact",
    description =
        "Merge the segments of the index, delete replaced documents, and free disk space. Needs"
            + " space for a second copy of the index while it runs; the portal must be stopped.",
    mixinStandardHelpOptions = true,
    exitCodeListHeading = "Exit codes:%n",
    exitCodeList = {"0:done", "2:the data folder is in use or cannot be written"})
final class CompactCommand implements Callable<Integer> {
  private final Terminal terminal;

  @Mixin private DataFolder data = new DataFolder();

  CompactCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() throws IOException {
    long before = size(data.path());
    try (IndexedArchive instance = IndexedArchive.open(data, 1)) {
      instance.index().compact();
      instance.archive().compact();
    }
    terminal.out().println(before / 1024 + " KiB before, " + size(data.path()) / 1024 + " KiB now");
    return 0;
  }

  private static long size(Path folder) throws IOException {
    return Files.exists(folder) ? PathUtils.sizeOfDirectory(folder) : 0;
  }
}
