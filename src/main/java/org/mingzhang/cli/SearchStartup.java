package org.mingzhang.cli;

import java.io.IOException;
import org.mingzhang.indexing.Reconciler;
import org.mingzhang.search.SearchService;

/** Opens the search of a portal whose index may be damaged, missing or incomplete. */
final class SearchStartup {
  /** Maximum number of documents that are indexed or removed before the portal starts. */
  private static final int MAX_INDEXED_BEFORE_START = 200;

  private SearchStartup() {}

  /**
   * Opens the search; the caller closes it. If the index was not damaged and differs from the
   * archive by at most {@link #MAX_INDEXED_BEFORE_START} documents, it is brought up to date first;
   * otherwise it is filled while the portal serves. An index that another process maintains is left
   * as it is.
   *
   * @param repair receives failures, and fills the index
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

  /**
   * Number of documents by which index and archive differ; the largest integer if it cannot be
   * counted.
   */
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
