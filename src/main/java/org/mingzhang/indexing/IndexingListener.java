package org.mingzhang.indexing;

/** Told what an indexing run does, from the run's own threads. */
public interface IndexingListener {
  /** A listener that hears nothing. */
  IndexingListener SILENT = new IndexingListener() {};

  /** A document is kept and indexed. */
  default void indexed(String file, String documentId, boolean replaced) {}

  /** A file or a member of an archive cannot be read. */
  default void refused(String file, String reason, String message) {}

  /** A file has been looked at. */
  default void progress(IndexingProgress progress) {}
}
