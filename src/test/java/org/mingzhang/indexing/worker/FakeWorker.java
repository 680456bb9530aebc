package org.mingzhang.indexing.worker;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.mingzhang.indexing.DocumentReader;

/**
 * A worker whose behavior depends on the file name: hang, spin, die, exhaust memory, leave a thread
 * or files behind, or refuse.
 */
final class FakeWorker implements DocumentReader {
  private final String manner;
  private boolean spent;

  private FakeWorker(String manner) {
    this.manner = manner;
  }

  public static void main(String[] args) throws IOException {
    new WorkerLoop(new FakeWorker(args.length > 0 ? ", " + args[0] : ""), WorkerLoop::endProcess)
        .run(System.in, System.out);
  }

  /** The command that starts it. */
  static List<String> command(String... arguments) {
    List<String> command =
        new ArrayList<>(
            List.of(
                ProcessHandle.current().info().command().orElseThrow(),
                "-Xmx48m",
                "-XX:+UseSerialGC",
                "-XX:+ExitOnOutOfMemoryError",
                "-cp",
                System.getProperty("java.class.path"),
                FakeWorker.class.getName()));
    command.addAll(List.of(arguments));
    return command;
  }

  @Override
  public boolean hasAbandonedRead() {
    return spent;
  }

  @Override
  public List<Result> read(Path file) throws IOException {
    String name = file.getFileName().toString();
    switch (name.replaceFirst("-.*", "")) {
      case "hang" -> pause(3_600_000);
      case "spin" -> {
        while (!spent) {
          Thread.onSpinWait();
        }
      }
      case "child" -> {
        new ProcessBuilder("sleep", "3600").start();
        while (!spent) {
          Thread.onSpinWait();
        }
      }
      case "litter" -> {
        Path folder = Files.createTempDirectory("ocr");
        Files.writeString(folder.resolve("page.png"), "a page");
        Files.createSymbolicLink(folder.resolve("link"), Path.of(System.getProperty("user.home")));
        pause(3_600_000);
      }
      case "left" -> spent = true;
      case "slow" -> pause(3_000);
      case "stop" -> Runtime.getRuntime().halt(143);
      case "die" -> Runtime.getRuntime().halt(7);
      case "memory" -> {
        List<long[]> hoard = new ArrayList<>();
        while (hoard.size() < Integer.MAX_VALUE) {
          hoard.add(new long[1 << 20]);
        }
      }
      case "babble" -> {
        System.out.write(88);
        System.out.flush();
      }
      case "gone" -> throw new IOException("no such file: gone");
      default -> {}
    }
    return List.of(new RefusedFile(name, "UNSUPPORTED", "only a test" + manner));
  }

  private static void pause(long millis) {
    try {
      Thread.sleep(millis);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
