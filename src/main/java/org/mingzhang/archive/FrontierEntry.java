package org.mingzhang.archive;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * An address in the frontier of a source.
 *
 * @param id place in the order of discovery
 * @param source name of the source
 * @param link how it was found
 * @param state how far it is
 * @param run run in which it was last fetched, 0 for none
 * @param checked when it was last answered, or null
 * @param etag validator of the last whole answer, or null
 * @param modified the other validator, or null
 * @param digest payload digest of the last whole answer, or null
 * @param main digest of the main text of the last whole answer, null for files
 * @param failures how often in a row it was not answered
 * @param reason why it is as it is, or null
 * @param capture WARC file and offset of the last whole answer, or null
 */
public record FrontierEntry(
    long id,
    String source,
    Link link,
    State state,
    long run,
    @Nullable Instant checked,
    @Nullable String etag,
    @Nullable String modified,
    @Nullable String digest,
    @Nullable String main,
    int failures,
    @Nullable String reason,
    @Nullable String capture) {

  /** What an address is expected to be; in the order in which they are fetched. */
  public enum Kind {
    /** First page of a list. */
    LIST(0),
    /** Another page of a list. */
    MORE(1),
    /** A page that may be a document or link one. */
    PAGE(2),
    /** A document file. */
    FILE(3);

    private final int rank;

    Kind(int rank) {
      this.rank = rank;
    }

    /** Place in the order; what the ledger has of it. */
    int rank() {
      return rank;
    }

    /** The kind of a place in the order. */
    static Kind of(int rank) {
      for (Kind kind : values()) {
        if (kind.rank == rank) {
          return kind;
        }
      }
      throw new IllegalArgumentException("no kind has the rank " + rank);
    }
  }

  /** How far an address is. */
  public enum State {
    /** To be fetched in this run. */
    WAITING,
    /** Answered. */
    DONE,
    /** Not answered; tried again in the next run. */
    FAILED,
    /** Not wanted or not allowed. */
    REFUSED,
    /** Was there and is no more. */
    GONE
  }

  /**
   * How an address was found.
   *
   * @param url the address
   * @param kind what it is expected to be
   * @param depth lists between it and the column
   * @param hops redirects that led here
   * @param page address of the page that links it, null for the column itself
   * @param pageTitle title of that page, or null
   * @param label text of the link
   * @param dated date beside the link, or that of the page, with what says so; or null
   * @param published the day meant by it, or null
   */
  public record Link(
      String url,
      Kind kind,
      int depth,
      int hops,
      @Nullable String page,
      @Nullable String pageTitle,
      String label,
      @Nullable String dated,
      @Nullable LocalDate published) {

    /** The column itself. */
    public static Link seed(String url) {
      return new Link(url, Kind.LIST, 0, 0, null, null, "", null, null);
    }
  }
}
