package org.mingzhang.indexing;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.mingzhang.archive.ArchiveException;
import org.mingzhang.archive.IntakeQueue;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Says from time to time that this process still reads what it began, until it is closed. */
final class LeaseKeeper implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(LeaseKeeper.class);

  private final IntakeQueue queue;
  private final CountDownLatch closed = new CountDownLatch(1);

  LeaseKeeper(IntakeQueue queue) {
    this.queue = queue;
  }

  /** Begins to say so, where somebody wants to hear it. */
  void start() {
    if (queue.renewalMillis() < Long.MAX_VALUE) {
      Thread.ofVirtual().name("leases").start(this::run);
    }
  }

  private void run() {
    try {
      while (!closed.await(queue.renewalMillis(), TimeUnit.MILLISECONDS)) {
        renew();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void renew() {
    try {
      queue.renew();
    } catch (ArchiveException e) {
      LOG.warn("leases could not be renewed: {}", e.getMessage());
    }
  }

  @Override
  public void close() {
    closed.countDown();
  }
}
