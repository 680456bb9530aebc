package org.mingzhang.cli;

import java.util.List;
import java.util.Locale;
import org.mingzhang.indexing.IndexingListener;
import org.mingzhang.indexing.IndexingProgress;
import org.mingzhang.indexing.SourceFiles;

/** Shows a run's progress: a bar with rate and time left on a terminal, plain lines otherwise. */
final class ProgressPrinter implements IndexingListener {
  private static final int WIDTH = 30;
  private static final long EVERY_NANOS = 200_000_000L;

  private final Terminal terminal;
  private long last;

  ProgressPrinter(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public void indexed(String file, String documentId, boolean replaced) {
    if (!terminal.interactive()) {
      terminal
          .err()
          .println((replaced ? "replaced " : "indexed ") + clean(file) + " as " + documentId);
    }
  }

  @Override
  public void refused(String file, String reason, String message) {
    erase();
    terminal.err().println("refused " + clean(file) + ": " + clean(message));
  }

  @Override
  public void progress(IndexingProgress progress) {
    boolean finished = progress.done() == progress.files();
    if (!terminal.interactive() || (!finished && System.nanoTime() - last < EVERY_NANOS)) {
      return;
    }
    last = System.nanoTime();
    int filled = progress.files() == 0 ? WIDTH : WIDTH * progress.done() / progress.files();
    terminal
        .err()
        .printf(
            Locale.ROOT,
            "\r[%s%s] %d/%d  %.1f files/s  %s left ",
            "#".repeat(filled),
            ".".repeat(WIDTH - filled),
            progress.done(),
            progress.files(),
            progress.rate(),
            clock(progress.secondsLeft()));
    if (finished) {
      terminal.err().println();
    }
  }

  /** The summary of a finished run. */
  static String summary(IndexingProgress p) {
    return String.format(
        Locale.ROOT,
        "%d files: %d read, %d replaced, %d unchanged, %d duplicates, %d refused (%.1f s)",
        p.files(),
        p.read(),
        p.replaced(),
        p.unchanged(),
        p.duplicates(),
        p.refused(),
        p.nanos() / 1e9);
  }

  /** Tells what was not looked at, by name. */
  static void passedOver(Terminal terminal, List<SourceFiles.PassedOver> paths) {
    for (SourceFiles.PassedOver path : paths) {
      terminal.err().println("skipped " + clean(path.path() + ": " + path.message()));
    }
  }

  private void erase() {
    if (terminal.interactive()) {
      terminal.err().print("\r" + " ".repeat(78) + "\r");
    }
  }

  private static String clock(long seconds) {
    return String.format(Locale.ROOT, "%d:%02d", seconds / 60, seconds % 60);
  }

  /** A file name cannot move the terminal's cursor. */
  private static String clean(String text) {
    return text.replaceAll("\\p{Cntrl}", "?");
  }
}
