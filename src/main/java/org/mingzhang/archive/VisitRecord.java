package org.mingzhang.archive;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The result of visiting one address, recorded in one transaction.
 *
 * @param resource the entry before the visit
 * @param state its new state
 * @param at time of the visit
 * @param reason explanation of the state, or null
 * @param answer the complete response; null if there was none or it is unchanged
 * @param links links found there; known addresses are left unchanged
 * @param requeue known further list pages to visit in this run
 * @param documents documents seen
 * @param gone URLs of documents that are missing
 * @param warc sizes of the WARC files written, by path
 * @param requests number of requests made
 */
public record VisitRecord(
    FrontierEntry resource,
    FrontierEntry.State state,
    Instant at,
    @Nullable String reason,
    @Nullable Response answer,
    List<FrontierEntry.Link> links,
    List<String> requeue,
    List<ObservedDocument> documents,
    List<String> gone,
    Map<String, Long> warc,
    int requests) {
  /** Makes immutable copies of the lists and the map. */
  public VisitRecord {
    links = List.copyOf(links);
    requeue = List.copyOf(requeue);
    documents = List.copyOf(documents);
    gone = List.copyOf(gone);
    warc = Map.copyOf(warc);
  }

  /**
   * Validators and digests of a response, and its position in the WARC files.
   *
   * @param etag {@code ETag}, or null
   * @param modified {@code Last-Modified}, or null
   * @param digest payload digest
   * @param main digest of the main text, null for files
   * @param capture WARC file and offset
   */
  public record Response(
      @Nullable String etag,
      @Nullable String modified,
      String digest,
      @Nullable String main,
      String capture) {}

  /**
   * A document that was observed at an address.
   *
   * @param provenance where it was observed
   * @param offer its content if it is new; null if it is unchanged
   */
  public record ObservedDocument(Provenance provenance, @Nullable OfferedFile offer) {}
}
