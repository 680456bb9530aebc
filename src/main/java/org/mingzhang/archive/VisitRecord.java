package org.mingzhang.archive;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What came of one address: all of it is written down at once, or nothing.
 *
 * @param resource the address as it was
 * @param state how far it is now
 * @param at when
 * @param reason why, or null
 * @param answer what a whole answer said; null where there was none or it was not changed
 * @param links what was found there; known addresses are left as they are
 * @param again known further pages of lists that are to be looked at in this run
 * @param documents documents seen
 * @param gone addresses of documents that are no longer there
 * @param warc sizes of the WARC files written to, by path
 * @param requests requests that it took
 */
public record VisitRecord(
    FrontierEntry resource,
    FrontierEntry.State state,
    Instant at,
    @Nullable String reason,
    @Nullable Answer answer,
    List<FrontierEntry.Link> links,
    List<String> again,
    List<Sighting> documents,
    List<String> gone,
    Map<String, Long> warc,
    int requests) {
  /** Copies the lists. */
  public VisitRecord {
    links = List.copyOf(links);
    again = List.copyOf(again);
    documents = List.copyOf(documents);
    gone = List.copyOf(gone);
    warc = Map.copyOf(warc);
  }

  /**
   * A whole answer.
   *
   * @param etag validator, or null
   * @param modified the other validator, or null
   * @param digest payload digest
   * @param main digest of the main text, null for files
   * @param capture WARC file and offset
   */
  public record Answer(
      @Nullable String etag,
      @Nullable String modified,
      String digest,
      @Nullable String main,
      String capture) {}

  /**
   * A document seen.
   *
   * @param provenance where
   * @param offer its content, where that is new; null where it is as it was
   */
  public record Sighting(Provenance provenance, @Nullable OfferedFile offer) {}
}
