package org.mingzhang.cli;

import java.io.IOException;
import org.mingzhang.indexing.Reconciler;
import org.mingzhang.search.SearchService;

/** Opens the search over an index that may be damaged, missing or behind its archive. */
final class SearchStartup {
  /**
   * How many documents are indexed before the first search is answered; the rest follow while it
   * serves.
   */
  private static final int SOON = 200;

  private SearchStartup() {}

  /**
   * Opens the search. What a process that died has left is indexed first; an index that has to be
   * made again is filled while the portal serves.
   */
  static SearchService search(IndexedArchive instance, SelfRepair repair) throws IOException {
    SearchService search = new SearchService(instance.engine().shards(repair::met));
    search.onDamage(repair::met);
    if (instance.engine().searchOnly()) {
      return search;
    }
    if (behind(instance, repair) > SOON || instance.index().renewed()) {
      repair.fill();
      return search;
    }
    try {
      Reconciler reconciler = new Reconciler(instance.archive(), instance.index());
      int unused = reconciler.run();
      reconciler.damaged().forEach(repair::met);
    } catch (IOException | RuntimeException e) {
      repair.met(e);
      repair.fill();
    }
    return search;
  }

  private static int behind(IndexedArchive instance, SelfRepair repair) throws IOException {
    try {
      return new Reconciler(instance.archive(), instance.index()).behind();
    } catch (IOException | RuntimeException e) {
      repair.met(e);
      return Integer.MAX_VALUE;
    }
  }
}
