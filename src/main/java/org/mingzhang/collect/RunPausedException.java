package org.mingzhang.collect;

import java.time.Duration;

/** No error of an address: the run goes on later. */
final class RunPausedException extends Exception {
  private static final long serialVersionUID = 1L;

  private final Duration rest;

  RunPausedException(String message, Duration rest) {
    super(message);
    this.rest = rest;
  }

  /** Time after which it may go on. */
  Duration rest() {
    return rest;
  }
}
