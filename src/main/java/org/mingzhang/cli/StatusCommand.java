package org.mingzhang.cli;

import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.mingzhang.archive.Archive;
import org.mingzhang.archive.IngestEntry;
import org.mingzhang.archive.IngestQueue;
import org.mingzhang.archive.SourceFileState;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Prints the state of archive and queue. */
@Command(
    name = "status",
    description = "Print the number of documents, the waiting files and the refused files.",
    mixinStandardHelpOptions = true,
    exitCodeListHeading = "Exit codes:%n",
    exitCodeList = {"0:printed", "2:there is no archive in the data folder"})
final class StatusCommand implements Callable<Integer> {
  private static final int MAX_OPEN_SHOWN = 20;

  private final Terminal terminal;

  @Mixin private DataFolder data = new DataFolder();

  StatusCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() {
    try (Archive archive = Archive.openReadOnly(data.archiveLocation())) {
      terminal.out().println("documents  " + archive.documentCount());
      terminal.out().println("versions   " + archive.versionCount());
      printQueue(archive.queue());
      List<SourceFileState.Member> refusals = archive.sourceFiles().refusedMembers();
      terminal.out().println("refused    " + refusals.size());
      for (SourceFileState.Member refusal : refusals) {
        terminal.print("  " + refusal.name() + ": " + refusal.message());
      }
    }
    return 0;
  }

  private void printQueue(IngestQueue queue) {
    int reading = queue.count(IngestEntry.IngestState.READING);
    terminal.out().println("reading    " + reading);
    terminal.out().println("waiting    " + queue.count(IngestEntry.IngestState.ACCEPTED));
    for (IngestEntry entry : queue.openEntries(MAX_OPEN_SHOWN)) {
      terminal.print("  " + entry.id() + " " + entry.offer().name() + ": " + label(entry.state()));
    }
  }

  private static String label(IngestEntry.IngestState state) {
    return state.name().toLowerCase(Locale.ROOT);
  }
}
