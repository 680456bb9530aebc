package org.mingzhang.archive;

import java.time.Instant;

/**
 * A search whose news a reader wants by mail.
 *
 * @param id its number
 * @param address the reader's mail address
 * @param search the parameters of the search's address
 * @param language value of {@code lang}, empty for Chinese
 * @param days days between two mails: 1 or 7
 * @param state how far it is
 * @param confirming what confirms it, known to the address alone
 * @param ending what ends it, known to the address alone
 * @param asked when it was asked for
 * @param seen place in the order of arrival up to which news was sent
 * @param due when the next mail is due
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

  /** How far an alert is. */
  public enum State {
    /** The address has not confirmed it. */
    ASKED,
    /** Mails are sent. */
    CONFIRMED
  }
}
