package org.mingzhang.indexing;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.index.CheckIndex;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.store.LockObtainFailedException;

/** Lucene's own check of an index on the disk: every file against its checksum, every list read. */
public final class IndexCheck {
  private IndexCheck() {}

  /**
   * What came of it.
   *
   * @param segments parts of the index that were looked at
   * @param faults one line each; empty if all is well
   * @param inUse whether another process has the index open, so that nothing was looked at
   */
  public record Result(int segments, List<String> faults, boolean inUse) {}

  /** Checks the index in a folder. */
  public static Result run(Path folder) throws IOException {
    try (Directory directory = FSDirectory.open(folder)) {
      if (!DirectoryReader.indexExists(directory)) {
        return new Result(0, List.of("there is no index in " + folder), false);
      }
      try (CheckIndex check = new CheckIndex(directory)) {
        CheckIndex.Status status = check.checkIndex();
        List<String> faults = new ArrayList<>();
        if (status.missingSegments) {
          faults.add("the list of segments cannot be read");
        }
        for (CheckIndex.Status.SegmentInfoStatus segment : status.segmentInfos) {
          if (segment.error != null) {
            faults.add("segment " + segment.name + ": " + segment.error);
          }
        }
        return new Result(status.numSegments, faults, false);
      } catch (LockObtainFailedException busy) {
        return new Result(0, List.of(), true);
      }
    }
  }
}
