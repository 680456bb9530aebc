package org.mingzhang.web.admin;

import java.util.Optional;

/** Source of the current hash of the administrator's token. Safe on many threads. */
@FunctionalInterface
public interface TokenSource {
  /** The hash, the same object until it changes; empty while administration is closed. */
  Optional<TokenHash> currentHash();

  /** A source of a fixed hash. */
  static TokenSource fixed(TokenHash token) {
    return () -> Optional.of(token);
  }
}
