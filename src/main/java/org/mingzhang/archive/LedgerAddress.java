package org.mingzhang.archive;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Where a ledger is that several machines share.
 *
 * @param url {@code jdbc:postgresql://HOST:PORT/DATABASE}, with parameters of the driver if need be
 * @param user who logs in; null where the address says it
 * @param password the user's; null where none is asked for or the address says it
 * @param lease after which another process reads what one had begun that is not heard of
 */
public record LedgerAddress(
    String url, @Nullable String user, @Nullable String password, Duration lease) {
  /** How long a process is believed to be reading that says nothing. */
  public static final Duration LEASE = Duration.ofMinutes(1);

  private static final String POSTGRESQL = "jdbc:postgresql:";

  /**
   * Checks the address.
   *
   * @throws IllegalArgumentException where it is none of a database that is known
   */
  public LedgerAddress {
    if (!url.startsWith(POSTGRESQL)) {
      throw new IllegalArgumentException(
          "\"" + url + "\" is no ledger; one is jdbc:postgresql://HOST/DATABASE");
    }
    if (lease.compareTo(Duration.ofMillis(100)) < 0) {
      throw new IllegalArgumentException("a lease of " + lease.toMillis() + " ms is too short");
    }
  }

  /** The address without what is secret in it. */
  String shown() {
    return url.replaceFirst("\\?.*", "");
  }

  @Override
  public String toString() {
    return shown();
  }
}
