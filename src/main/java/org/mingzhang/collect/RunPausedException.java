package org.mingzhang.collect;

import java.time.Duration;

/** Thrown to pause a crawl run, which is continued after {@link #rest} at the earliest. */
final class RunPausedException extends Exception {
  private static final long serialVersionUID = 1L;

  private final Duration rest;

  RunPausedException(String message, Duration rest) {
    super(message);
    this.rest = rest;
  }

  /** Minimum time until the run is continued. */
  Duration rest() {
    return rest;
  }
}
