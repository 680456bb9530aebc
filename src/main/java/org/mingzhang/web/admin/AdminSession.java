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
 * @param opened when it began
 * @param used when it was last used
 * @param client IP address it began from
 * @param browser User-Agent of the browser
 */
public record AdminSession(
    String id, String formKey, Instant opened, Instant used, String client, String browser) {
  private static final int MAX_USER_AGENT = 200;
  private static final DateTimeFormatter FORMAT =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm 'UTC'", Locale.ROOT).withZone(ZoneOffset.UTC);

  /** Truncates the User-Agent. */
  public AdminSession {
    browser = browser.substring(0, Math.min(MAX_USER_AGENT, browser.length()));
  }

  /** When it began, as shown: date and minute in UTC. */
  public String openedText() {
    return FORMAT.format(opened);
  }

  /** When it was last used, as shown. */
  public String usedText() {
    return FORMAT.format(used);
  }

  AdminSession withUsed(Instant now) {
    return new AdminSession(id, formKey, opened, now, client, browser);
  }
}
