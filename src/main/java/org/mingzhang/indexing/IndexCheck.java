package org.mingzhang.indexing;

import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.index.CheckIndex;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.store.LockObtainFailedException;
import org.mingzhang.schema.DocumentIds;

/** Lucene's own check of an index on the disk: every file against its checksum, every list read. */
public final class IndexCheck {
  private IndexCheck() {}

  /**
   * What came of it.
   *
   * @param segments parts of the index that were looked at
   * @param faults one line each; empty if all is well
   * @param inUse whether another process has the index open, so that only checksums were compared
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
        return checksums(directory);
      }
    } catch (IOException | RuntimeException e) {
      return new Result(0, List.of("the index cannot be read: " + e), false);
    }
  }

  /** An index that is being written is only compared with its checksums. */
  private static Result checksums(Directory directory) throws IOException {
    List<String> faults = new ArrayList<>();
    try (DirectoryReader reader = DirectoryReader.open(directory)) {
      for (LeafReaderContext leaf : reader.leaves()) {
        try {
          leaf.reader().checkIntegrity();
        } catch (IOException | RuntimeException e) {
          boolean merged = e instanceof NoSuchFileException; // by whoever writes the index
          if (!merged) {
            faults.add(leaf.reader() + ": " + e);
          }
        }
      }
      return new Result(reader.leaves().size(), faults, true);
    }
  }

  /**
   * Compares which documents the index has with those it should have.
   *
   * @param expected permalink ids of the documents that are shown
   * @return one line for each document that is missing or too many
   */
  public static List<String> compare(Path folder, SortedIds.Pages expected) throws IOException {
    List<String> faults = new ArrayList<>();
    try (Directory directory = FSDirectory.open(folder);
        DirectoryReader reader = DirectoryReader.open(directory)) {
      SortedIds kept = new SortedIds(expected);
      SortedIds indexed = new SortedIds((id, most) -> DocumentIds.after(reader, id, most));
      List<SortedIds> all = List.of(kept, indexed);
      for (String id = SortedIds.first(all); id != null; id = SortedIds.first(all)) {
        boolean isKept = kept.pass(id);
        boolean isIndexed = indexed.pass(id);
        if (isIndexed && !isKept) {
          faults.add("document " + id + " is in the index and not in the archive");
        } else if (isKept && !isIndexed) {
          faults.add("document " + id + " is not in the index");
        }
      }
    }
    return faults;
  }
}
