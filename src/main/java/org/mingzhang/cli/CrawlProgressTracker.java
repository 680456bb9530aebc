package org.mingzhang.cli;

import java.util.concurrent.ConcurrentMap;
import org.mingzhang.archive.CrawlRun;

/**
 * Prints the events of a crawl and records which address each source is fetching, for status pages.
 */
final class CrawlProgressTracker extends CrawlProgressPrinter {
  private final ConcurrentMap<String, String> currentAddresses;

  /**
   * Creates a tracker.
   *
   * @param onDocumentFound run whenever a document was put into the queue
   * @param currentAddresses receives the address that is being fetched, by name of the source
   */
  CrawlProgressTracker(
      Terminal terminal, Runnable onDocumentFound, ConcurrentMap<String, String> currentAddresses) {
    super(terminal, onDocumentFound);
    this.currentAddresses = currentAddresses;
  }

  @Override
  public void requestStarting(String source, String url) {
    currentAddresses.put(source, url);
  }

  @Override
  public void runEnded(String source, CrawlRun run) {
    currentAddresses.keySet().remove(source);
    super.runEnded(source, run);
  }
}
