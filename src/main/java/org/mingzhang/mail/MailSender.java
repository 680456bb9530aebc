package org.mingzhang.mail;

/** Sends mails. Thread-safe. */
public interface MailSender {
  /** Whether the server accepted a mail. */
  enum Outcome {
    /** The server accepted the mail. */
    SENT,
    /**
     * The server did not accept the mail or could not be reached, or the settings name no valid
     * sender; a later attempt may succeed.
     */
    DEFERRED,
    /**
     * The recipient is no valid address, or the server permanently rejected it, for example because
     * it does not exist.
     */
    REFUSED,
    /** The server may or may not have accepted the mail. */
    UNKNOWN
  }

  /** Sends a mail and waits for the answer of the server; failures are outcomes, not exceptions. */
  Outcome send(MailMessage message);
}
