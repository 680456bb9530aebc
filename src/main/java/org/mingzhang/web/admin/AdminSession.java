package org.mingzhang.web.admin;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/**
 * An administrator's session in one browser.
 *
 * @param id SHA-256 of its secret, in hexadecimal
 * @param formKey what the forms of its pages carry, which no other site knows
 * @param opened when it began
 * @param used when it was last used
 * @param client address it began from
 * @param browser what the browser calls itself
 */
public record AdminSession(
    String id, String formKey, Instant opened, Instant used, String client, String browser) {
  private static final int LONGEST_NAME = 200;
  private static final DateTimeFormatter SHOWN =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm 'UTC'", Locale.ROOT).withZone(ZoneOffset.UTC);

  /** Cuts the browser's name, which may be anything. */
  public AdminSession {
    browser = browser.substring(0, Math.min(LONGEST_NAME, browser.length()));
  }

  /** When it began, as pages print it: date and minute in UTC. */
  public String openedText() {
    return SHOWN.format(opened);
  }

  /** When it was last used, as pages print it. */
  public String usedText() {
    return SHOWN.format(used);
  }

  AdminSession usedAt(Instant now) {
    return new AdminSession(id, formKey, opened, now, client, browser);
  }
}
