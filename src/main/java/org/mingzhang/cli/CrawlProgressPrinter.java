package org.mingzhang.cli;

import java.util.Locale;
import java.util.concurrent.atomic.AtomicLong;
import org.mingzhang.archive.CrawlRun;
import org.mingzhang.collect.CrawlListener;

/** Prints the events of a crawl as lines on standard error, and the summary on standard output. */
class CrawlProgressPrinter implements CrawlListener {
  /** Number of responses after which a line of progress is printed. */
  private static final int PROGRESS_INTERVAL = 50;

  private final Terminal terminal;
  private final Runnable onDocumentFound;
  private final AtomicLong responseCount = new AtomicLong();

  /**
   * Creates a printer.
   *
   * @param onDocumentFound run whenever a document was put into the queue
   */
  CrawlProgressPrinter(Terminal terminal, Runnable onDocumentFound) {
    this.terminal = terminal;
    this.onDocumentFound = onDocumentFound;
  }

  private void print(String line) {
    terminal.printError(line);
  }

  @Override
  public void responseReceived(String source, String url, int status) {
    long count = responseCount.incrementAndGet();
    if (count % PROGRESS_INTERVAL == 0) {
      print("at " + source + " " + url + ", " + count + " responses so far");
    }
  }

  @Override
  public void documentFound(String source, String url, String label, boolean contentChanged) {
    print((contentChanged ? "changed " : "found ") + source + " " + url + " " + label);
    onDocumentFound.run();
  }

  @Override
  public void addressRefused(String source, String url, String reason) {
    print("refused " + source + " " + url + ": " + reason);
  }

  @Override
  public void documentGone(String source, String url, String reason) {
    print("gone " + source + " " + url + ": " + reason);
  }

  @Override
  public void runEnded(String source, CrawlRun run) {
    terminal.print(formatSummary(run));
  }

  /** One line with the counts of a run. */
  static String formatSummary(CrawlRun run) {
    String end = run.state() == CrawlRun.State.ENDED ? "" : ", to be continued by the next run";
    String message = run.message() == null ? "" : ": " + Terminal.replaceControls(run.message());
    return String.format(
        Locale.ROOT,
        "%s: %d requests, %d new, %d changed, %d gone, %d refused%s%s",
        run.source(),
        run.requestCount(),
        run.foundCount(),
        run.changedCount(),
        run.goneCount(),
        run.refusedCount(),
        end,
        message);
  }
}
