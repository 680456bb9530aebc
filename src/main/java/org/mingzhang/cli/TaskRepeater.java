package org.mingzhang.cli;

import java.io.IOException;
import java.time.Duration;
import java.util.function.BiConsumer;

/**
 * Repeats a task: after an interval if it succeeded, after pauses that grow from a second to a
 * minute if it failed, so that an outage of what it needs does not end it.
 *
 * @param interval pause after success
 * @param waiting waits between two runs
 * @param failureListener receives the message of each failure and the pause that follows it
 */
record TaskRepeater(Duration interval, Wait waiting, BiConsumer<String, Duration> failureListener) {
  private static final Duration FIRST_PAUSE = Duration.ofSeconds(1);
  private static final Duration MAX_PAUSE = Duration.ofMinutes(1);

  /** A task that may be repeated. */
  @FunctionalInterface
  interface Task {
    /** Runs the task once; returns whether it is to be repeated. */
    boolean run() throws IOException, InterruptedException;
  }

  /** Waiting that can be ended. */
  @FunctionalInterface
  interface Wait {
    /** Waits at most this long; returns whether the task is to be stopped. */
    boolean await(Duration pause) throws InterruptedException;
  }

  /**
   * Repeats a task until it needs no repetition or is stopped.
   *
   * @param maxFailures number of failures in succession at which the last one is thrown, an {@code
   *     IOException} or a runtime exception
   * @throws IOException if the task has failed that often
   */
  void repeat(Task task, int maxFailures) throws IOException, InterruptedException {
    Duration pause = FIRST_PAUSE;
    int failures = 0;
    boolean stopped = false;
    while (!stopped) {
      Duration next = interval;
      try {
        if (!task.run()) {
          return;
        }
        failures = 0;
        pause = FIRST_PAUSE;
      } catch (IOException | RuntimeException e) {
        failures++;
        if (failures >= maxFailures) {
          throw e;
        }
        next = pause;
        failureListener.accept(e.getMessage() == null ? e.toString() : e.getMessage(), pause);
        pause = pause.multipliedBy(2).compareTo(MAX_PAUSE) < 0 ? pause.multipliedBy(2) : MAX_PAUSE;
      }
      stopped = waiting.await(next);
    }
  }
}
