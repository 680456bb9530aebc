package org.mingzhang.mail;

import org.jspecify.annotations.Nullable;

/**
 * The server that takes mails.
 *
 * @param host its name
 * @param port its port
 * @param security how the line is encrypted
 * @param user who logs in, or null
 * @param password the password, or null
 * @param from address of the sender
 */
public record SmtpSettings(
    String host,
    int port,
    Security security,
    @Nullable String user,
    @Nullable String password,
    String from) {
  /** How the line is encrypted. */
  public enum Security {
    /** Not at all: for a server on this machine. */
    NONE,
    /** From the command STARTTLS on, which the server must know. */
    STARTTLS,
    /** From the beginning. */
    TLS
  }

  /** Without the password. */
  @Override
  public String toString() {
    return "SMTP " + host + ":" + port + " " + security + " from " + from;
  }
}
