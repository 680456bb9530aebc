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
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.mingzhang.extract.pdf.PlacePainter;
import org.mingzhang.web.source.PlacePictures.Place;

/**
 * The program as a painter of places, for the process that started it: it reads places until its
 * input ends and answers each with a length and a PNG, the length 0 where there is none. Not for
 * people.
 */
public final class PlacePainterProcess {
  private static final String NAME = "picture-worker";

  /** Longest picture taken from a worker, in bytes. */
  private static final int MOST = 1 << 24;

  private PlacePainterProcess() {}

  /** Whether the program's arguments ask for one. */
  public static boolean isAsked(List<String> arguments) {
    return !arguments.isEmpty() && arguments.getFirst().equals(NAME);
  }

  /** Serves requests until there are none. */
  public static int run(InputStream requests, PrintStream answers) throws IOException {
    System.setOut(System.err);
    DataInputStream in = new DataInputStream(new BufferedInputStream(requests));
    DataOutputStream out = new DataOutputStream(new BufferedOutputStream(answers));
    for (int left = in.readInt(); left > 0; left--) {
      byte[] picture = draw(new Place(Path.of(in.readUTF()), in.readInt(), in.readUTF()));
      out.writeInt(picture.length);
      out.write(picture);
      out.flush();
    }
    return 0;
  }

  /** What cannot be drawn is not: the words stand beside it. */
  private static byte[] draw(Place place) {
    try (PlacePainter painter = new PlacePainter(place.file())) {
      return painter.draw(place.page(), place.quote()).orElse(new byte[0]);
    } catch (IOException | RuntimeException | StackOverflowError e) {
      return new byte[0];
    }
  }

  /** Asks a worker for places. */
  static void ask(OutputStream requests, List<Place> places) throws IOException {
    DataOutputStream out = new DataOutputStream(new BufferedOutputStream(requests));
    out.writeInt(places.size());
    for (Place place : places) {
      out.writeUTF(place.file().toString());
      out.writeInt(place.page());
      out.writeUTF(place.quote());
    }
    out.flush();
  }

  /** Reads what a worker answers, as far as it gets. */
  static List<Optional<byte[]>> answers(InputStream answers, int places) {
    List<Optional<byte[]>> drawn = new ArrayList<>();
    try (DataInputStream in = new DataInputStream(new BufferedInputStream(answers))) {
      while (drawn.size() < places) {
        int length = in.readInt();
        if (length < 0 || length > MOST) {
          throw new IOException("a worker announced " + length + " bytes");
        }
        byte[] picture = in.readNBytes(length);
        if (picture.length < length) {
          throw new EOFException("a worker broke off");
        }
        drawn.add(length == 0 ? Optional.empty() : Optional.of(picture));
      }
    } catch (IOException ended) {
      // The worker ended: it was killed for its time, or has no memory left for a page.
      drawn.add(Optional.empty());
    }
    return drawn;
  }

  /** What starts one: this program again, with little memory. */
  static List<String> command() {
    return WorkerMain.java(List.of("-XX:TieredStopAtLevel=1"), "512m", List.of(NAME));
  }
}
