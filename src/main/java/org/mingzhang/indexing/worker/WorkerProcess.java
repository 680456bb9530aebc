package org.mingzhang.indexing.worker;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.mingzhang.indexing.DocumentReader;

/**
 * A running worker process. Used by one thread at a time: {@link #requestReading}, then {@link
 * #awaitAnswer}; unusable after a failure or its last answer. {@link #close} may be called by any
 * thread.
 */
final class WorkerProcess implements AutoCloseable {
  /** Exit status of a JVM with {@code ExitOnOutOfMemoryError}. */
  private static final int OUT_OF_MEMORY_EXIT_STATUS = 3;

  /**
   * Exit statuses after SIGINT and SIGTERM, which mean that the process group was stopped and the
   * file is not the cause.
   */
  private static final Set<Integer> STOPPED_EXIT_STATUSES = Set.of(130, 143);

  private final Process process;
  private final DataInputStream in;
  private final DataOutputStream out;
  private final CompletableFuture<Void> folderDeleted;
  private CompletableFuture<WorkerProtocol.Reply> answer = new CompletableFuture<>();
  private int servedFileCount;
  private volatile boolean isUnusable;

  private WorkerProcess(Process process, WorkerTempFolder folder) {
    this.process = process;
    this.folderDeleted = process.onExit().thenRun(folder::delete);
    this.in = new DataInputStream(new BufferedInputStream(process.getInputStream(), 1 << 16));
    this.out = new DataOutputStream(new BufferedOutputStream(process.getOutputStream()));
  }

  /**
   * Starts a worker.
   *
   * @param command command of a Java program
   * @param tempFolder directory in which it gets a temporary directory
   */
  static WorkerProcess start(List<String> command, Path tempFolder) throws IOException {
    WorkerTempFolder folder = WorkerTempFolder.create(tempFolder);
    try {
      return new WorkerProcess(
          new ProcessBuilder(folder.withTempDir(command))
              .redirectError(ProcessBuilder.Redirect.DISCARD)
              .start(),
          folder);
    } catch (IOException e) {
      folder.delete();
      throw e;
    }
  }

  /** Completes when the process has ended and its temporary files are deleted. */
  CompletableFuture<Void> whenCleanedUp() {
    return folderDeleted;
  }

  int servedFileCount() {
    return servedFileCount;
  }

  boolean isAlive() {
    return !isUnusable && process.isAlive();
  }

  /** Starts to request a file; returns at once. The previous answer must have been received. */
  void requestReading(Path file) {
    servedFileCount++;
    CompletableFuture<WorkerProtocol.Reply> pending = new CompletableFuture<>();
    answer = pending;
    Thread.ofVirtual()
        .start(
            () -> {
              try {
                WorkerProtocol.writeRequest(out, file);
                pending.complete(WorkerProtocol.readAnswer(in));
              } catch (IOException | RuntimeException e) {
                pending.completeExceptionally(e);
              }
            });
  }

  /**
   * Waits for the answer up to the given time; null if there is none yet. Kills the worker after
   * its last answer.
   *
   * @throws WorkerFailure if the worker ended or sent an invalid answer; it has been killed
   * @throws WorkerProtocol.FileFault if the file cannot be opened; the worker remains usable
   * @throws IOException if the worker was stopped, by {@link #close} or from outside, or this
   *     thread was interrupted
   */
  @Nullable List<DocumentReader.Result> awaitAnswer(Duration timeout) throws IOException {
    try {
      WorkerProtocol.Reply received = answer.get(timeout.toMillis(), TimeUnit.MILLISECONDS);
      if (received.isLast()) {
        close();
      }
      return received.results();
    } catch (TimeoutException e) {
      return null;
    } catch (ExecutionException e) {
      if (e.getCause() instanceof WorkerProtocol.FileFault fault) {
        throw fault;
      }
      throw closeAndCreateFailure(e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      close();
      throw new IOException("interrupted while a file was read", e);
    }
  }

  private IOException closeAndCreateFailure(@Nullable Throwable cause) {
    boolean ended = false;
    try {
      ended = process.waitFor(2, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    int status = ended ? process.exitValue() : -1;
    boolean stopped = isUnusable || STOPPED_EXIT_STATUSES.contains(status);
    close();
    if (stopped) {
      return new IOException("the reader was stopped", cause);
    }
    return status == OUT_OF_MEMORY_EXIT_STATUS
        ? new WorkerFailure("TOO_LARGE", "needs more memory than a reader may have", cause)
        : new WorkerFailure("UNREADABLE", describeFailure(status, cause), cause);
  }

  /** Why there is no answer: the worker ended, or its answer was complete but invalid. */
  private static String describeFailure(int status, @Nullable Throwable cause) {
    return cause != null && !(cause instanceof EOFException) && status <= 0
        ? "what the reader found cannot be used: " + cause.getMessage()
        : "the reader ended unexpectedly (status " + status + ")";
  }

  /** Kills the process and its descendants. */
  @Override
  public void close() {
    isUnusable = true;
    List<ProcessHandle> started = process.descendants().toList();
    process.destroyForcibly();
    started.forEach(ProcessHandle::destroyForcibly);
  }

  /** Thrown if the worker failed because of the file. */
  static final class WorkerFailure extends IOException {
    private static final long serialVersionUID = 1L;

    private final String reason;

    WorkerFailure(String reason, String message, @Nullable Throwable cause) {
      super(message, cause);
      this.reason = reason;
    }

    String reason() {
      return reason;
    }
  }
}
