package org.mingzhang.indexing.worker;

import static org.mingzhang.fuzz.FuzzTarget.promise;

import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.IOException;

/** Fuzz target for answers of a worker: a compromised worker may send anything. */
public final class AnswerFuzz {
  private AnswerFuzz() {}

  /** Reads an answer. */
  public static void read(byte[] input) {
    try {
      promise(
          WorkerProtocol.readAnswer(new DataInputStream(new ByteArrayInputStream(input))) != null,
          "an answer is read or refused");
    } catch (IOException nonsense) {
      // What an owner expects of a worker that talks nonsense.
    }
  }
}
