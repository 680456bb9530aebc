package org.mingzhang.web.guard;

import java.util.ArrayList;
import java.util.List;

/**
 * The state of a running request in {@link RequestWatchdog}. Updated by its thread, checked and
 * ended by the watchdog, concurrently.
 */
final class RunningRequest {
  /** The steps in which a request that exceeds its limit is ended. */
  enum Step {
    NONE(0),
    /** Interrupt the thread. */
    INTERRUPT(1),
    /** Close the connection, so that reads and writes of the thread fail. */
    CLOSE(2),
    /** The thread cannot be ended. */
    GIVE_UP(3);

    private final int number;

    Step(int number) {
      this.number = number;
    }

    private Step nextStep() {
      return switch (this) {
        case NONE -> INTERRUPT;
        case INTERRUPT -> CLOSE;
        case CLOSE, GIVE_UP -> GIVE_UP;
      };
    }
  }

  private final Thread thread;
  private final String name;
  private final long beganAtNanos;
  private final List<Runnable> endActions = new ArrayList<>();
  private long silenceLimitNanos;
  private long lastTransferredBytes = -1;
  private long lastTransferAtNanos;
  private long endingSinceNanos;
  private Step lastStep = Step.NONE;
  private boolean finished;

  RunningRequest(Thread thread, String name, long nowNanos, long limitNanos) {
    this.thread = thread;
    this.name = name;
    this.beganAtNanos = nowNanos;
    this.lastTransferAtNanos = nowNanos;
    this.silenceLimitNanos = limitNanos;
  }

  /** Method and path, for the log. */
  String name() {
    return name;
  }

  Thread thread() {
    return thread;
  }

  /** Seconds since the request began, at a time as of {@link System#nanoTime}. */
  long elapsedSeconds(long nowNanos) {
    return (nowNanos - beganAtNanos) / 1_000_000_000L;
  }

  synchronized void setSilenceLimitNanos(long limitNanos) {
    silenceLimitNanos = limitNanos;
  }

  /**
   * Registers an action that runs when the request is ended, or immediately if it has already been
   * ended.
   */
  synchronized void addEndAction(Runnable action) {
    if (isEnding()) {
      action.run();
    } else {
      endActions.add(action);
    }
  }

  synchronized boolean isEnding() {
    return lastStep != Step.NONE;
  }

  /** Whether the thread could not be ended. */
  synchronized boolean isStuck() {
    return lastStep == Step.GIVE_UP;
  }

  /** Records that the thread has finished the request. */
  synchronized void markFinished() {
    finished = true;
  }

  /**
   * Advances to the next step if it is due and returns it; returns {@code NONE} if none is due, so
   * that each step is returned once.
   *
   * @param transferredBytes bytes received and sent on its connection so far
   * @param isClientBusy whether a write is waiting for the client
   * @param maxTotalNanos limit of the total time
   * @param graceNanos time between two steps
   */
  synchronized Step advanceIfDue(
      long nowNanos,
      long transferredBytes,
      boolean isClientBusy,
      long maxTotalNanos,
      long graceNanos) {
    if (finished || lastStep == Step.GIVE_UP) {
      return Step.NONE;
    }
    if (transferredBytes != lastTransferredBytes || isClientBusy) {
      lastTransferredBytes = transferredBytes;
      lastTransferAtNanos = nowNanos;
    }
    boolean over =
        nowNanos - lastTransferAtNanos > silenceLimitNanos
            || nowNanos - beganAtNanos > maxTotalNanos;
    boolean due = isEnding() ? nowNanos - endingSinceNanos > graceNanos * lastStep.number : over;
    if (!due) {
      return Step.NONE;
    }
    endingSinceNanos = isEnding() ? endingSinceNanos : nowNanos;
    lastStep = lastStep.nextStep();
    return lastStep;
  }

  /** Interrupts the thread and runs the registered actions, unless the request has finished. */
  synchronized void interrupt() {
    if (!finished) {
      thread.interrupt();
      endActions.forEach(Runnable::run);
      endActions.clear();
    }
  }
}
