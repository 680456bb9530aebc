package org.mingzhang.indexing.worker;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.mingzhang.indexing.DocumentReader;

/** A running worker. Used by one thread at a time; of no more use once it has failed. */
final class WorkerProcess implements AutoCloseable {
  /** Exit status of a virtual machine told to end when its memory is exhausted. */
  private static final int OUT_OF_MEMORY = 3;

  private final Process process;
  private final DataInputStream in;
  private final DataOutputStream out;
  private int served;

  private WorkerProcess(Process process) {
    this.process = process;
    this.in = new DataInputStream(new BufferedInputStream(process.getInputStream(), 1 << 16));
    this.out = new DataOutputStream(new BufferedOutputStream(process.getOutputStream()));
  }

  static WorkerProcess start(List<String> command) throws IOException {
    return new WorkerProcess(
        new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD).start());
  }

  int served() {
    return served;
  }

  boolean alive() {
    return process.isAlive();
  }

  /**
   * Has a file read.
   *
   * @throws WorkerFailure if the worker hung, ended or talked nonsense; it has been killed
   * @throws IOException if the file cannot be opened
   */
  List<DocumentReader.Result> read(Path file, Duration limit) throws IOException {
    served++;
    CompletableFuture<List<DocumentReader.Result>> answer = new CompletableFuture<>();
    Thread.ofVirtual()
        .start(
            () -> {
              try {
                Wire.writeRequest(out, file);
                answer.complete(Wire.readResults(in));
              } catch (IOException | RuntimeException e) {
                answer.completeExceptionally(e);
              }
            });
    try {
      return answer.get(limit.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException e) {
      close();
      throw new WorkerFailure("TOO_SLOW", "took longer than " + limit.toSeconds() + " s", e);
    } catch (ExecutionException e) {
      if (e.getCause() instanceof Wire.FileFault fault) {
        throw new IOException(fault.getMessage(), fault);
      }
      throw failure(e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      close();
      throw new IOException("interrupted while reading " + file.getFileName(), e);
    }
  }

  private WorkerFailure failure(@Nullable Throwable cause) {
    boolean ended = false;
    try {
      ended = process.waitFor(2, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    int status = ended ? process.exitValue() : -1;
    close();
    return status == OUT_OF_MEMORY
        ? new WorkerFailure("TOO_LARGE", "needs more memory than a reader may have", cause)
        : new WorkerFailure(
            "UNREADABLE", "the reader ended unexpectedly (status " + status + ")", cause);
  }

  @Override
  public void close() {
    process.descendants().forEach(ProcessHandle::destroyForcibly);
    process.destroyForcibly();
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
