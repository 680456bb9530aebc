package org.mingzhang.indexing;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.mingzhang.archive.IntakeEntry;

/**
 * The files that are being read, and the order in which those that were read are kept: files that
 * were sent or fetched in the order in which they were accepted, since a later one may be a newer
 * version of an earlier; files of folders as they come. Used by one thread.
 */
final class ReadingOrder {
  private record Reading(@Nullable FileReading done) {}

  private final TreeMap<Long, Reading> sent = new TreeMap<>();
  private int inFolders;

  /** A file has begun to be read. */
  void begun(IntakeEntry entry) {
    if (entry.offer().origin().isStoredBeforeReading()) {
      sent.put(entry.id(), new Reading(null));
    } else {
      inFolders++;
    }
  }

  /** How many files are being read or wait for one that was accepted before them. */
  int size() {
    return sent.size() + inFolders;
  }

  /** A file was read; returns those that are to be kept now. */
  List<FileReading> read(FileReading reading) {
    if (!reading.entry().offer().origin().isStoredBeforeReading()) {
      inFolders--;
      return List.of(reading);
    }
    sent.put(reading.entry().id(), new Reading(reading));
    List<FileReading> next = new ArrayList<>();
    while (!sent.isEmpty() && sent.firstEntry().getValue().done() != null) {
      FileReading done = sent.pollFirstEntry().getValue().done();
      if (done != null) {
        next.add(done);
      }
    }
    return next;
  }
}
