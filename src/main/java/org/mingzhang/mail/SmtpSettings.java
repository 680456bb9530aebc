package org.mingzhang.mail;

import org.jspecify.annotations.Nullable;

/**
 * Settings of the SMTP server.
 *
 * @param host host name
 * @param port TCP port
 * @param security encryption of the connection
 * @param user user name; null to send without authentication
 * @param password the password; null if there is no user
 * @param senderAddress address of the sender
 */
public record SmtpSettings(
    String host,
    int port,
    Security security,
    @Nullable String user,
    @Nullable String password,
    String senderAddress) {
  /** Encryption of the connection. */
  public enum Security {
    /** No encryption, for a server on this machine. */
    NONE,
    /** STARTTLS, which the server must support. */
    STARTTLS,
    /** TLS from the start. */
    TLS
  }

  /** The settings without the password. */
  @Override
  public String toString() {
    return "SMTP " + host + ":" + port + " " + security + " from " + senderAddress;
  }
}
