package org.mingzhang.archive;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The result of visiting one address, recorded in one transaction.
 *
 * @param frontierEntry the entry before the visit
 * @param state its new state
 * @param visitedAt time of the visit
 * @param reason explanation of the state, or null
 * @param response the complete response; null if there was none or it is unchanged
 * @param links links found there; known addresses are left unchanged
 * @param urlsToRecheck known further list pages to visit in this run
 * @param documents documents seen
 * @param goneUrls URLs of documents that are missing
 * @param warcSizes sizes in bytes of the WARC files written, by path
 * @param requestCount number of requests made
 */
public record VisitRecord(
    FrontierEntry frontierEntry,
    FrontierEntry.State state,
    Instant visitedAt,
    @Nullable String reason,
    @Nullable Response response,
    List<FrontierEntry.Link> links,
    List<String> urlsToRecheck,
    List<ObservedDocument> documents,
    List<String> goneUrls,
    Map<String, Long> warcSizes,
    int requestCount) {
  /** Makes immutable copies of the lists and the map. */
  public VisitRecord {
    links = List.copyOf(links);
    urlsToRecheck = List.copyOf(urlsToRecheck);
    documents = List.copyOf(documents);
    goneUrls = List.copyOf(goneUrls);
    warcSizes = Map.copyOf(warcSizes);
  }

  /**
   * Validators and digests of a response, and its position in the WARC files.
   *
   * @param etag {@code ETag}, or null
   * @param lastModified {@code Last-Modified}, or null
   * @param payloadDigest payload digest
   * @param mainTextDigest digest of the main text, null for files
   * @param recordPosition WARC file and offset
   */
  public record Response(
      @Nullable String etag,
      @Nullable String lastModified,
      String payloadDigest,
      @Nullable String mainTextDigest,
      String recordPosition) {}

  /**
   * A document that was observed at an address.
   *
   * @param provenance where it was observed
   * @param offer its content if it is new; null if it is unchanged
   */
  public record ObservedDocument(Provenance provenance, @Nullable OfferedFile offer) {}
}
