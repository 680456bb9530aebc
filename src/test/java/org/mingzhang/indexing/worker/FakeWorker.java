package org.mingzhang.indexing.worker;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.mingzhang.indexing.DocumentReader;

/** A worker that does what the file's name says: hang, die, exhaust memory, or refuse politely. */
final class FakeWorker implements DocumentReader {
  private final String manner;

  private FakeWorker(String manner) {
    this.manner = manner;
  }

  public static void main(String[] args) throws IOException {
    new WorkerLoop(new FakeWorker(args.length > 0 ? ", " + args[0] : ""))
        .run(System.in, System.out);
  }

  @Override
  public List<Result> read(Path file) throws IOException {
    String name = file.getFileName().toString();
    switch (name) {
      case "hang" -> {
        try {
          Thread.sleep(60_000);
        } catch (InterruptedException e) {
          Thread.currentThread().interrupt();
        }
      }
      case "die" -> Runtime.getRuntime().halt(7);
      case "memory" -> {
        List<long[]> hoard = new ArrayList<>();
        while (hoard.size() < Integer.MAX_VALUE) {
          hoard.add(new long[1 << 20]);
        }
      }
      case "gone" -> throw new IOException("no such file: gone");
      default -> {}
    }
    return List.of(new Refused(name, "UNSUPPORTED", "only a test" + manner));
  }
}
