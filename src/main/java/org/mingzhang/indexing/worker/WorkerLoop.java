package org.mingzhang.indexing.worker;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Path;
import org.mingzhang.indexing.DocumentReader;

/** A worker's side: reads each file it is asked for and answers, until its owner hangs up. */
public final class WorkerLoop {
  private final DocumentReader reader;

  /** A loop around a reader. */
  public WorkerLoop(DocumentReader reader) {
    this.reader = reader;
  }

  /** Serves requests until the input ends. */
  public void run(InputStream requests, OutputStream answers) throws IOException {
    DataInputStream in = new DataInputStream(new BufferedInputStream(requests));
    DataOutputStream out = new DataOutputStream(new BufferedOutputStream(answers, 1 << 16));
    while (true) {
      Path file;
      try {
        file = Wire.readRequest(in);
      } catch (EOFException hungUp) {
        return;
      }
      try {
        Wire.writeResults(out, reader.read(file));
      } catch (IOException fault) {
        Wire.writeFault(out, fault);
      }
    }
  }
}
