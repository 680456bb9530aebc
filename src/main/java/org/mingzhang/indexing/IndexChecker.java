package org.mingzhang.indexing;

import java.io.IOException;
import java.nio.file.Files;
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
import org.mingzhang.schema.DocumentIdReader;

/**
 * Runs Lucene's {@link CheckIndex} on an index on disk: verifies all checksums and reads all
 * postings.
 */
public final class IndexChecker {
  private IndexChecker() {}

  /**
   * The result of a check.
   *
   * @param segments number of segments checked
   * @param faults one line per error; empty if the index is intact
   * @param indexInUse whether another process has the index open, so that only checksums were
   *     verified
   */
  public record Result(int segments, List<String> faults, boolean indexInUse) {}

  /** Whether a directory exists and has an index, even a damaged one. */
  public static boolean exists(Path folder) throws IOException {
    if (!Files.isDirectory(folder)) {
      return false;
    }
    try (Directory directory = FSDirectory.open(folder)) {
      return DirectoryReader.indexExists(directory);
    }
  }

  /** Checks the index in a directory. */
  public static Result check(Path folder) throws IOException {
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
        return checkChecksums(directory);
      }
    } catch (IOException | RuntimeException e) {
      return new Result(0, List.of("the index cannot be read: " + e), false);
    }
  }

  /** Verifies only the checksums, for an index that is open for writing. */
  private static Result checkChecksums(Directory directory) throws IOException {
    List<String> faults = new ArrayList<>();
    try (DirectoryReader reader = DirectoryReader.open(directory)) {
      for (LeafReaderContext leaf : reader.leaves()) {
        try {
          leaf.reader().checkIntegrity();
        } catch (IOException | RuntimeException e) {
          boolean merged =
              e
                  instanceof
                  NoSuchFileException; // the process that writes the index has deleted the file
          if (!merged) {
            faults.add(leaf.reader() + ": " + e);
          }
        }
      }
      return new Result(reader.leaves().size(), faults, true);
    }
  }

  /**
   * Compares the documents of the index with those expected.
   *
   * @param expectedIds permalink ids of the visible documents
   * @return one line for each missing or superfluous document
   */
  public static List<String> compareDocuments(Path folder, SortedIdCursor.IdPages expectedIds)
      throws IOException {
    List<String> faults = new ArrayList<>();
    try (Directory directory = FSDirectory.open(folder);
        DirectoryReader reader = DirectoryReader.open(directory)) {
      SortedIdCursor kept = new SortedIdCursor(expectedIds);
      SortedIdCursor indexed =
          new SortedIdCursor((id, limit) -> DocumentIdReader.idsAfter(reader, id, limit));
      List<SortedIdCursor> all = List.of(kept, indexed);
      for (String id = SortedIdCursor.smallest(all);
          id != null;
          id = SortedIdCursor.smallest(all)) {
        boolean isKept = kept.advancePast(id);
        boolean isIndexed = indexed.advancePast(id);
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
