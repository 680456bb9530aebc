package org.mingzhang.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.mingzhang.archive.Backup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Copies the archive, also while it is being written. */
@Command(
    name = "backup",
    description =
        "Copy the archive into a folder, also while the portal runs; only what is new is copied.",
    mixinStandardHelpOptions = true,
    exitCodeListHeading = "Exit codes:%n",
    exitCodeList = {"0:the copy is whole", "2:nothing to copy, or the folder cannot be written"})
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
    if (data.stored()) {
      throw new BadOptionException(
          "backup copies files; what is in a store is copied by the store's own means");
    }
    if (data.shared()) {
      int files = Backup.makeFiles(data.archive(), target);
      terminal.out().println(files + " files copied to " + target);
      terminal
          .err()
          .println("the ledger is in a database: this copy belongs to a dump of it made before");
      return 0;
    }
    terminal.out().println(Backup.make(data.archive(), target) + " files copied to " + target);
    return 0;
  }
}
