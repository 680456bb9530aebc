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
 * Sends documents to a cluster in the background, several in parallel, but documents with the same
 * id one after the other. Failures are thrown by the next call that sends or waits. Thread-safe.
 */
final class DocumentSendQueue implements AutoCloseable {
  private static final int MAX_PARALLEL_SENDS = 4;

  private final Semaphore permits = new Semaphore(MAX_PARALLEL_SENDS);
  private final Map<String, Future<?>> lastSendById = new ConcurrentHashMap<>();
  private final ExecutorService senders =
      Executors.newThreadPerTaskExecutor(Thread.ofVirtual().name("send-", 0).factory());
  private final AtomicBoolean sentAny = new AtomicBoolean();

  @FunctionalInterface
  interface DocumentSendTask {
    void run() throws IOException;
  }

  /**
   * Starts to send a document. First waits until an earlier send of the same id has ended and fewer
   * than {@link #MAX_PARALLEL_SENDS} documents are being sent.
   *
   * @throws IOException if an earlier send failed; if that was for the same id, the document is not
   *     sent
   */
  void send(String id, DocumentSendTask task) throws IOException {
    await(id);
    try {
      permits.acquire();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted before " + id + " was sent", e);
    }
    Future<?> future =
        senders.submit(
            () -> {
              try {
                task.run();
              } finally {
                permits.release();
              }
              return id;
            });
    lastSendById.put(id, future);
    sentAny.set(true);
    for (Map.Entry<String, Future<?>> entry : List.copyOf(lastSendById.entrySet())) {
      if (entry.getValue().isDone()) {
        await(entry.getKey());
      }
    }
  }

  /**
   * Waits for the last send of an id, if there is one, and removes it from the map; throws its
   * failure as an IOException.
   */
  private void await(String id) throws IOException {
    Future<?> future = lastSendById.remove(id);
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

  /**
   * Waits until the sends of all documents have ended, even if one fails.
   *
   * @throws IOException the first failure, with further failures as suppressed exceptions
   */
  void awaitAll() throws IOException {
    IOException failure = null;
    for (String id : new ArrayList<>(lastSendById.keySet())) {
      try {
        await(id);
      } catch (IOException e) {
        if (failure == null) {
          failure = e;
        } else {
          failure.addSuppressed(e);
        }
      }
    }
    if (failure != null) {
      throw failure;
    }
  }

  /** Returns and clears whether the sending of any document has begun since the last call. */
  boolean testAndClearSent() {
    return sentAny.getAndSet(false);
  }

  @Override
  public void close() {
    senders.shutdownNow();
  }
}
