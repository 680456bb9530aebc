package org.mingzhang.collect;

import java.time.Duration;

/** Pauses a run, which is to be continued later. */
final class RunPausedException extends Exception {
  private static final long serialVersionUID = 1L;

  private final Duration rest;

  RunPausedException(String message, Duration rest) {
    super(message);
    this.rest = rest;
  }

  /** Least time until the run is continued. */
  Duration rest() {
    return rest;
  }
}
