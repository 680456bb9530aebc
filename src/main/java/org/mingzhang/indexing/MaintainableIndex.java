package org.mingzhang.indexing;

import java.io.Closeable;
import java.io.IOException;

/** An index with maintenance operations: reopening, repair and merging. Thread-safe. */
public interface MaintainableIndex extends DocumentIndex, Closeable {
  /** Whether a corrupt index was moved aside on opening. */
  boolean wasDamagedIndexReplaced();

  /** Whether it can be written; the writer closes itself when the disk is full or it is corrupt. */
  boolean isWritable();

  /**
   * Reopens the index after its writer has closed itself. Uncommitted changes are lost and are
   * restored by {@link Reconciler}; searches continue meanwhile.
   *
   * @throws IOException if it still cannot be written
   */
  void reopen() throws IOException;

  /** Moves a corrupt index aside and creates an empty one, to be filled by {@link Reconciler}. */
  void replaceDamaged() throws IOException;

  /**
   * Verifies the checksums of all files of the index; takes as long as reading them.
   *
   * @throws IOException if the index is corrupt; corruption may also show as another exception or
   *     error
   */
  void verify() throws IOException;

  /**
   * Merges all segments into one and commits; intended for an index that will not change for some
   * time.
   */
  void compact() throws IOException;

  /**
   * Merges the index to few segments while nothing is being added, and commits; additions are not
   * blocked. Blocks until the merge is done or {@link #close} ends it.
   *
   * @return whether anything was merged
   */
  boolean mergeWhenIdle() throws IOException;
}
