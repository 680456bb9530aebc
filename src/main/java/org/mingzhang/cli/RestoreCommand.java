package org.mingzhang.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.mingzhang.archive.Backup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Restores a backup to an empty data folder and builds its index. */
@Command(
    name = "restore",
    description = "Restore a backup to an empty data folder and build its index.",
    mixinStandardHelpOptions = true,
    exitCodeListHeading = "Exit codes:%n",
    exitCodeList = {
      "0:restored and indexed",
      "1:restored, but files of the backup are damaged or missing",
      "2:there is no backup, or the data folder has an archive"
    })
final class RestoreCommand implements Callable<Integer> {
  private final Terminal terminal;

  @Mixin private DataFolder data = new DataFolder();

  @Parameters(paramLabel = "FOLDER", description = "Folder of the backup.")
  private Path backup = Path.of("");

  RestoreCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() throws IOException {
    if (data.usesDatabase() || data.usesObjectStore()) {
      throw new BadOptionException(
          "restore restores files only; with --ledger or --store restore the database and the"
              + " store, copy objects, records and warc into "
              + data.archiveFolder()
              + ", and run rebuild");
    }
    int files = Backup.restore(backup, data.archiveFolder());
    try (IndexedArchive instance = IndexedArchive.open(data, 1)) {
      long documents = instance.archive().documentCount();
      terminal.out().println(files + " files restored, " + documents + " documents indexed");
      List<String> faults = new ArrayList<>(instance.archive().unrestoredParts());
      faults.addAll(instance.archive().archiveRepair().findAllFaults(false).lines());
      faults.forEach(fault -> terminal.err().println(fault));
      return faults.isEmpty() ? 0 : 1;
    }
  }
}
