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
 * Puts hits in order of which only so many are in memory at a time: as many as that are sorted and
 * written to a file of their own, and in the end all files are merged into one. Used by one thread.
 */
final class ExternalHitSorter implements Closeable {
  private final Comparator<Hit> order;
  private final int most;
  private final List<SpilledHits> sorted = new ArrayList<>();
  private List<Hit> some = new ArrayList<>();

  /**
   * Nothing yet.
   *
   * @param most so many are in memory at most
   */
  ExternalHitSorter(Comparator<Hit> order, int most) {
    this.order = order;
    this.most = most;
  }

  void add(Hit hit) {
    if (some.size() == most) {
      write();
    }
    some.add(hit);
  }

  private void write() {
    some.sort(order);
    try {
      sorted.add(SpilledHits.of(some.iterator()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    some = new ArrayList<>();
  }

  /** All of them in order, once. Equal ones are in the order in which they came. */
  List<Hit> list() throws IOException {
    if (sorted.isEmpty()) {
      some.sort(order);
      return List.copyOf(some);
    }
    write();
    return SpilledHits.of(merged());
  }

  /** The next hit of one file. */
  private record Head(int file, Hit hit, Iterator<Hit> rest) {}

  private Iterator<Hit> merged() {
    PriorityQueue<Head> heads =
        new PriorityQueue<>(Comparator.comparing(Head::hit, order).thenComparingInt(Head::file));
    for (int i = 0; i < sorted.size(); i++) {
      push(heads, i, sorted.get(i).iterator());
    }
    return new Iterator<>() {
      @Override
      public boolean hasNext() {
        return !heads.isEmpty();
      }

      @Override
      public Hit next() {
        Head head = heads.remove();
        push(heads, head.file(), head.rest());
        return head.hit();
      }
    };
  }

  private static void push(PriorityQueue<Head> heads, int file, Iterator<Hit> hits) {
    if (hits.hasNext()) {
      heads.add(new Head(file, hits.next(), hits));
    }
  }

  @Override
  public void close() throws IOException {
    for (SpilledHits file : sorted) {
      file.close();
    }
  }
}
