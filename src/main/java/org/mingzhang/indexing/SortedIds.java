package org.mingzhang.indexing;

import java.io.IOException;
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.mingzhang.text.CodePointOrder;

/**
 * Walks through ids in the order of their UTF-8 bytes, a page at a time, so that a list of any
 * length takes the memory of a page. Used by one thread.
 */
public final class SortedIds {
  /** Ids that are held at once. */
  private static final int PAGE = 5_000;

  /** Gives the ids behind one, in order. */
  @FunctionalInterface
  public interface Pages {
    /** The next ids behind one, up to a number of them; empty at the end. */
    List<String> after(String id, int most) throws IOException;
  }

  private final Pages pages;
  private Iterator<String> page;
  private String last = "";
  private @Nullable String current;

  /** Begins at the first of them. */
  SortedIds(Pages pages) throws IOException {
    this.pages = pages;
    this.page = pages.after("", PAGE).iterator();
    next();
  }

  /** The id that has been reached; null behind the last. */
  @Nullable String current() {
    return current;
  }

  private void next() throws IOException {
    if (!page.hasNext() && !last.isEmpty()) {
      page = pages.after(last, PAGE).iterator();
    }
    current = page.hasNext() ? page.next() : null;
    last = current == null ? last : current;
  }

  /**
   * Goes past all ids up to one and that one itself; returns whether it was among them. Must be
   * asked in the same order.
   */
  boolean pass(String id) throws IOException {
    boolean found = false;
    while (current != null && CodePointOrder.COMPARATOR.compare(current, id) <= 0) {
      found = current.equals(id);
      next();
    }
    return found;
  }

  /** The first of several in the same order; null where all have ended. */
  static @Nullable String first(List<SortedIds> lists) {
    String first = null;
    for (SortedIds each : lists) {
      String id = each.current;
      if (id != null && (first == null || CodePointOrder.COMPARATOR.compare(id, first) < 0)) {
        first = id;
      }
    }
    return first;
  }
}
