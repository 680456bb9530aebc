package org.mingzhang.fuzz;

/**
 * Where Jazzer, a coverage-guided fuzzer, enters: {@code ./mingzhang fuzz TARGET RUNS}. Jazzer asks
 * for static methods, hence the static target.
 */
public final class JazzerEntry {
  private static FuzzTarget target = input -> {};

  private JazzerEntry() {}

  /** Chooses the target. */
  public static void fuzzerInitialize(String[] arguments) {
    target = FuzzTargets.named(arguments[0]);
  }

  /** Reads one input. */
  public static void fuzzerTestOneInput(byte[] input) throws Exception {
    target.read(input);
  }
}
