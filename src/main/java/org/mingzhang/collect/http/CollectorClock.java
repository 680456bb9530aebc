package org.mingzhang.collect.http;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/** The time as the collector takes it; tests have one that does not wait. */
public interface CollectorClock {
  /** The time. */
  Instant now();

  /** Waits. */
  void pause(Duration time) throws Interrupted;

  /** The run was told to stop while it waited. */
  final class Interrupted extends Exception {
    private static final long serialVersionUID = 1L;

    /** Told to stop. */
    public Interrupted() {
      super("stopped");
    }
  }

  /** The real time. */
  static CollectorClock of(Clock clock) {
    return new CollectorClock() {
      @Override
      public Instant now() {
        return clock.instant();
      }

      @Override
      public void pause(Duration time) throws Interrupted {
        try {
          Thread.sleep(time.plusNanos(999_999).toMillis());
        } catch (InterruptedException e) {
          Thread.currentThread().interrupt();
          throw new Interrupted();
        }
      }
    };
  }
}
