package org.mingzhang.web.source;

import java.time.Clock;
import java.util.List;
import java.util.function.Supplier;
import org.mingzhang.archive.Archive;

/**
 * Everything the portal reads from.
 *
 * @param search the index
 * @param archive originals, disclosures, versions and permalinks
 * @param indexing how far indexing is
 * @param clock the time, for citations and feeds
 * @param health whether index and archive are whole
 * @param columns columns of sites that documents are collected from, as they are set now
 * @param pictures draws places of originals
 */
public record PortalSources(
    SearchPort search,
    Archive archive,
    Supplier<IndexingStatus> indexing,
    Clock clock,
    DataHealth health,
    Supplier<List<SiteColumn>> columns,
    PlacePictures pictures) {
  /** Sources that are taken to be whole. */
  public PortalSources(
      SearchPort search, Archive archive, Supplier<IndexingStatus> indexing, Clock clock) {
    this(search, archive, indexing, clock, DataHealth.whole());
  }

  /** Sources of a portal that knows no columns of sites and draws nothing. */
  public PortalSources(
      SearchPort search,
      Archive archive,
      Supplier<IndexingStatus> indexing,
      Clock clock,
      DataHealth health) {
    this(search, archive, indexing, clock, health, List::of, PlacePictures.NONE);
  }

  /** A copy with another search. */
  public PortalSources with(SearchPort other) {
    return new PortalSources(other, archive, indexing, clock, health, columns, pictures);
  }
}
