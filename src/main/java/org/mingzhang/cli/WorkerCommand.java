package org.mingzhang.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.util.List;
import java.util.concurrent.Callable;
import org.mingzhang.extract.ExtractionLimits;
import org.mingzhang.indexing.DirectReader;
import org.mingzhang.indexing.worker.WorkerLoop;
import picocli.CommandLine.Command;

/** Serves another process that has files to be read. Not for people. */
@Command(
    name = "worker",
    hidden = true,
    description = "Read files for the process that started this one.")
final class WorkerCommand implements Callable<Integer> {
  private final InputStream requests;
  private final PrintStream answers;

  WorkerCommand(InputStream requests, PrintStream answers) {
    this.requests = requests;
    this.answers = answers;
  }

  /**
   * What starts a worker: this program again, with little memory, that ends when it is exhausted.
   */
  static List<String> line() {
    String java = ProcessHandle.current().info().command().orElse("java");
    return List.of(
        java,
        "-Xmx1g",
        "-XX:+UseSerialGC",
        "-XX:+ExitOnOutOfMemoryError",
        "-Dfile.encoding=UTF-8",
        "-cp",
        System.getProperty("java.class.path"),
        "org.mingzhang.Main",
        "worker");
  }

  @Override
  public Integer call() throws IOException {
    System.setOut(System.err);
    new WorkerLoop(new DirectReader(ExtractionLimits.standard())).run(requests, answers);
    return 0;
  }
}
