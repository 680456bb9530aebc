package org.mingzhang.indexing.worker;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.mingzhang.indexing.DocumentReader;
import org.mingzhang.model.Disclosure;
import org.mingzhang.record.DisclosureParser;
import org.mingzhang.record.DisclosureWriter;

/**
 * Protocol between a worker and its parent process. A request is a path; an answer is a sequence of
 * results, each a record or a refusal, or a fault of the whole file. An answer may be marked as the
 * worker's last. Strings and records are encoded as length and bytes (UTF-8).
 */
final class WorkerProtocol {
  private static final int DISCLOSURE_TAG = 'R';
  private static final int REFUSAL_TAG = 'N';
  private static final int FAULT_TAG = 'F';
  private static final int END_TAG = 'E';
  private static final int LAST_END_TAG = 'L';

  /** Maximum length of a string or record, in bytes. */
  private static final int MAX_BYTES = 1 << 28;

  private WorkerProtocol() {}

  static void writeRequest(DataOutputStream out, Path file) throws IOException {
    writeString(out, file.toString());
    out.flush();
  }

  static Path readRequest(DataInputStream in) throws IOException {
    return Path.of(readString(in));
  }

  /**
   * The reply of a worker for one file.
   *
   * @param results results of its documents
   * @param isLast whether the worker exits after this answer
   */
  record Reply(List<DocumentReader.Result> results, boolean isLast) {}

  static void writeAnswer(DataOutputStream out, Reply reply) throws IOException {
    for (DocumentReader.Result result : reply.results()) {
      switch (result) {
        case DocumentReader.SuccessfulReading read -> {
          ByteArrayOutputStream record = new ByteArrayOutputStream(1 << 16);
          new DisclosureWriter()
              .write(
                  read.disclosure(),
                  DisclosureWriter.PermalinkIds.none(),
                  json -> {},
                  false,
                  record);
          out.writeByte(DISCLOSURE_TAG);
          out.writeInt(record.size());
          record.writeTo(out);
        }
        case DocumentReader.RefusedFile refusedFile -> {
          out.writeByte(REFUSAL_TAG);
          writeString(out, refusedFile.file());
          writeString(out, refusedFile.reason());
          writeString(out, refusedFile.message());
        }
      }
    }
    out.writeByte(reply.isLast() ? LAST_END_TAG : END_TAG);
    out.flush();
  }

  static void writeFault(DataOutputStream out, IOException fault) throws IOException {
    out.writeByte(FAULT_TAG);
    writeString(out, String.valueOf(fault.getMessage()));
    out.flush();
  }

  /**
   * Reads an answer.
   *
   * @throws FileFault if the worker could not open the file
   * @throws IOException if the worker ended or sent invalid data
   */
  static Reply readAnswer(DataInputStream in) throws IOException {
    List<DocumentReader.Result> results = new ArrayList<>();
    while (true) {
      int kind = in.readByte();
      switch (kind) {
        case DISCLOSURE_TAG ->
            results.add(new DocumentReader.SuccessfulReading(parseDisclosure(readBytes(in))));
        case REFUSAL_TAG ->
            results.add(
                new DocumentReader.RefusedFile(readString(in), readString(in), readString(in)));
        case FAULT_TAG -> throw new FileFault(readString(in));
        case END_TAG, LAST_END_TAG -> {
          return new Reply(results, kind == LAST_END_TAG);
        }
        default -> throw new IOException("a worker said " + kind);
      }
    }
  }

  private static Disclosure parseDisclosure(byte[] record) throws IOException {
    return new DisclosureParser().parse(new ByteArrayInputStream(record));
  }

  private static void writeString(DataOutputStream out, String text) throws IOException {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    out.writeInt(bytes.length);
    out.write(bytes);
  }

  private static String readString(DataInputStream in) throws IOException {
    return new String(readBytes(in), StandardCharsets.UTF_8);
  }

  /**
   * Reads a byte array. Allocates memory only for bytes that were received, whatever the announced
   * length.
   *
   * @throws IOException if that length is negative or above {@link #MAX_BYTES}, or bytes are
   *     missing
   */
  private static byte[] readBytes(DataInputStream in) throws IOException {
    int length = in.readInt();
    if (length < 0 || length > MAX_BYTES) {
      throw new IOException("a worker announced " + length + " bytes");
    }
    byte[] bytes = in.readNBytes(length);
    if (bytes.length < length) {
      throw new EOFException("a worker broke off");
    }
    return bytes;
  }

  /** Thrown if the file could not be opened; the worker remains usable. */
  static final class FileFault extends IOException {
    private static final long serialVersionUID = 1L;

    FileFault(String message) {
      super(message);
    }
  }
}
