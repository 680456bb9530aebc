package org.mingzhang.schema;

import org.apache.lucene.search.SearcherManager;

/**
 * An opaque handle of the near-real-time readers of an index that this process writes. The writing
 * package passes it to the searching package through packages that must not depend on Lucene.
 */
public final class NearRealTimeReaders {
  private final SearcherManager searchers;

  /** Creates a handle. The caller remains responsible for closing {@code searchers}. */
  public NearRealTimeReaders(SearcherManager searchers) {
    this.searchers = searchers;
  }

  /** The searchers, for packages that depend on Lucene. */
  public SearcherManager searchers() {
    return searchers;
  }
}
