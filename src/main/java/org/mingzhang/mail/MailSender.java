package org.mingzhang.mail;

/** Sends mails. Thread-safe. */
public interface MailSender {
  /** Whether the server accepted a mail. */
  enum Outcome {
    /** Accepted by the server. */
    SENT,
    /** Not accepted, but may be accepted later. */
    DEFERRED,
    /** Rejected permanently: the address does not exist. */
    REFUSED,
    /** The server may or may not have accepted it. */
    UNKNOWN
  }

  /** Sends a mail. */
  Outcome send(MailMessage message);
}
