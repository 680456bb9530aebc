package org.mingzhang.archive;

/**
 * A queued mail of an alert.
 *
 * @param id number in the ledger
 * @param alert its alert
 * @param endPosition position in the order of arrival up to which it reports news; negative for a
 *     confirmation request
 * @param attempts number of earlier attempts to send it
 */
public record AlertMail(long id, Alert alert, long endPosition, int attempts) {
  /** Whether it requests the confirmation of the alert. */
  public boolean isConfirmationRequest() {
    return endPosition < 0;
  }
}
