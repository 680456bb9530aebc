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
        "Copy the archive into a folder, even while the portal runs; only files that are new, changed or damaged in the copy are copied.",
    mixinStandardHelpOptions = true,
    exitCodeListHeading = "Exit codes:%n",
    exitCodeList = {
      "0:the copy is complete",
      "1:copied, but originals or records are damaged in the archive and in the copy",
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
    if (RealPaths.isInside(target, data.path())) {
      throw new BadOptionException(
          target + " is in the data folder; a backup belongs into another folder");
    }
    Backup.Result result =
        data.usesDatabase()
            ? Backup.backUpWithoutLedger(data.archiveFolder(), target)
            : Backup.backUp(data.archiveFolder(), target);
    terminal.out().println(result.fileCount() + " files copied to " + target);
    result.damagedFiles().forEach(fault -> terminal.err().println(fault));
    if (data.usesDatabase()) {
      terminal
          .err()
          .println("the ledger is in a database: keep this copy with a dump made before it");
    }
    if (!result.damagedFiles().isEmpty()) {
      terminal.err().println("`doctor --repair` repairs the archive; then back up again");
    }
    return result.damagedFiles().isEmpty() ? 0 : 1;
  }
}
