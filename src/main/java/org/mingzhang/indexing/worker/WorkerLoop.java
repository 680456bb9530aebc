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
 * A worker's side: reads each file it is asked for and answers, until its owner hangs up. The input
 * is listened to also while a file is read: it ends with the owner, however that ended, and a file
 * that nobody waits for is not read on. A worker whose reader had to leave a file behind says so
 * with its answer and serves no other.
 */
public final class WorkerLoop {
  /** Exit status of a worker whose owner has ended. */
  private static final int OWNER_LOST = 4;

  private final DocumentReader reader;
  private final Runnable ownerLost;

  /**
   * A loop around a reader.
   *
   * @param ownerLost what is done when the input ends, also in the middle of a file; it must not
   *     return before the process ends where a file may be read on
   */
  public WorkerLoop(DocumentReader reader, Runnable ownerLost) {
    this.reader = reader;
    this.ownerLost = ownerLost;
  }

  /** Ends this process at once, with all that it started. */
  public static void endProcess() {
    ProcessHandle.current().descendants().forEach(ProcessHandle::destroyForcibly);
    Runtime.getRuntime().halt(OWNER_LOST);
  }

  /** Serves requests until the input ends or the reader is of no more use. */
  public void run(InputStream requests, OutputStream answers) throws IOException {
    BlockingQueue<Optional<Path>> asked = new LinkedBlockingQueue<>();
    Thread ear = new Thread(() -> listen(requests, asked), "requests");
    ear.setDaemon(true);
    ear.start();
    DataOutputStream out = new DataOutputStream(new BufferedOutputStream(answers, 1 << 16));
    try {
      Optional<Path> file = asked.take();
      while (file.isPresent() && answer(file.get(), out)) {
        file = asked.take();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void listen(InputStream requests, BlockingQueue<Optional<Path>> asked) {
    DataInputStream in = new DataInputStream(new BufferedInputStream(requests));
    try {
      while (true) {
        asked.add(Optional.of(WorkerProtocol.readRequest(in)));
      }
    } catch (IOException | RuntimeException hungUp) {
      asked.add(Optional.empty());
      ownerLost.run();
    }
  }

  /** Whether the worker can serve another file. */
  private boolean answer(Path file, DataOutputStream out) throws IOException {
    try {
      WorkerProtocol.Answer answer = new WorkerProtocol.Answer(reader.read(file), reader.isSpent());
      WorkerProtocol.writeAnswer(out, answer);
      return !answer.last();
    } catch (IOException fault) {
      WorkerProtocol.writeFault(out, fault);
      return true;
    }
  }
}
