package org.mingzhang.schema;

import org.apache.lucene.search.SearcherManager;

/**
 * The readers of an index that this process writes, which follow its writer: what fills the index
 * hands them to what searches it. Who carries them in between cannot look into them.
 */
public final class LiveReaders {
  private final SearcherManager searchers;

  /** The readers behind searchers, which stay their owner's to close. */
  public LiveReaders(SearcherManager searchers) {
    this.searchers = searchers;
  }

  /** The searchers, for packages that know Lucene. */
  public SearcherManager searchers() {
    return searchers;
  }
}
