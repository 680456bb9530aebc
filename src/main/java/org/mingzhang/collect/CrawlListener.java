package org.mingzhang.collect;

import org.mingzhang.archive.CrawlRun;

/**
 * Listener of the events of a crawl. Called on the thread that crawls the source, by several
 * threads at the same time if there are several sources.
 */
public interface CrawlListener {
  /** Called before a request is sent. */
  default void requestStarting(String source, String url) {}

  /** Called after a response was received. */
  default void responseReceived(String source, String url, int status) {}

  /** Called when a new document was found, or a known one with changed content. */
  default void documentFound(String source, String url, String label, boolean contentChanged) {}

  /** Called when an address was not fetched, or its response was not kept. */
  default void addressRefused(String source, String url, String reason) {}

  /** Called when a document is no longer at its address. */
  default void documentGone(String source, String url, String reason) {}

  /** Called after a run has ended, was paused or was stopped between two visits. */
  default void runEnded(String source, CrawlRun run) {}
}
