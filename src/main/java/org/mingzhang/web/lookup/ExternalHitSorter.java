package org.mingzhang.web.lookup;

import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.PriorityQueue;
import org.mingzhang.search.Hit;

/**
 * External merge sort of hits: runs of bounded size are sorted in memory and written to files,
 * which are merged into one list at the end. {@link #close} deletes the files of the runs, but not
 * the file of the sorted list. Not thread-safe.
 */
final class ExternalHitSorter implements Closeable {
  private final Comparator<Hit> order;
  private final int maxRunSize;
  private final List<DiskHitList> runs = new ArrayList<>();
  private List<Hit> currentRun = new ArrayList<>();

  /**
   * Creates a sorter without hits.
   *
   * @param runSizeLimit maximum number of hits of a run, which is held in memory until it is full
   */
  ExternalHitSorter(Comparator<Hit> order, int runSizeLimit) {
    this.order = order;
    this.maxRunSize = runSizeLimit;
  }

  /** Adds a hit. Writes a file whenever a run is full. */
  void add(Hit hit) {
    if (currentRun.size() == maxRunSize) {
      writeRun();
    }
    currentRun.add(hit);
  }

  private void writeRun() {
    currentRun.sort(order);
    try {
      runs.add(DiskHitList.spill(currentRun.iterator()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    currentRun = new ArrayList<>();
  }

  /**
   * Returns all hits in order, in memory if they fit in one run, otherwise in a file. The sort is
   * stable. May be called once.
   */
  List<Hit> toSortedList() throws IOException {
    if (runs.isEmpty()) {
      currentRun.sort(order);
      return List.copyOf(currentRun);
    }
    writeRun();
    return DiskHitList.spill(mergeRuns());
  }

  /** The next hit of one sorted file, with the rest of that file. */
  private record RunHead(int file, Hit hit, Iterator<Hit> remainingHits) {}

  private Iterator<Hit> mergeRuns() {
    PriorityQueue<RunHead> runHeads =
        new PriorityQueue<>(
            Comparator.comparing(RunHead::hit, order).thenComparingInt(RunHead::file));
    for (int i = 0; i < runs.size(); i++) {
      push(runHeads, i, runs.get(i).iterator());
    }
    return new Iterator<>() {
      @Override
      public boolean hasNext() {
        return !runHeads.isEmpty();
      }

      @Override
      public Hit next() {
        RunHead runHead = runHeads.remove();
        push(runHeads, runHead.file(), runHead.remainingHits());
        return runHead.hit();
      }
    };
  }

  private static void push(PriorityQueue<RunHead> runHeads, int runIndex, Iterator<Hit> hits) {
    if (hits.hasNext()) {
      runHeads.add(new RunHead(runIndex, hits.next(), hits));
    }
  }

  @Override
  public void close() throws IOException {
    for (DiskHitList file : runs) {
      file.close();
    }
  }
}
