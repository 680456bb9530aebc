package org.mingzhang.cli;

import java.util.concurrent.ConcurrentMap;
import org.mingzhang.archive.CrawlRun;

/** A printer that also records which address each source is fetching, for status pages. */
final class CrawlProgressTracker extends CrawlProgressPrinter {
  private final ConcurrentMap<String, String> current;

  /**
   * Creates a listener for a terminal.
   *
   * @param found run whenever a document waits to be read
   * @param current the address that is being fetched, by name of the source
   */
  CrawlProgressTracker(Terminal terminal, Runnable found, ConcurrentMap<String, String> current) {
    super(terminal, found);
    this.current = current;
  }

  @Override
  public void requesting(String source, String url) {
    current.put(source, url);
  }

  @Override
  public void runEnded(String source, CrawlRun run) {
    current.keySet().remove(source);
    super.runEnded(source, run);
  }
}
