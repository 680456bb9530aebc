package org.mingzhang.web.admin;

import java.time.Clock;

/**
 * That there is an administration over HTTP, and of what.
 *
 * @param token hash of the token that opens it
 * @param administration what it does
 * @param log where it is written down
 * @param clock by which sessions end
 */
public record AdminSettings(
    TokenSource token, Administration administration, AuditLog log, Clock clock) {
  /** An administration whose token does not change while the portal runs. */
  public AdminSettings(TokenHash token, Administration administration, AuditLog log) {
    this(TokenSource.fixed(token), administration, log, Clock.systemUTC());
  }
}
