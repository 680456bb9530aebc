package org.mingzhang.cli;

import java.io.IOException;
import java.util.concurrent.Callable;
import org.mingzhang.extract.ExtractionLimits;
import org.mingzhang.indexing.Reconciler;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Builds the index again from the archive. */
@Command(
    name = "rebuild",
    description = "Build the index again from the archive; the source files are not needed.",
    mixinStandardHelpOptions = true,
    exitCodeListHeading = "Exit codes:%n",
    exitCodeList = {
      "0:rebuilt",
      "1:rebuilt without documents whose record is damaged; messages name them",
      "2:the data folder cannot be used"
    })
final class RebuildCommand implements Callable<Integer> {
  private final Terminal terminal;

  @Mixin private DataFolder data = new DataFolder();

  @Mixin private EngineOptions engine = new EngineOptions();

  RebuildCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() throws IOException {
    try (IndexedArchive instance =
        IndexedArchive.openUnreconciled(
            data, engine::open, 1, ExtractionLimits.standard().timeLimit())) {
      Reconciler reconciler = new Reconciler(instance.archive(), instance.index());
      int documents = reconciler.rebuild();
      instance.index().compact();
      int skipped = reconciler.documentsWithDamagedRecords().size();
      terminal.out().println((documents - skipped) + " documents indexed from the archive");
      reconciler
          .documentsWithDamagedRecords()
          .forEach(e -> terminal.print("skipped: " + e.getMessage()));
      if (skipped > 0) {
        terminal.out().println("`doctor --repair` restores damaged records from their originals");
      }
      return skipped > 0 ? 1 : 0;
    }
  }
}
