package org.mingzhang.indexing;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.mingzhang.archive.IngestEntry;

/**
 * Restores the acceptance order of files that are read concurrently. Results of uploaded and
 * fetched files are released in the order in which the files were accepted, since a later file may
 * be a newer version of an earlier one; files in directories are released as they finish. Not
 * thread-safe.
 */
final class ReorderBuffer {
  /**
   * The place of a file in the order of acceptance; its result is null while the file is being
   * read.
   */
  private record ResultSlot(@Nullable FileReadResult result) {}

  private final TreeMap<Long, ResultSlot> orderedSlots = new TreeMap<>();
  private int unorderedCount;

  /** Registers a file that is being read. */
  void addStarted(IngestEntry entry) {
    if (entry.offer().origin().isStoredBeforeReading()) {
      orderedSlots.put(entry.id(), new ResultSlot(null));
    } else {
      unorderedCount++;
    }
  }

  /** The number of files being read or waiting for an earlier one. */
  int size() {
    return orderedSlots.size() + unorderedCount;
  }

  /** Adds a result and returns the results that can be stored now, in order. */
  List<FileReadResult> addAndTakeReady(FileReadResult result) {
    if (!result.entry().offer().origin().isStoredBeforeReading()) {
      unorderedCount--;
      return List.of(result);
    }
    orderedSlots.put(result.entry().id(), new ResultSlot(result));
    List<FileReadResult> next = new ArrayList<>();
    while (!orderedSlots.isEmpty() && orderedSlots.firstEntry().getValue().result() != null) {
      FileReadResult done = orderedSlots.pollFirstEntry().getValue().result();
      if (done != null) {
        next.add(done);
      }
    }
    return next;
  }
}
