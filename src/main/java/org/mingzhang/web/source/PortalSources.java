package org.mingzhang.web.source;

import java.time.Clock;
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
 * @param pictures draws places of originals
 */
public record PortalSources(
    SearchPort search,
    Archive archive,
    Supplier<IndexingStatus> indexing,
    Clock clock,
    DataHealth health,
    PlacePictures pictures) {
  /** Sources that are taken to be whole. */
  public PortalSources(
      SearchPort search, Archive archive, Supplier<IndexingStatus> indexing, Clock clock) {
    this(search, archive, indexing, clock, DataHealth.whole());
  }

  /** Sources of which nothing is drawn. */
  public PortalSources(
      SearchPort search,
      Archive archive,
      Supplier<IndexingStatus> indexing,
      Clock clock,
      DataHealth health) {
    this(search, archive, indexing, clock, health, PlacePictures.NONE);
  }

  /** The same sources with another search. */
  public PortalSources with(SearchPort other) {
    return new PortalSources(other, archive, indexing, clock, health, pictures);
  }
}
