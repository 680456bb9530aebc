package org.mingzhang.web.source;

import java.time.Clock;
import java.util.List;
import java.util.function.Supplier;
import org.mingzhang.archive.Archive;

/**
 * The sources from which the handlers of pages and of the API read: index, archive and the state of
 * the running program. All handlers share one instance.
 *
 * @param search the index
 * @param archive originals, disclosures, versions and permalinks
 * @param indexing progress of indexing
 * @param clock the current time
 * @param health whether index and archive are intact
 * @param siteSections currently configured site sections from which documents are collected
 * @param quoteRenderer renders quotations as parts of the pages of their originals
 */
public record PortalServices(
    SearchPort search,
    Archive archive,
    Supplier<IndexingStatus> indexing,
    Clock clock,
    DataHealth health,
    Supplier<List<SiteSection>> siteSections,
    QuoteRenderer quoteRenderer) {
  /** Creates sources whose health is not monitored, without site sections and without pictures. */
  public PortalServices(
      SearchPort search, Archive archive, Supplier<IndexingStatus> indexing, Clock clock) {
    this(search, archive, indexing, clock, DataHealth.undamaged(), List::of, QuoteRenderer.NONE);
  }

  /** A copy with another search. */
  public PortalServices withSearch(SearchPort newSearch) {
    return new PortalServices(
        newSearch, archive, indexing, clock, health, siteSections, quoteRenderer);
  }
}
