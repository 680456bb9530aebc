package org.mingzhang.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.ArrayList;
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
   * It is compiled quickly rather than well, since most runs are over before more would pay, and
   * starts from the cache that the launcher names in {@code mingzhang.cache}, if it does.
   *
   * @param spool where it leaves members of archives
   */
  static List<String> line(Path spool) {
    List<String> line =
        new ArrayList<>(
            List.of(
                ProcessHandle.current().info().command().orElse("java"),
                "-Xmx1g",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-XX:+ExitOnOutOfMemoryError"));
    String cache = System.getProperty("mingzhang.cache");
    if (cache != null) {
      line.addAll(List.of("-XX:AOTCache=" + cache, "-Xlog:disable", "-Xlog:all=error:stderr"));
    }
    line.addAll(
        List.of(
            "-Dfile.encoding=UTF-8",
            "--enable-native-access=ALL-UNNAMED",
            "-cp",
            System.getProperty("java.class.path"),
            "org.mingzhang.Main",
            "worker",
            "--spool",
            spool.toAbsolutePath().toString()));
    return List.copyOf(line);
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
