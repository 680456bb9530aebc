package org.mingzhang.indexing;

import java.io.Closeable;
import java.io.IOException;

/** The index as those see it who keep it whole. Safe on many threads. */
public interface MaintainedIndex extends DocumentIndex, Closeable {
  /** Whether an index was moved aside on opening because it was damaged. */
  boolean renewed();

  /** Whether it can be written: the writer of a disk that was full has closed itself. */
  boolean writable();

  /**
   * Opens the index again after its writer has closed itself. What was not committed is lost and
   * comes back by {@link Reconciler}; searches go on meanwhile.
   *
   * @throws IOException if it still cannot be written
   */
  void reopen() throws IOException;

  /** Moves a damaged index aside and begins an empty one, to be filled by {@link Reconciler}. */
  void renew() throws IOException;

  /**
   * Reads all files of the index to their checksums; takes as long as that does.
   *
   * @throws IOException if the index is damaged; damage may show as another exception or error
   */
  void verify() throws IOException;

  /** Merges small segments, for an index that will not change for a while. */
  void compact() throws IOException;

  /**
   * Merges what was indexed to few parts, for an index that nothing is being added to; what is
   * added all the same is not kept waiting. Blocks until that is done, or {@link #close} ends it.
   *
   * @return whether something was merged
   */
  boolean settle() throws IOException;
}
