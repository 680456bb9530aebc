package org.mingzhang.web.admin;

import java.util.Optional;

/** Where the hash of the token that opens administration is kept now. Safe on many threads. */
@FunctionalInterface
public interface TokenSource {
  /** The hash, the same object while it does not change; empty while administration is closed. */
  Optional<TokenHash> current();

  /** A token that never changes. */
  static TokenSource fixed(TokenHash token) {
    return () -> Optional.of(token);
  }
}
