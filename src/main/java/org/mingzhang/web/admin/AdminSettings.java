package org.mingzhang.web.admin;

import java.time.Clock;

/**
 * Settings of administration over HTTP.
 *
 * @param tokenSource hash of the token
 * @param administration the actions
 * @param log log of actions
 * @param clock clock for the end of sessions
 */
public record AdminSettings(
    TokenHashSource tokenSource, Administration administration, AuditLog log, Clock clock) {
  /** Creates settings with a fixed token. */
  public AdminSettings(TokenHash tokenSource, Administration administration, AuditLog log) {
    this(TokenHashSource.fixed(tokenSource), administration, log, Clock.systemUTC());
  }
}
