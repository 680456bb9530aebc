package org.mingzhang.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.mingzhang.extract.ExtractionLimits;
import org.mingzhang.indexing.DirectReader;
import org.mingzhang.indexing.MemberSpool;
import org.mingzhang.indexing.worker.WorkerLoop;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Serves another process that has files to be read. Not for people. */
@Command(
    name = "worker",
    hidden = true,
    description = "Read files for the process that started this one.")
final class WorkerCommand implements Callable<Integer> {
  private final InputStream requests;
  private final PrintStream answers;

  @Option(
      names = "--spool",
      paramLabel = "DIR",
      description = "Folder to leave the members of archives in.")
  private @Nullable Path spool;

  WorkerCommand(InputStream requests, PrintStream answers) {
    this.requests = requests;
    this.answers = answers;
  }

  /**
   * What starts a worker: this program again, with little memory, that ends when it is exhausted.
   *
   * @param spool where it leaves members of archives
   */
  static List<String> line(Path spool) {
    String java = ProcessHandle.current().info().command().orElse("java");
    return List.of(
        java,
        "-Xmx1g",
        "-XX:+UseSerialGC",
        "-XX:+ExitOnOutOfMemoryError",
        "-Dfile.encoding=UTF-8",
        "--enable-native-access=ALL-UNNAMED",
        "-cp",
        System.getProperty("java.class.path"),
        "org.mingzhang.Main",
        "worker",
        "--spool",
        spool.toAbsolutePath().toString());
  }

  @Override
  public Integer call() throws IOException {
    System.setOut(System.err);
    ExtractionLimits limits = ExtractionLimits.standard();
    DirectReader reader =
        spool == null ? new DirectReader(limits) : new DirectReader(limits, new MemberSpool(spool));
    new WorkerLoop(reader).run(requests, answers);
    return 0;
  }
}
