package org.mingzhang.indexing;

import java.io.IOException;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.SegmentReader;

/**
 * Merges the parts of an index that is left alone.
 *
 * <p>Every word of a query is looked up in every part, so that an index that was just filled, in a
 * dozen parts, takes twice as long to find a phrase as one in one part. Merging more while files
 * are read would cost a quarter of their speed; afterwards processors are idle.
 */
public final class IdleMerge {
  /**
   * Parts above those wanted that are left as they are: files that come now and then must not have
   * everything written again each time.
   */
  static final int SPARE = 5;

  /** Bytes for which one part is enough; a larger index is merged to some more, each sooner. */
  private static final long PART = 2L << 30;

  private IdleMerge() {}

  /**
   * Merges an index to as few parts as it should have if it has many more; blocks until that is
   * done.
   *
   * @return whether there was anything to merge
   */
  public static boolean run(IndexWriter writer) throws IOException {
    int wanted;
    try (DirectoryReader reader = DirectoryReader.open(writer)) {
      wanted = wanted(bytes(reader));
      if (reader.leaves().size() <= wanted + SPARE) {
        return false;
      }
    }
    writer.forceMerge(wanted);
    return true;
  }

  /** How few parts an index of so many bytes should have. */
  static int wanted(long bytes) {
    return 1 + (int) (bytes / PART);
  }

  private static long bytes(DirectoryReader reader) throws IOException {
    long bytes = 0;
    for (LeafReaderContext leaf : reader.leaves()) {
      if (leaf.reader() instanceof SegmentReader part) {
        bytes += part.getSegmentInfo().sizeInBytes();
      }
    }
    return bytes;
  }
}
