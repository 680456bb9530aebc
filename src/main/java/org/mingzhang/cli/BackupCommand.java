package org.mingzhang.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.mingzhang.archive.Backup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Copies the archive, even while it is being written. */
@Command(
    name = "backup",
    description =
        "Copy the archive into a folder, even while the portal runs; only new files are copied.",
    mixinStandardHelpOptions = true,
    exitCodeListHeading = "Exit codes:%n",
    exitCodeList = {
      "0:the copy is complete",
      "2:there is no archive, or the folder cannot be written"
    })
final class BackupCommand implements Callable<Integer> {
  private final Terminal terminal;

  @Mixin private DataFolder data = new DataFolder();

  @Parameters(paramLabel = "FOLDER", description = "Folder of the copy.")
  private Path target = Path.of("");

  BackupCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() throws IOException {
    if (data.usesObjectStore()) {
      throw new BadOptionException(
          "backup copies files only; use the means of the object store for what is in --store");
    }
    int files =
        data.usesDatabase()
            ? Backup.backUpWithoutLedger(data.archive(), target)
            : Backup.backUp(data.archive(), target);
    terminal.out().println(files + " files copied to " + target);
    if (data.usesDatabase()) {
      terminal
          .err()
          .println("the ledger is in a database: keep this copy with a dump made before it");
    }
    return 0;
  }
}
