package org.mingzhang.web.admin;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/**
 * An administrator's session in one browser.
 *
 * @param id SHA-256 of its secret, in hexadecimal
 * @param formKey anti-CSRF token of its forms
 * @param openedAt start of the session
 * @param lastUsedAt time of its last use
 * @param client IP address of the client that started it
 * @param browser User-Agent of the browser
 */
public record AdminSession(
    String id,
    String formKey,
    Instant openedAt,
    Instant lastUsedAt,
    String client,
    String browser) {
  private static final int MAX_USER_AGENT_LENGTH = 200;
  private static final DateTimeFormatter TIME_FORMAT =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm 'UTC'", Locale.ROOT).withZone(ZoneOffset.UTC);

  /** Truncates the User-Agent. */
  public AdminSession {
    browser = browser.substring(0, Math.min(MAX_USER_AGENT_LENGTH, browser.length()));
  }

  /** Start of the session for display: date and minute in UTC. */
  public String openedText() {
    return TIME_FORMAT.format(openedAt);
  }

  /** Time of the last use, for display. */
  public String usedText() {
    return TIME_FORMAT.format(lastUsedAt);
  }

  AdminSession withLastUse(Instant now) {
    return new AdminSession(id, formKey, openedAt, now, client, browser);
  }
}
