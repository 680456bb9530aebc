package org.mingzhang.cli;

import java.io.IOException;
import java.util.concurrent.Callable;
import org.mingzhang.indexing.Reconciler;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Makes the search index again from the archive. */
@Command(
    name = "rebuild",
    description =
        "Make the search index again from the archive alone; the source files are not needed.",
    mixinStandardHelpOptions = true,
    exitCodeListHeading = "Exit codes:%n",
    exitCodeList = {"0:rebuilt", "2:the data folder cannot be used"})
final class RebuildCommand implements Callable<Integer> {
  private final Terminal terminal;

  @Mixin private DataFolder data = new DataFolder();

  RebuildCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() throws IOException {
    try (Instance instance = Instance.open(data, 1)) {
      int documents = new Reconciler(instance.archive(), instance.index()).rebuild();
      instance.index().compact();
      terminal.out().println(documents + " documents indexed from the archive");
    }
    return 0;
  }
}
