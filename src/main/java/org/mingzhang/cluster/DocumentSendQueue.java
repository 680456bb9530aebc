package org.mingzhang.cluster;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicBoolean;
import org.mingzhang.search.ShardUnreachableException;

/**
 * Documents on their way to a cluster: some at once, those of one id one after the other. What
 * fails is told to whoever sends or waits next. Safe on many threads.
 */
final class DocumentSendQueue implements AutoCloseable {
  private static final int AT_ONCE = 4;

  private final Semaphore room = new Semaphore(AT_ONCE);
  private final Map<String, Future<?>> sent = new ConcurrentHashMap<>();
  private final ExecutorService senders =
      Executors.newThreadPerTaskExecutor(Thread.ofVirtual().name("dispatch-", 0).factory());
  private final AtomicBoolean news = new AtomicBoolean();

  /** A request that may fail. */
  @FunctionalInterface
  interface Sending {
    void run() throws IOException;
  }

  /** Sends a document, soon. */
  void send(String id, Sending sending) throws IOException {
    settle(id);
    try {
      room.acquire();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted before " + id + " was sent", e);
    }
    Future<?> future =
        senders.submit(
            () -> {
              try {
                sending.run();
              } finally {
                room.release();
              }
              return id;
            });
    sent.put(id, future);
    news.set(true);
    for (Map.Entry<String, Future<?>> each : List.copyOf(sent.entrySet())) {
      if (each.getValue().isDone()) {
        settle(each.getKey());
      }
    }
  }

  private void settle(String id) throws IOException {
    Future<?> future = sent.remove(id);
    if (future == null) {
      return;
    }
    try {
      Object unused = future.get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted while " + id + " was sent", e);
    } catch (ExecutionException e) {
      switch (e.getCause()) {
        case IOException refused -> throw refused;
        case ShardUnreachableException unreachable ->
            throw new IOException(id + " could not be sent: " + unreachable.getMessage(), e);
        case null, default -> throw new IOException(id + " could not be sent", e.getCause());
      }
    }
  }

  /** Waits for all that was sent. */
  void settle() throws IOException {
    for (String id : new ArrayList<>(sent.keySet())) {
      settle(id);
    }
  }

  /** Whether something was sent since this was last asked. */
  boolean sentSinceLast() {
    return news.getAndSet(false);
  }

  @Override
  public void close() {
    senders.shutdownNow();
  }
}
