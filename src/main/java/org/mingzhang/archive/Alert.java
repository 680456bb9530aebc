package org.mingzhang.archive;

import java.time.Instant;

/**
 * A saved search whose new results are mailed to a reader.
 *
 * @param id number in the ledger
 * @param address the reader's mail address
 * @param searchParameters the URL parameters of the search
 * @param language value of the URL parameter {@code lang}; empty for Chinese
 * @param intervalDays days between two mails: 1 or 7
 * @param state whether it is confirmed
 * @param confirmationToken token of the link that confirms it, sent only to the address
 * @param cancellationToken token of the link that ends it, sent only to the address
 * @param requestedAt time of the request
 * @param reportedPosition position in the order of arrival up to which news was sent
 * @param dueAt time at which the next mail is due
 */
public record Alert(
    long id,
    String address,
    String searchParameters,
    String language,
    int intervalDays,
    State state,
    String confirmationToken,
    String cancellationToken,
    Instant requestedAt,
    long reportedPosition,
    Instant dueAt) {

  /** Whether an alert is confirmed. */
  public enum State {
    /** Not yet confirmed by the reader. */
    ASKED,
    /** Not yet confirmed, and the mail that asks for it may not have arrived. */
    UNREACHED,
    /** Confirmed; mails are sent. */
    CONFIRMED
  }
}
