package org.mingzhang.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.mingzhang.extract.ExtractionLimits;
import org.mingzhang.indexing.DirectReader;
import org.mingzhang.indexing.MemberSpool;
import org.mingzhang.indexing.worker.WorkerLoop;

/**
 * The program as a worker: it reads files for the process that started it. Not for people, and so
 * without the command line's reader, which would take a worker a third of a second to load.
 */
public final class Worker {
  private static final String NAME = "worker";
  private static final String SPOOL = "--spool";

  private Worker() {}

  /** Whether the program's arguments ask for a worker. */
  public static boolean isAsked(List<String> arguments) {
    return !arguments.isEmpty() && arguments.getFirst().equals(NAME);
  }

  /** Serves requests until there are none; what else is printed goes to standard error. */
  public static int run(List<String> arguments, InputStream requests, PrintStream answers)
      throws IOException {
    System.setOut(System.err);
    ExtractionLimits limits = ExtractionLimits.standard();
    int spool = arguments.indexOf(SPOOL);
    DirectReader reader =
        spool < 0
            ? new DirectReader(limits)
            : new DirectReader(limits, new MemberSpool(Path.of(arguments.get(spool + 1))));
    new WorkerLoop(reader).run(requests, answers);
    return 0;
  }

  /**
   * What starts a worker for a short run: this program again, with little memory, that ends when it
   * is exhausted. It is compiled quickly rather than well, and starts from the cache that the
   * launcher names in {@code mingzhang.cache}, if it does.
   *
   * @param spool where it leaves members of archives
   */
  static List<String> quick(Path spool) {
    return line(spool, List.of("-XX:TieredStopAtLevel=1"));
  }

  /**
   * The same for a long run: what is called often enough is compiled well. Ten times the usual
   * number of calls leave more than half of the compiling away, and nothing that matters.
   */
  static List<String> lasting(Path spool) {
    return line(
        spool,
        List.of(
            "-XX:Tier4InvocationThreshold=50000",
            "-XX:Tier4MinInvocationThreshold=6000",
            "-XX:Tier4CompileThreshold=150000",
            "-XX:Tier4BackEdgeThreshold=400000"));
  }

  private static List<String> line(Path spool, List<String> compiling) {
    List<String> line =
        new ArrayList<>(
            List.of(
                ProcessHandle.current().info().command().orElse("java"),
                "-Xmx1g",
                "-XX:+UseSerialGC",
                "-XX:+ExitOnOutOfMemoryError"));
    line.addAll(compiling);
    String cache = System.getProperty("mingzhang.cache");
    if (cache != null) {
      line.addAll(List.of("-XX:AOTCache=" + cache, "-Xlog:disable", "-Xlog:all=error:stderr"));
    }
    line.addAll(
        List.of(
            "-Dfile.encoding=UTF-8",
            "-Dsun.jnu.encoding=UTF-8",
            "--enable-native-access=ALL-UNNAMED",
            "-cp",
            System.getProperty("java.class.path"),
            "org.mingzhang.Main",
            NAME,
            SPOOL,
            spool.toAbsolutePath().toString()));
    return List.copyOf(line);
  }
}
