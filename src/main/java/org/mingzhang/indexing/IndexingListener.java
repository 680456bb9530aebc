package org.mingzhang.indexing;

/** Listener for the events of an indexing run; called by the threads of the run. */
public interface IndexingListener {
  /** A listener that ignores all events. */
  IndexingListener NONE = new IndexingListener() {};

  /**
   * Called when a document was stored and indexed.
   *
   * @param isReplacement whether the document replaces an earlier version
   */
  default void documentIndexed(String file, String documentId, boolean isReplacement) {}

  /**
   * Called when a file or a member of an archive file could not be read; {@code reason} is a code,
   * {@code message} one line for the user.
   */
  default void fileRefused(String file, String reason, String message) {}

  /** Called when the metadata beside a file are ignored because they cannot be read. */
  default void metadataIgnored(String file, String message) {}

  /** Called after each file. */
  default void progress(IndexingProgress progress) {}
}
