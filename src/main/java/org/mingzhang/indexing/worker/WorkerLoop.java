package org.mingzhang.indexing.worker;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import org.mingzhang.indexing.DocumentReader;

/**
 * Main loop of a worker process: reads each requested file and sends the answer until the input
 * ends. The input is also monitored while a file is read. When it ends because the parent process
 * has ended, the file is abandoned. A worker whose reader has abandoned a file marks its answer as
 * the last and exits.
 */
public final class WorkerLoop {
  /** Exit status after the parent process has ended. */
  private static final int OWNER_LOST_EXIT_STATUS = 4;

  private final DocumentReader reader;
  private final Runnable onOwnerLost;

  /**
   * Creates a loop.
   *
   * @param onOwnerLost called when the input ends, possibly while a file is read; it should end the
   *     process
   */
  public WorkerLoop(DocumentReader reader, Runnable onOwnerLost) {
    this.reader = reader;
    this.onOwnerLost = onOwnerLost;
  }

  /** Kills this process and its descendants. */
  public static void endProcess() {
    ProcessHandle.current().descendants().forEach(ProcessHandle::destroyForcibly);
    Runtime.getRuntime().halt(OWNER_LOST_EXIT_STATUS);
  }

  /** Serves requests until the input ends or the reader has abandoned a file. */
  public void run(InputStream requests, OutputStream answers) throws IOException {
    BlockingQueue<Optional<Path>> queue = new LinkedBlockingQueue<>();
    Thread listener = new Thread(() -> readRequests(requests, queue), "requests");
    listener.setDaemon(true);
    listener.start();
    DataOutputStream out = new DataOutputStream(new BufferedOutputStream(answers, 1 << 16));
    try {
      Optional<Path> file = queue.take();
      while (file.isPresent() && readAndAnswer(file.get(), out)) {
        file = queue.take();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void readRequests(InputStream requests, BlockingQueue<Optional<Path>> queue) {
    DataInputStream in = new DataInputStream(new BufferedInputStream(requests));
    try {
      while (true) {
        queue.add(Optional.of(WorkerProtocol.readRequest(in)));
      }
    } catch (IOException | RuntimeException hungUp) {
      queue.add(Optional.empty());
      onOwnerLost.run();
    }
  }

  /** Reads a file and sends the answer; returns whether the worker can serve another file. */
  private boolean readAndAnswer(Path file, DataOutputStream out) throws IOException {
    try {
      WorkerProtocol.Reply reply =
          new WorkerProtocol.Reply(reader.read(file), reader.hasAbandonedRead());
      WorkerProtocol.writeAnswer(out, reply);
      return !reply.isLast();
    } catch (IOException fault) {
      WorkerProtocol.writeFault(out, fault);
      return true;
    }
  }
}
