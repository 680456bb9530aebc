package org.mingzhang.fuzz;

import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import java.util.zip.CRC32;

/**
 * Random changes of the inputs kept, many of them and fast, without looking at coverage: {@code
 * ./mingzhang fuzz --fast TARGET RUNS}. The inputs that Jazzer found interesting are begun with as
 * well, so that both together go deep and wide. The first finding of a kind is written beside the
 * inputs kept, where FuzzTest reads it.
 */
public final class FuzzRun {
  private static final Path SLOWEST = Path.of("target/fuzz-slowest");
  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

  /** Limit of processor time of one input in seconds, from {@code mingzhang.fuzz.limit}. */
  private static final long LONGEST_NANOS =
      Long.getLong("mingzhang.fuzz.limit", 60) * 1_000_000_000L;

  private static final long PROGRESS_NANOS = 60_000_000_000L;

  private final String name;
  private final FuzzTarget target;
  private final Path findings;
  private final TreeSet<String> kinds = new TreeSet<>();
  private volatile byte[] current = new byte[0];
  private final long reader = Thread.currentThread().threadId();
  private volatile long begun = processorTime();

  private FuzzRun(String name) {
    this.name = name;
    this.target = FuzzTargets.named(name);
    this.findings = FuzzInputs.FOLDER.resolve(name);
  }

  /** Arguments: target, number of runs, folder of further inputs or nothing. */
  public static void main(String[] arguments) throws IOException {
    FuzzRun run = new FuzzRun(arguments[0]);
    List<byte[]> inputs = new ArrayList<>(FuzzInputs.of(run.findings));
    if (arguments.length > 2) {
      inputs.addAll(FuzzInputs.of(Path.of(arguments[2])));
    }
    long seed = Long.getLong("mingzhang.fuzz.seed", System.nanoTime());
    int found = run.many(inputs, Long.parseLong(arguments[1]), seed);
    System.exit(found == 0 ? 0 : 1);
  }

  private int many(List<byte[]> inputs, long runs, long seed) throws IOException {
    Thread.ofPlatform().daemon().start(this::watch);
    Mutator mutator = new Mutator(new Random(seed), inputs);
    long start = System.nanoTime();
    long shown = processorTime();
    long slowest = 0;
    byte[] slowestInput = new byte[0];
    for (long i = 0; i < runs; i++) {
      byte[] input = mutator.next();
      current = input;
      begun = processorTime();
      try {
        target.read(input);
      } catch (Exception | AssertionError | StackOverflowError finding) {
        keep(input, finding);
      }
      long took = processorTime() - begun;
      if (took > slowest) {
        slowest = took;
        slowestInput = input;
      }
      if (begun - shown > PROGRESS_NANOS) {
        shown = begun;
        out().printf("%s: %d runs, slowest %d ms%n", name, i + 1, slowest / 1_000_000);
      }
    }
    begun = Long.MAX_VALUE;
    Files.createDirectories(SLOWEST);
    Files.write(SLOWEST.resolve(name), slowestInput);
    out()
        .printf(
            "%s: %d runs of %d inputs in %d s, seed %d, slowest %d ms, %d kinds of findings %s%n",
            name,
            runs,
            inputs.size(),
            (System.nanoTime() - start) / 1_000_000_000L,
            seed,
            slowest / 1_000_000,
            kinds.size(),
            kinds);
    return kinds.size();
  }

  /** Ends the process when one input takes too long; it cannot be stopped otherwise. */
  private void watch() {
    while (true) {
      try {
        Thread.sleep(1000);
      } catch (InterruptedException e) {
        return;
      }
      long since = begun;
      if (since != Long.MAX_VALUE && processorTime() - since > LONGEST_NANOS) {
        keep(current, new AssertionError("hangs"));
        Runtime.getRuntime().halt(2);
      }
    }
  }

  /** Processor time of the thread that reads, in nanoseconds, which other work does not change. */
  private long processorTime() {
    return THREADS.getThreadCpuTime(reader);
  }

  private void keep(byte[] input, Throwable finding) {
    StackTraceElement[] trace = finding.getStackTrace();
    String place = trace.length == 0 ? "" : trace[Math.min(1, trace.length - 1)].toString();
    String message = String.valueOf(finding.getMessage());
    String kind = finding.getClass().getSimpleName() + " at " + place;
    if (!kinds.add(kind)) {
      return;
    }
    CRC32 crc = new CRC32();
    crc.update(input);
    try {
      Files.write(
          findings.resolve("crash-" + HexFormat.of().toHexDigits((int) crc.getValue())), input);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    out().println(name + ": " + kind + ": " + message.lines().findFirst().orElse(""));
  }

  private static PrintStream out() {
    return new PrintStream(System.out, true, StandardCharsets.UTF_8);
  }
}
