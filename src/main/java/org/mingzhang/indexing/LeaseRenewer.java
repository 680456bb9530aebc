package org.mingzhang.indexing;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.mingzhang.archive.ArchiveException;
import org.mingzhang.archive.IngestQueue;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Renews the leases of this process on its queue entries periodically until it is closed. */
final class LeaseRenewer implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(LeaseRenewer.class);

  private final IngestQueue queue;
  private final CountDownLatch closedLatch = new CountDownLatch(1);

  LeaseRenewer(IngestQueue queue) {
    this.queue = queue;
  }

  /** Starts renewing, if the queue uses leases. */
  void start() {
    if (queue.renewalMillis() < Long.MAX_VALUE) {
      Thread.ofVirtual().name("leases").start(this::run);
    }
  }

  private void run() {
    try {
      while (!closedLatch.await(queue.renewalMillis(), TimeUnit.MILLISECONDS)) {
        renew();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void renew() {
    try {
      queue.renewLeases();
    } catch (ArchiveException e) {
      LOG.warn("leases could not be renewed: {}", e.getMessage());
    }
  }

  @Override
  public void close() {
    closedLatch.countDown();
  }
}
