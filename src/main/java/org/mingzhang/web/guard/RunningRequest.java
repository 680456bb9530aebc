package org.mingzhang.web.guard;

import java.util.ArrayList;
import java.util.List;

/**
 * A request that a thread works on, as its watch sees it. Told of by the thread, looked at and cut
 * by the watch; both may do so at the same time.
 */
final class RunningRequest {
  /** What has to be done about it. */
  enum Step {
    NONE(0),
    /** Its thread has to be interrupted: it is over its limit. */
    INTERRUPT(1),
    /** Its connection has to be closed: it went on regardless, so that what it writes must fail. */
    CLOSE(2),
    /** It cannot be ended. */
    GIVE_UP(3);

    private final int number;

    Step(int number) {
      this.number = number;
    }

    private Step following() {
      return switch (this) {
        case NONE -> INTERRUPT;
        case INTERRUPT -> CLOSE;
        case CLOSE, GIVE_UP -> GIVE_UP;
      };
    }
  }

  private final Thread thread;
  private final String name;
  private final long begun;
  private final List<Runnable> whenCut = new ArrayList<>();
  private long limit;
  private long moved = -1;
  private long movedAt;
  private long cutAt;
  private Step last = Step.NONE;
  private boolean ended;

  RunningRequest(Thread thread, String name, long now, long limitNanos) {
    this.thread = thread;
    this.name = name;
    this.begun = now;
    this.movedAt = now;
    this.limit = limitNanos;
  }

  /** Method and path, for the log. */
  String name() {
    return name;
  }

  Thread thread() {
    return thread;
  }

  /** Seconds since it began. */
  long seconds(long now) {
    return (now - begun) / 1_000_000_000L;
  }

  synchronized void limit(long nanos) {
    limit = nanos;
  }

  /** What to give back for the thread once it is cut; done at once if it is already. */
  synchronized void whenCut(Runnable work) {
    if (cut()) {
      work.run();
    } else {
      whenCut.add(work);
    }
  }

  synchronized boolean cut() {
    return last != Step.NONE;
  }

  /** Whether it was found that it cannot be ended. */
  synchronized boolean givenUp() {
    return last == Step.GIVE_UP;
  }

  /** The thread is through with it. */
  synchronized void end() {
    ended = true;
  }

  /**
   * Says what to do now; each step comes once.
   *
   * @param bytes received and sent on its connection so far
   * @param clientBusy whether the thread waits for its client to read
   * @param mostNanos how long it may run in all
   * @param graceNanos time between two steps
   */
  synchronized Step next(
      long now, long bytes, boolean clientBusy, long mostNanos, long graceNanos) {
    if (ended || last == Step.GIVE_UP) {
      return Step.NONE;
    }
    if (bytes != moved || clientBusy) {
      moved = bytes;
      movedAt = now;
    }
    boolean over = now - movedAt > limit || now - begun > mostNanos;
    boolean due = cut() ? now - cutAt > graceNanos * last.number : over;
    if (!due) {
      return Step.NONE;
    }
    cutAt = cut() ? cutAt : now;
    last = last.following();
    return last;
  }

  /** Interrupts the thread, unless it is through in the meantime, and gives back what it held. */
  synchronized void interrupt() {
    if (!ended) {
      thread.interrupt();
      whenCut.forEach(Runnable::run);
      whenCut.clear();
    }
  }
}
