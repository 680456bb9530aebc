package org.mingzhang.bench.report;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.List;

/** Times work on the calling thread, once for each of a list of queries. */
public final class Timing {
  /** Time after which no further round begins, so that a slow engine does not delay the run. */
  private static final long LONGEST_NANOS = 15_000_000_000L;

  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

  private Timing() {}

  /** Work on one query. */
  @FunctionalInterface
  public interface Work<T> {
    /** Does it. */
    void on(T query) throws Exception;
  }

  /** Times one pass over the queries. */
  public static <T> Samples pass(List<T> queries, Work<T> work) {
    Samples samples = new Samples();
    long cpu = THREADS.getCurrentThreadCpuTime();
    for (T query : queries) {
      samples.add(once(() -> work.on(query)));
    }
    samples.addCpu(THREADS.getCurrentThreadCpuTime() - cpu);
    return samples;
  }

  /** Times several passes after a warm-up pass. */
  public static <T> Samples rounds(int rounds, List<T> queries, Work<T> work) {
    long begin = System.nanoTime();
    pass(queries, work);
    Samples all = new Samples();
    for (int i = 0; i < rounds && (i == 0 || !late(begin)); i++) {
      all.add(pass(queries, work));
    }
    return all;
  }

  /** Whether no further round should begin. */
  public static boolean late(long begin) {
    return System.nanoTime() - begin > LONGEST_NANOS;
  }

  /** Work without a query. */
  @FunctionalInterface
  public interface Task {
    /** Does it. */
    void run() throws Exception;
  }

  /** Nanoseconds that a piece of work takes. */
  public static long once(Task task) {
    long begin = System.nanoTime();
    try {
      task.run();
    } catch (RuntimeException e) {
      throw e;
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
    return System.nanoTime() - begin;
  }
}
