package org.mingzhang.collect;

import org.mingzhang.archive.CollectionRun;

/** Told what a run does; called on the threads of the sources, one a source. */
public interface CollectListener {
  /** An address is about to be asked. */
  default void asking(String source, String url) {}

  /** An address was asked and answered. */
  default void answered(String source, String url, int status) {}

  /** A document was found, or found with another content. */
  default void document(String source, String url, String label, boolean changed) {}

  /** An address was not fetched or not kept, and why. */
  default void refused(String source, String url, String reason) {}

  /** A document is no longer at its address. */
  default void gone(String source, String url, String reason) {}

  /** A run came to its end, or stopped and goes on later. */
  default void ended(String source, CollectionRun run) {}
}
