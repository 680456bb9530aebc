package org.mingzhang.web.admin;

import java.util.Optional;

/** Source of the current hash of the administrator's token. Safe on many threads. */
@FunctionalInterface
public interface TokenHashSource {
  /**
   * The current hash; the same object is returned until the hash changes. Empty if administration
   * is disabled.
   */
  Optional<TokenHash> currentHash();

  /** Creates a source that always returns the same hash. */
  static TokenHashSource fixed(TokenHash token) {
    return () -> Optional.of(token);
  }
}
