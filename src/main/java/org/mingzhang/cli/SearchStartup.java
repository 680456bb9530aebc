package org.mingzhang.cli;

import java.io.IOException;
import org.mingzhang.indexing.Reconciler;
import org.mingzhang.search.SearchService;

/** Opens the search of a portal whose index may be damaged, missing or incomplete. */
final class SearchStartup {
  /** Maximum number of missing documents that are indexed before the portal starts. */
  private static final int MAX_INDEXED_BEFORE_START = 200;

  private SearchStartup() {}

  /**
   * Opens the search. If few documents are missing from the index, they are indexed first;
   * otherwise the index is filled while the portal serves.
   */
  static SearchService open(IndexedArchive indexedArchive, SelfRepair repair) throws IOException {
    SearchService search =
        new SearchService(indexedArchive.engine().openShards(repair::reportFailure));
    search.setDamageListener(repair::reportFailure);
    if (indexedArchive.engine().searchOnly()) {
      return search;
    }
    if (countDifferences(indexedArchive, repair) > MAX_INDEXED_BEFORE_START
        || indexedArchive.index().wasDamagedIndexReplaced()) {
      repair.queueIndexingOfMissingDocuments();
      return search;
    }
    try {
      Reconciler reconciler = new Reconciler(indexedArchive.archive(), indexedArchive.index());
      int unused = reconciler.run();
      reconciler.documentsWithDamagedRecords().forEach(repair::reportFailure);
    } catch (IOException | RuntimeException e) {
      repair.reportFailure(e);
      repair.queueIndexingOfMissingDocuments();
    }
    return search;
  }

  private static int countDifferences(IndexedArchive indexedArchive, SelfRepair repair)
      throws IOException {
    try {
      return new Reconciler(indexedArchive.archive(), indexedArchive.index()).countDifferences();
    } catch (IOException | RuntimeException e) {
      repair.reportFailure(e);
      return Integer.MAX_VALUE;
    }
  }
}
