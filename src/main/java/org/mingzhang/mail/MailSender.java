package org.mingzhang.mail;

/** Hands mails to a server. Safe on many threads. */
public interface MailSender {
  /** What came of a mail. */
  enum Outcome {
    /** The server has it. */
    SENT,
    /** The server does not have it and may take it later. */
    LATER,
    /** The server will never know its address. */
    REFUSED,
    /** The server may have it. */
    UNKNOWN
  }

  /** Hands a mail over. */
  Outcome send(MailMessage message);
}
