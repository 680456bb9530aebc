package org.mingzhang.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Duration;
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
  private static final String SECONDS = "--seconds";

  private Worker() {}

  /** Whether the program's arguments ask for a worker. */
  public static boolean isAsked(List<String> arguments) {
    return !arguments.isEmpty() && arguments.getFirst().equals(NAME);
  }

  /** Serves requests until there are none; what else is printed goes to standard error. */
  public static int run(List<String> arguments, InputStream requests, PrintStream answers)
      throws IOException {
    System.setOut(System.err);
    ProcessHandle.current().parent().ifPresent(Worker::endWith);
    int seconds = arguments.indexOf(SECONDS);
    ExtractionLimits limits = ExtractionLimits.standard();
    if (seconds >= 0) {
      limits = limits.withTime(Duration.ofSeconds(Long.parseLong(arguments.get(seconds + 1))));
    }
    int spool = arguments.indexOf(SPOOL);
    DirectReader reader =
        spool < 0
            ? new DirectReader(limits)
            : new DirectReader(limits, new MemberSpool(Path.of(arguments.get(spool + 1))));
    new WorkerLoop(reader, WorkerLoop::endProcess).run(requests, answers);
    ProcessHandle.current().descendants().forEach(ProcessHandle::destroyForcibly);
    return 0;
  }

  /** Ends with the owner also where its end of the pipe was handed on to a process that lives. */
  private static void endWith(ProcessHandle owner) {
    var unused = owner.onExit().thenRun(WorkerLoop::endProcess);
  }

  /**
   * What starts a worker for a short run: this program again, with little memory, that ends when it
   * is exhausted. It is compiled quickly rather than well, and starts from the cache that the
   * launcher names in {@code mingzhang.cache}, if it does.
   *
   * @param spool where it leaves members of archives
   * @param longest longest time that a file may take whose text can be read
   */
  static List<String> quick(Path spool, Duration longest) {
    return line(spool, longest, List.of("-XX:TieredStopAtLevel=1"));
  }

  /**
   * Options for a long run: code that is called often enough is compiled well. Ten times the usual
   * thresholds leave out more than half of the compiling.
   */
  static List<String> lasting(Path spool, Duration longest) {
    return line(
        spool,
        longest,
        List.of(
            "-XX:Tier4InvocationThreshold=50000",
            "-XX:Tier4MinInvocationThreshold=6000",
            "-XX:Tier4CompileThreshold=150000",
            "-XX:Tier4BackEdgeThreshold=400000"));
  }

  private static List<String> line(Path spool, Duration longest, List<String> compiling) {
    return java(
        compiling,
        "1g",
        List.of(
            NAME,
            SECONDS,
            String.valueOf(longest.toSeconds()),
            SPOOL,
            spool.toAbsolutePath().toString()));
  }

  /**
   * What starts this program again in a process that ends when its memory is exhausted.
   *
   * @param compiling options of the virtual machine's compilers
   * @param memory largest heap, {@code 1g}
   * @param arguments the program's arguments
   */
  static List<String> java(List<String> compiling, String memory, List<String> arguments) {
    List<String> line =
        new ArrayList<>(
            List.of(
                ProcessHandle.current().info().command().orElse("java"),
                "-Xmx" + memory,
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
            "-Djava.awt.headless=true",
            "--enable-native-access=ALL-UNNAMED",
            "-cp",
            System.getProperty("java.class.path"),
            "org.mingzhang.Main"));
    line.addAll(arguments);
    return List.copyOf(line);
  }
}
