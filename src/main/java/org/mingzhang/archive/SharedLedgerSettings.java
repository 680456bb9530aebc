package org.mingzhang.archive;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * The settings of the connection to a ledger in a shared database.
 *
 * @param url {@code jdbc:postgresql://HOST:PORT/DATABASE}, with parameters of the driver if need be
 * @param user user name; null if the URL contains it
 * @param password password; null if none is needed or the URL contains it
 * @param leaseDuration time without renewal after which another process may read an entry
 */
public record SharedLedgerSettings(
    String url, @Nullable String user, @Nullable String password, Duration leaseDuration) {
  /** Default duration of a lease. */
  public static final Duration DEFAULT_LEASE_DURATION = Duration.ofMinutes(1);

  private static final String POSTGRESQL_PREFIX = "jdbc:postgresql:";

  /**
   * Checks the settings.
   *
   * @throws IllegalArgumentException if the URL is not one of PostgreSQL or the lease is shorter
   *     than 100 ms
   */
  public SharedLedgerSettings {
    if (!url.startsWith(POSTGRESQL_PREFIX)) {
      throw new IllegalArgumentException(
          "\"" + url + "\" is no ledger; one is jdbc:postgresql://HOST/DATABASE");
    }
    if (leaseDuration.compareTo(Duration.ofMillis(100)) < 0) {
      throw new IllegalArgumentException(
          "a lease of " + leaseDuration.toMillis() + " ms is too short");
    }
  }

  /** The URL without parameters, which may contain the password. */
  String urlWithoutParameters() {
    return url.replaceFirst("\\?.*", "");
  }

  @Override
  public String toString() {
    return urlWithoutParameters();
  }
}
