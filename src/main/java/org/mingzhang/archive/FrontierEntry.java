package org.mingzhang.archive;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * An address in the crawl frontier of a source.
 *
 * @param id position in the order of discovery
 * @param source name of the source
 * @param link how it was found
 * @param state its state
 * @param lastRunId run in which it was last visited, 0 for none
 * @param checkedAt time of the last visit that did not fail, or null
 * @param etag {@code ETag} of the last complete response, or null
 * @param lastModified {@code Last-Modified} of the last complete response, or null
 * @param payloadDigest payload digest of the last complete response, or null
 * @param mainTextDigest digest of the main text of the last complete response, null for files
 * @param failureCount number of consecutive failures since a run last queued it again
 * @param reason explanation of the state, or null
 * @param recordPosition WARC file and offset of the last complete response, or null
 */
public record FrontierEntry(
    long id,
    String source,
    Link link,
    State state,
    long lastRunId,
    @Nullable Instant checkedAt,
    @Nullable String etag,
    @Nullable String lastModified,
    @Nullable String payloadDigest,
    @Nullable String mainTextDigest,
    int failureCount,
    @Nullable String reason,
    @Nullable String recordPosition) {

  /** The expected kind of an address, in the order of fetching. */
  public enum Kind {
    /** First page of a list. */
    FIRST_LIST_PAGE(0),
    /** Another page of a list. */
    FURTHER_LIST_PAGE(1),
    /** A page that may be a document or link to one. */
    PAGE(2),
    /** A document file. */
    FILE(3);

    private final int rank;

    Kind(int rank) {
      this.rank = rank;
    }

    /** Position in the order of fetching, as stored in the ledger. */
    int rank() {
      return rank;
    }

    /**
     * The kind with a rank.
     *
     * @throws IllegalArgumentException if there is none
     */
    static Kind ofRank(int rank) {
      for (Kind kind : values()) {
        if (kind.rank == rank) {
          return kind;
        }
      }
      throw new IllegalArgumentException("no kind has the rank " + rank);
    }
  }

  /** The state of an address. */
  public enum State {
    /** Waiting to be fetched. */
    WAITING,
    /** Visited: the site has responded. */
    DONE,
    /** No usable response; retried in the next run. */
    FAILED,
    /** Not wanted or not allowed. */
    REFUSED,
    /** The document is no longer at this address. */
    GONE
  }

  /**
   * An address with the link by which it was found.
   *
   * @param url the address
   * @param kind what it is expected to be
   * @param depth number of list pages between it and the source's list page
   * @param hops number of redirects that led to it
   * @param linkingPageUrl address of the linking page; null for the source's list page itself
   * @param pageTitle title of that page, or null
   * @param label text of the link
   * @param dateText text of the date beside the link or on the page, or null
   * @param published that date, or null
   */
  public record Link(
      String url,
      Kind kind,
      int depth,
      int hops,
      @Nullable String linkingPageUrl,
      @Nullable String pageTitle,
      String label,
      @Nullable String dateText,
      @Nullable LocalDate published) {

    /** The list page of a source. */
    public static Link seed(String url) {
      return new Link(url, Kind.FIRST_LIST_PAGE, 0, 0, null, null, "", null, null);
    }
  }
}
