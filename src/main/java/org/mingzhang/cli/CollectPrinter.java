package org.mingzhang.cli;

import java.util.Locale;
import java.util.concurrent.atomic.AtomicLong;
import org.mingzhang.archive.CollectionRun;
import org.mingzhang.collect.CollectListener;

/** Tells on the terminal what is found, refused and gone, a line each. */
final class CollectPrinter implements CollectListener {
  private static final int OFTEN = 50;

  private final Terminal terminal;
  private final Runnable found;
  private final AtomicLong answered = new AtomicLong();

  /**
   * A printer.
   *
   * @param found run whenever a document waits to be read
   */
  CollectPrinter(Terminal terminal, Runnable found) {
    this.terminal = terminal;
    this.found = found;
  }

  private void say(String line) {
    terminal.err().println(line.replaceAll("\\p{Cntrl}", "?"));
  }

  /** Says now and then where it is, so that one who waits sees it go on. */
  @Override
  public void answered(String source, String url, int status) {
    long count = answered.incrementAndGet();
    if (count % OFTEN == 0) {
      say("at " + source + " " + url + ", " + count + " answers so far");
    }
  }

  @Override
  public void document(String source, String url, String label, boolean changed) {
    say((changed ? "changed " : "found ") + source + " " + url + " " + label);
    found.run();
  }

  @Override
  public void refused(String source, String url, String reason) {
    say("refused " + source + " " + url + ": " + reason);
  }

  @Override
  public void gone(String source, String url, String reason) {
    say("gone " + source + " " + url + ": " + reason);
  }

  @Override
  public void ended(String source, CollectionRun run) {
    terminal.out().println(summary(run));
    terminal.out().flush();
  }

  /** One line about a run. */
  static String summary(CollectionRun run) {
    String end = run.state() == CollectionRun.State.ENDED ? "" : ", goes on with the next run";
    String message =
        run.message() == null ? "" : ": " + run.message().replaceAll("\\p{Cntrl}", "?");
    return String.format(
        Locale.ROOT,
        "%s: %d requests, %d new, %d changed, %d gone, %d refused%s%s",
        run.source(),
        run.requests(),
        run.found(),
        run.changed(),
        run.gone(),
        run.refused(),
        end,
        message);
  }
}
