package org.mingzhang.indexing;

import java.io.EOFException;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import org.apache.lucene.index.CorruptIndexException;
import org.apache.lucene.index.IndexFormatTooNewException;
import org.apache.lucene.index.IndexFormatTooOldException;
import org.apache.lucene.index.IndexNotFoundException;
import org.apache.lucene.store.AlreadyClosedException;
import org.apache.lucene.store.LockObtainFailedException;
import org.apache.lucene.util.ThreadInterruptedException;

/**
 * Distinguishes a corrupt index from a full disk, exhausted memory and an index that another
 * process has open.
 */
public final class IndexCorruptionDetector {
  private IndexCorruptionDetector() {}

  /**
   * Whether a failure to open, read or merge an index means that it must be rebuilt. Corrupt bytes
   * that were not verified by a checksum can cause any exception in Lucene, so unknown exceptions
   * count as corruption.
   */
  public static boolean isLikelyCorruption(Throwable failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (isCertainCorruption(cause)) {
        return true;
      }
    }
    Throwable first = rootCause(failure);
    boolean known =
        first instanceof IOException
            || first instanceof OutOfMemoryError
            || first instanceof AlreadyClosedException
            || first instanceof ThreadInterruptedException;
    return !known;
  }

  private static boolean isCertainCorruption(Throwable cause) {
    return cause instanceof CorruptIndexException
        || cause instanceof IndexFormatTooOldException
        || cause instanceof IndexFormatTooNewException
        || cause instanceof IndexNotFoundException
        || cause instanceof EOFException
        || cause instanceof NoSuchFileException
        || (cause instanceof FileNotFoundException
            && !(cause instanceof LockObtainFailedException));
  }

  private static Throwable rootCause(Throwable failure) {
    Throwable root = failure;
    while (root.getCause() != null) {
      root = root.getCause();
    }
    return root;
  }
}
