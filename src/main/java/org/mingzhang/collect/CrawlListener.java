package org.mingzhang.collect;

import org.mingzhang.archive.CrawlRun;

/** Listener of the events of a crawl; called on the thread that crawls the source. */
public interface CrawlListener {
  /** Called before a request is sent. */
  default void requesting(String source, String url) {}

  /** Called after a response was received. */
  default void responded(String source, String url, int status) {}

  /** A new document was found, or a known one with changed content. */
  default void documentFound(String source, String url, String label, boolean changed) {}

  /** An address was not fetched, or its response not kept. */
  default void refused(String source, String url, String reason) {}

  /** A document was removed from its address. */
  default void gone(String source, String url, String reason) {}

  /** Called after a run has ended or was paused. */
  default void ended(String source, CrawlRun run) {}
}
