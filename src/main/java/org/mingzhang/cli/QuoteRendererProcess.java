package org.mingzhang.cli;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.mingzhang.extract.pdf.PassageRenderer;
import org.mingzhang.web.source.QuoteRenderer.Passage;

/**
 * Entry point of a process that renders passages of PDF files as images for {@link
 * QuoteRendererClient}. Reads the number of requests and the requests (file, page, quotation) from
 * standard input, and writes for each the length in bytes and a PNG; the length is 0 if the passage
 * cannot be rendered.
 */
public final class QuoteRendererProcess {
  private static final String COMMAND_NAME = "picture-worker";

  /** Maximum size of an accepted image, in bytes. */
  private static final int MAX_IMAGE_BYTES = 1 << 24;

  private QuoteRendererProcess() {}

  /** Whether the program's arguments request this entry point. */
  public static boolean isRequested(List<String> arguments) {
    return !arguments.isEmpty() && arguments.getFirst().equals(COMMAND_NAME);
  }

  /**
   * Renders the requested passages. Other output goes to standard error from then on.
   *
   * @return the exit code, 0
   * @throws IOException if the requests end early
   */
  public static int run(InputStream requests, PrintStream answers) throws IOException {
    System.setOut(System.err);
    DataInputStream in = new DataInputStream(new BufferedInputStream(requests));
    DataOutputStream out = new DataOutputStream(new BufferedOutputStream(answers));
    for (int left = in.readInt(); left > 0; left--) {
      byte[] picture = render(new Passage(Path.of(readText(in)), in.readInt(), readText(in)));
      out.writeInt(picture.length);
      out.write(picture);
      out.flush();
    }
    return 0;
  }

  /**
   * Renders a passage; an empty array on any failure, since pages also show the quotation as text.
   */
  private static byte[] render(Passage passage) {
    try (PassageRenderer painter = new PassageRenderer(passage.file())) {
      return painter.draw(passage.page(), passage.quote()).orElse(new byte[0]);
    } catch (IOException | RuntimeException | StackOverflowError e) {
      return new byte[0];
    }
  }

  /** Writes the requests for passages to the process; the stream is flushed and left open. */
  static void writeRequests(OutputStream requests, List<Passage> passages) throws IOException {
    DataOutputStream out = new DataOutputStream(new BufferedOutputStream(requests));
    out.writeInt(passages.size());
    for (Passage place : passages) {
      writeText(out, place.file().toString());
      out.writeInt(place.page());
      writeText(out, place.quote());
    }
    out.flush();
  }

  /** Writes a text of any length; {@link DataOutputStream#writeUTF} takes 65535 bytes at most. */
  private static void writeText(DataOutputStream out, String text) throws IOException {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    out.writeInt(bytes.length);
    out.write(bytes);
  }

  private static String readText(DataInputStream in) throws IOException {
    byte[] bytes = new byte[in.readInt()];
    in.readFully(bytes);
    return new String(bytes, StandardCharsets.UTF_8);
  }

  /**
   * Reads the images of passages from the process, an empty array for a passage that cannot be
   * rendered. If the process ends early, the list is shorter, and the next passage is the one that
   * it was rendering.
   */
  static List<byte[]> readImages(InputStream answers, int passageCount) {
    List<byte[]> drawn = new ArrayList<>();
    try (DataInputStream in = new DataInputStream(new BufferedInputStream(answers))) {
      while (drawn.size() < passageCount) {
        int length = in.readInt();
        if (length < 0 || length > MAX_IMAGE_BYTES) {
          throw new IOException("a worker announced " + length + " bytes");
        }
        byte[] picture = in.readNBytes(length);
        if (picture.length < length) {
          throw new EOFException("a worker broke off");
        }
        drawn.add(picture);
      }
    } catch (IOException ended) {
      // the process was killed after its time limit, or ran out of memory
    }
    return drawn;
  }

  /** Command line of the process. */
  static List<String> command() {
    return WorkerMain.javaCommand(
        List.of("-XX:TieredStopAtLevel=1"), "512m", List.of(COMMAND_NAME));
  }
}
