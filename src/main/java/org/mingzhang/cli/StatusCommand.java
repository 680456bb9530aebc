package org.mingzhang.cli;

import java.util.List;
import java.util.concurrent.Callable;
import org.mingzhang.archive.Archive;
import org.mingzhang.archive.SourceState;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Tells what the archive holds. */
@Command(
    name = "status",
    description = "Tell what archive and index hold, and which files were refused.",
    mixinStandardHelpOptions = true,
    exitCodeListHeading = "Exit codes:%n",
    exitCodeList = {"0:told", "2:there is no archive in the data folder"})
final class StatusCommand implements Callable<Integer> {
  private final Terminal terminal;

  @Mixin private DataFolder data = new DataFolder();

  StatusCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() {
    try (Archive archive = Archive.openReadOnly(data.archive())) {
      List<String> documents = archive.documentIds();
      long versions = documents.stream().mapToLong(id -> archive.versions(id).size()).sum();
      terminal.out().println("documents  " + documents.size());
      terminal.out().println("versions   " + versions);
      List<SourceState.Member> refusals = archive.refusals();
      terminal.out().println("refused    " + refusals.size());
      for (SourceState.Member refusal : refusals) {
        terminal.out().println("  " + refusal.name() + ": " + refusal.message());
      }
    }
    return 0;
  }
}
