package org.mingzhang.indexing.worker;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/** A parent process that lets workers read the file named by its first argument. */
final class FakeOwner {
  private FakeOwner() {}

  public static void main(String[] arguments) throws IOException {
    List<String> command = FakeWorker.command();
    Duration day = Duration.ofDays(1);
    try (WorkerPool pool =
        new WorkerPool(
            command,
            command,
            Path.of(System.getProperty("java.io.tmpdir")),
            1,
            Duration.ofSeconds(1),
            day)) {
      pool.read(Path.of(arguments[0]));
    }
  }
}
