package org.mingzhang.collect;

import java.time.Duration;

/** Thrown to pause a crawl run, which is continued after {@link #minPause} at the earliest. */
final class RunPausedException extends Exception {
  private static final long serialVersionUID = 1L;

  private final Duration minPause;

  RunPausedException(String message, Duration minPause) {
    super(message);
    this.minPause = minPause;
  }

  /** Minimum time until the run is continued. */
  Duration minPause() {
    return minPause;
  }
}
