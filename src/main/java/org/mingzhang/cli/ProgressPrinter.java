package org.mingzhang.cli;

import java.util.List;
import java.util.Locale;
import org.mingzhang.indexing.IndexingListener;
import org.mingzhang.indexing.IndexingProgress;
import org.mingzhang.indexing.SourceFileLister;

/**
 * Prints the progress of a run to standard error: as a bar if it is a terminal, otherwise as one
 * line for each document. Refused files have a line in both cases.
 */
final class ProgressPrinter implements IndexingListener {
  private static final int BAR_WIDTH = 30;
  private static final long INTERVAL_NANOS = 200_000_000L;

  private final Terminal terminal;
  private long lastPrintNanos;
  private volatile boolean hasIgnoredMetadata;

  ProgressPrinter(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public void documentIndexed(String file, String documentId, boolean isReplacement) {
    if (!terminal.interactive()) {
      terminal
          .err()
          .println(
              (isReplacement ? "replaced " : "indexed ")
                  + Terminal.replaceControls(file)
                  + " as "
                  + documentId);
    }
  }

  @Override
  public void fileRefused(String file, String reason, String message) {
    eraseBar();
    terminal
        .err()
        .println(
            "refused " + Terminal.replaceControls(file) + ": " + Terminal.replaceControls(message));
  }

  @Override
  public void metadataIgnored(String file, String message) {
    eraseBar();
    terminal
        .err()
        .println(
            "ignored metadata beside "
                + Terminal.replaceControls(file)
                + ": "
                + Terminal.replaceControls(message));
    hasIgnoredMetadata = true;
  }

  /** Whether metadata beside a file were ignored. */
  boolean hasIgnoredMetadata() {
    return hasIgnoredMetadata;
  }

  @Override
  public void progress(IndexingProgress progress) {
    boolean finished = progress.finishedCount() == progress.fileCount();
    if (!terminal.interactive()
        || (!finished && System.nanoTime() - lastPrintNanos < INTERVAL_NANOS)) {
      return;
    }
    lastPrintNanos = System.nanoTime();
    int filled =
        progress.fileCount() == 0
            ? BAR_WIDTH
            : BAR_WIDTH * progress.finishedCount() / progress.fileCount();
    terminal
        .err()
        .printf(
            Locale.ROOT,
            "\r[%s%s] %d/%d  %.1f files/s  %s left ",
            "#".repeat(filled),
            ".".repeat(BAR_WIDTH - filled),
            progress.finishedCount(),
            progress.fileCount(),
            progress.filesPerSecond(),
            formatTime(progress.secondsLeft()));
    if (finished) {
      terminal.err().println();
    }
  }

  /** One line with the counts of a run. */
  static String formatSummary(IndexingProgress p) {
    return String.format(
        Locale.ROOT,
        "%d files: %d read, %d replaced, %d unchanged, %d duplicates, %d refused (%.1f s)",
        p.fileCount(),
        p.newCount(),
        p.replacedCount(),
        p.unchangedCount(),
        p.duplicateCount(),
        p.refusedCount(),
        p.elapsedNanos() / 1e9);
  }

  /** Prints a line for each path that was skipped, with the reason, to standard error. */
  static void printSkipped(Terminal terminal, List<SourceFileLister.SkippedPath> paths) {
    for (SourceFileLister.SkippedPath path : paths) {
      terminal
          .err()
          .println("skipped " + Terminal.replaceControls(path.path() + ": " + path.message()));
    }
  }

  private void eraseBar() {
    if (terminal.interactive()) {
      terminal.err().print("\r" + " ".repeat(78) + "\r");
    }
  }

  private static String formatTime(long seconds) {
    return String.format(Locale.ROOT, "%d:%02d", seconds / 60, seconds % 60);
  }
}
