package org.mingzhang.collect.http;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/** A clock that can also wait, so that tests do not have to. */
public interface CrawlClock {
  /** The current time. */
  Instant now();

  /** Waits for a duration; returns at once if it is zero. */
  void pause(Duration duration) throws RunInterruptedException;

  /** Thrown if the run was stopped while it waited. */
  final class RunInterruptedException extends Exception {
    private static final long serialVersionUID = 1L;

    /** Creates an exception with a standard message. */
    public RunInterruptedException() {
      super("stopped");
    }
  }

  /** A clock that sleeps. */
  static CrawlClock of(Clock clock) {
    return new CrawlClock() {
      @Override
      public Instant now() {
        return clock.instant();
      }

      @Override
      public void pause(Duration time) throws RunInterruptedException {
        try {
          Thread.sleep(time.plusNanos(999_999).toMillis());
        } catch (InterruptedException e) {
          Thread.currentThread().interrupt();
          throw new RunInterruptedException();
        }
      }
    };
  }
}
