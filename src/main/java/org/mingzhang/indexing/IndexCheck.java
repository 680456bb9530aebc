package org.mingzhang.indexing;

import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.apache.lucene.index.CheckIndex;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.MultiBits;
import org.apache.lucene.index.MultiTerms;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.store.LockObtainFailedException;
import org.apache.lucene.util.Bits;
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;
import org.mingzhang.schema.FieldNames;

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
   * @param expected permalink ids of all documents that are shown
   * @return one line for each document that is missing or too many
   */
  public static List<String> compare(Path folder, Set<String> expected) throws IOException {
    Set<String> missing = new TreeSet<>(expected);
    List<String> faults = new ArrayList<>();
    try (Directory directory = FSDirectory.open(folder);
        DirectoryReader reader = DirectoryReader.open(directory)) {
      Terms terms = MultiTerms.getTerms(reader, FieldNames.DOCUMENT);
      TermsEnum each = terms == null ? TermsEnum.EMPTY : terms.iterator();
      Bits live = MultiBits.getLiveDocs(reader);
      for (BytesRef term = each.next(); term != null; term = each.next()) {
        String id = term.utf8ToString();
        boolean there = anyLive(each, live);
        if (there && !missing.remove(id)) {
          faults.add("document " + id + " is in the index and not in the archive");
        }
      }
    }
    missing.forEach(id -> faults.add("document " + id + " is not in the index"));
    return faults;
  }

  private static boolean anyLive(TermsEnum term, @Nullable Bits live) throws IOException {
    PostingsEnum rows = term.postings(null, PostingsEnum.NONE);
    for (int row = rows.nextDoc(); row != PostingsEnum.NO_MORE_DOCS; row = rows.nextDoc()) {
      if (live == null || live.get(row)) {
        return true;
      }
    }
    return false;
  }
}
