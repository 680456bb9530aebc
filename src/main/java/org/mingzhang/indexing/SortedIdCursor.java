package org.mingzhang.indexing;

import java.io.IOException;
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.mingzhang.text.CodePointOrder;

/**
 * Cursor over ids in the order of their UTF-8 bytes. Ids are fetched in pages, so memory does not
 * grow with their number. Not thread-safe.
 */
public final class SortedIdCursor {
  /** Number of ids in a page. */
  private static final int PAGE_SIZE = 5_000;

  /** Source of ids in order. */
  @FunctionalInterface
  public interface IdPages {
    /**
     * The next ids after {@code id}, at most {@code limit}; the first ones if {@code id} is empty.
     * Returns an empty list at the end.
     */
    List<String> idsAfter(String id, int limit) throws IOException;
  }

  private final IdPages pages;
  private Iterator<String> page;
  private String lastId = "";
  private @Nullable String currentId;

  /** Positions the cursor at the first id. */
  SortedIdCursor(IdPages pages) throws IOException {
    this.pages = pages;
    this.page = pages.idsAfter("", PAGE_SIZE).iterator();
    advance();
  }

  private void advance() throws IOException {
    if (!page.hasNext() && !lastId.isEmpty()) {
      page = pages.idsAfter(lastId, PAGE_SIZE).iterator();
    }
    currentId = page.hasNext() ? page.next() : null;
    lastId = currentId == null ? lastId : currentId;
  }

  /**
   * Advances past all ids up to and including {@code id}; returns whether it was among them. Calls
   * must be in ascending order.
   */
  boolean advancePast(String id) throws IOException {
    boolean found = false;
    while (currentId != null && CodePointOrder.COMPARATOR.compare(currentId, id) <= 0) {
      found = currentId.equals(id);
      advance();
    }
    return found;
  }

  /** The smallest current id of several cursors; null if all are exhausted. */
  static @Nullable String smallest(List<SortedIdCursor> cursors) {
    String first = null;
    for (SortedIdCursor each : cursors) {
      String id = each.currentId;
      if (id != null && (first == null || CodePointOrder.COMPARATOR.compare(id, first) < 0)) {
        first = id;
      }
    }
    return first;
  }
}
