package org.mingzhang.indexing;

import java.io.IOException;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.SegmentReader;

/**
 * Merges the segments of an index that is not being written.
 *
 * <p>Each query term is looked up in every segment, so a freshly filled index of a dozen segments
 * needs twice as long for a phrase as a single segment. Merging more while files are read would
 * cost a quarter of the indexing speed; afterwards processors are idle.
 */
public final class IdleMerger {
  /**
   * Number of segments above the target that is tolerated, so that occasional additions do not
   * cause repeated merges of everything.
   */
  static final int TOLERATED_SEGMENTS = 5;

  /** One segment per this many bytes is the target. */
  private static final long BYTES_PER_SEGMENT = 2L << 30;

  private IdleMerger() {}

  /**
   * Merges an index to the target number of segments if it has more than five segments above it;
   * blocks until done. Does not commit.
   *
   * @return whether anything was merged
   */
  public static boolean mergeIfNeeded(IndexWriter writer) throws IOException {
    int wanted;
    try (DirectoryReader reader = DirectoryReader.open(writer)) {
      wanted = targetSegmentCount(sizeInBytes(reader));
      if (reader.leaves().size() <= wanted + TOLERATED_SEGMENTS) {
        return false;
      }
    }
    writer.forceMerge(wanted);
    return true;
  }

  /** The target number of segments for an index of this size. */
  static int targetSegmentCount(long bytes) {
    return 1 + (int) (bytes / BYTES_PER_SEGMENT);
  }

  private static long sizeInBytes(DirectoryReader reader) throws IOException {
    long bytes = 0;
    for (LeafReaderContext leaf : reader.leaves()) {
      if (leaf.reader() instanceof SegmentReader part) {
        bytes += part.getSegmentInfo().sizeInBytes();
      }
    }
    return bytes;
  }
}
