package org.mingzhang.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.mingzhang.extract.ExtractionLimits;
import org.mingzhang.indexing.InProcessDocumentReader;
import org.mingzhang.indexing.MemberSpool;
import org.mingzhang.indexing.worker.WorkerLoop;
import org.mingzhang.indexing.worker.WorkerPool;

/**
 * Entry point of worker processes, which read files for the process that started them, and builder
 * of the command lines that start such processes. Does not use picocli, which takes a third of a
 * second to load.
 */
public final class WorkerMain {
  private static final String COMMAND_NAME = "worker";
  private static final String SPOOL_OPTION = "--spool";
  private static final String SECONDS_OPTION = "--seconds";

  /** Time after which a file counts as slow and no longer delays others, see {@link WorkerPool}. */
  private static final Duration SLOW_AFTER = Duration.ofSeconds(10);

  /**
   * A worker is killed after the time limit of a file multiplied by this factor; long scans and
   * archives of many files may take several times the limit.
   */
  private static final int KILL_FACTOR = 10;

  private WorkerMain() {}

  /**
   * Creates a pool of worker processes; the caller closes it.
   *
   * @param spool folder for members of archive files
   * @param threadCount number of files that are read in parallel; 0 for the number of processors
   * @param fileTimeLimit time limit for a file with a text layer
   */
  static WorkerPool createPool(Path spool, int threadCount, Duration fileTimeLimit)
      throws IOException {
    return new WorkerPool(
        shortRunCommand(spool, fileTimeLimit),
        longRunCommand(spool, fileTimeLimit),
        spool,
        threadCount > 0 ? threadCount : Runtime.getRuntime().availableProcessors(),
        SLOW_AFTER,
        fileTimeLimit.multipliedBy(KILL_FACTOR));
  }

  /** Whether the program's arguments request a worker. */
  public static boolean isRequested(List<String> arguments) {
    return !arguments.isEmpty() && arguments.getFirst().equals(COMMAND_NAME);
  }

  /**
   * Serves requests until the input ends. Other output goes to standard error from then on.
   *
   * @return the exit code, 0
   */
  public static int run(List<String> arguments, InputStream requests, PrintStream answers)
      throws IOException {
    System.setOut(System.err);
    ProcessHandle.current().parent().ifPresent(WorkerMain::exitWhenOwnerExits);
    int seconds = arguments.indexOf(SECONDS_OPTION);
    ExtractionLimits limits = ExtractionLimits.standard();
    if (seconds >= 0) {
      limits = limits.withTimeLimit(Duration.ofSeconds(Long.parseLong(arguments.get(seconds + 1))));
    }
    int spool = arguments.indexOf(SPOOL_OPTION);
    InProcessDocumentReader reader =
        spool < 0
            ? new InProcessDocumentReader(limits)
            : new InProcessDocumentReader(
                limits, new MemberSpool(Path.of(arguments.get(spool + 1))));
    new WorkerLoop(reader, WorkerLoop::endProcess).run(requests, answers);
    ProcessHandle.current().descendants().forEach(ProcessHandle::destroyForcibly);
    return 0;
  }

  /**
   * Ends this process when its owner ends. The end of the input is no sufficient sign, because
   * another process may have inherited the owner's end of the pipe.
   */
  private static void exitWhenOwnerExits(ProcessHandle owner) {
    var unused = owner.onExit().thenRun(WorkerLoop::endProcess);
  }

  /**
   * Command line of a worker for a short run, with the quick compiler only.
   *
   * @param spool folder for members of archive files
   * @param fileTimeLimit time limit for a file with a text layer
   */
  static List<String> shortRunCommand(Path spool, Duration fileTimeLimit) {
    return command(spool, fileTimeLimit, List.of("-XX:TieredStopAtLevel=1"));
  }

  /**
   * Command line of a worker for a long run, with the optimizing compiler. Its thresholds are about
   * ten times the defaults, which saves more than half of the compilation.
   */
  static List<String> longRunCommand(Path spool, Duration fileTimeLimit) {
    return command(
        spool,
        fileTimeLimit,
        List.of(
            "-XX:Tier4InvocationThreshold=50000",
            "-XX:Tier4MinInvocationThreshold=6000",
            "-XX:Tier4CompileThreshold=150000",
            "-XX:Tier4BackEdgeThreshold=400000"));
  }

  private static List<String> command(
      Path spool, Duration fileTimeLimit, List<String> compilerOptions) {
    return javaCommand(
        compilerOptions,
        "1g",
        List.of(
            COMMAND_NAME,
            SECONDS_OPTION,
            String.valueOf(fileTimeLimit.toSeconds()),
            SPOOL_OPTION,
            spool.toAbsolutePath().toString()));
  }

  /**
   * Command line of another process of this program, which ends when its memory is exhausted. It
   * uses the AOT cache that the system property {@code mingzhang.cache} names, if any.
   *
   * @param compilerOptions options of the virtual machine's compilers
   * @param memory maximum heap size, for example {@code 1g}
   * @param arguments arguments of the program
   */
  static List<String> javaCommand(
      List<String> compilerOptions, String memory, List<String> arguments) {
    List<String> line =
        new ArrayList<>(
            List.of(
                ProcessHandle.current().info().command().orElse("java"),
                "-Xmx" + memory,
                "-XX:+UseSerialGC",
                "-XX:+ExitOnOutOfMemoryError"));
    line.addAll(compilerOptions);
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
