package org.mingzhang.archive;

import java.time.Instant;

/**
 * A saved search whose new results are mailed to a reader.
 *
 * @param id number in the ledger
 * @param address the reader's mail address
 * @param search the URL parameters of the search
 * @param language value of the URL parameter {@code lang}; empty for Chinese
 * @param days days between two mails: 1 or 7
 * @param state whether it is confirmed
 * @param confirming token of the link that confirms it, sent only to the address
 * @param ending token of the link that ends it, sent only to the address
 * @param asked time of the request
 * @param seen position in the order of arrival up to which news was sent
 * @param due time at which the next mail is due
 */
public record Alert(
    long id,
    String address,
    String search,
    String language,
    int days,
    State state,
    String confirming,
    String ending,
    Instant asked,
    long seen,
    Instant due) {

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
