package org.mingzhang.indexing.worker;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
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
 * A running worker. Used by one thread at a time: {@link #begin}, then {@link #await} until it
 * answers; of no more use once it has failed or given its last answer. {@link #close} may be called
 * by any thread.
 */
final class WorkerProcess implements AutoCloseable {
  /** Exit status of a virtual machine told to end when its memory is exhausted. */
  private static final int OUT_OF_MEMORY = 3;

  /** Exit statuses after SIGINT and SIGTERM: the portal's group was stopped, no file did that. */
  private static final Set<Integer> STOPPED = Set.of(130, 143);

  private final Process process;
  private final DataInputStream in;
  private final DataOutputStream out;
  private final CompletableFuture<Void> cleared;
  private CompletableFuture<WorkerProtocol.Answer> answer = new CompletableFuture<>();
  private int served;
  private volatile boolean over;

  private WorkerProcess(Process process, WorkerFolder folder) {
    this.process = process;
    this.cleared = process.onExit().thenRun(folder::clear);
    this.in = new DataInputStream(new BufferedInputStream(process.getInputStream(), 1 << 16));
    this.out = new DataOutputStream(new BufferedOutputStream(process.getOutputStream()));
  }

  /**
   * Starts one.
   *
   * @param command a Java program
   * @param temporary where it gets a folder of its own for temporary files
   */
  static WorkerProcess start(List<String> command, Path temporary) throws IOException {
    WorkerFolder folder = WorkerFolder.in(temporary);
    try {
      return new WorkerProcess(
          new ProcessBuilder(folder.command(command))
              .redirectError(ProcessBuilder.Redirect.DISCARD)
              .start(),
          folder);
    } catch (IOException e) {
      folder.clear();
      throw e;
    }
  }

  /** Ends when the process has, and its temporary files are gone. */
  CompletableFuture<Void> cleared() {
    return cleared;
  }

  int served() {
    return served;
  }

  boolean alive() {
    return !over && process.isAlive();
  }

  /** Asks for a file. */
  void begin(Path file) {
    served++;
    CompletableFuture<WorkerProtocol.Answer> asked = new CompletableFuture<>();
    answer = asked;
    Thread.ofVirtual()
        .start(
            () -> {
              try {
                WorkerProtocol.writeRequest(out, file);
                asked.complete(WorkerProtocol.readAnswer(in));
              } catch (IOException | RuntimeException e) {
                asked.completeExceptionally(e);
              }
            });
  }

  /**
   * Waits for what came of the file, no longer than allowed; null if there is no answer yet.
   *
   * @throws WorkerFailure if the worker ended or talked nonsense; it has been killed
   * @throws WorkerProtocol.FileFault if the file cannot be opened; the worker is well
   * @throws IOException if the worker was stopped, by {@link #close} or from outside
   */
  @Nullable List<DocumentReader.Result> await(Duration time) throws IOException {
    try {
      WorkerProtocol.Answer given = answer.get(time.toMillis(), TimeUnit.MILLISECONDS);
      if (given.last()) {
        close();
      }
      return given.results();
    } catch (TimeoutException e) {
      return null;
    } catch (ExecutionException e) {
      if (e.getCause() instanceof WorkerProtocol.FileFault fault) {
        throw fault;
      }
      throw failure(e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      close();
      throw new IOException("interrupted while a file was read", e);
    }
  }

  private IOException failure(@Nullable Throwable cause) {
    boolean ended = false;
    try {
      ended = process.waitFor(2, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    int status = ended ? process.exitValue() : -1;
    boolean stopped = over || STOPPED.contains(status);
    close();
    if (stopped) {
      return new IOException("the reader was stopped", cause);
    }
    return status == OUT_OF_MEMORY
        ? new WorkerFailure("TOO_LARGE", "needs more memory than a reader may have", cause)
        : new WorkerFailure(
            "UNREADABLE", "the reader ended unexpectedly (status " + status + ")", cause);
  }

  /** Kills the process with all that it started. */
  @Override
  public void close() {
    over = true;
    List<ProcessHandle> started = process.descendants().toList();
    process.destroyForcibly();
    started.forEach(ProcessHandle::destroyForcibly);
  }

  /** The worker is lost, the file is to blame. */
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
