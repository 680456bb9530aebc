package org.mingzhang.fuzz;

/**
 * Where Jazzer, a coverage-guided fuzzer, enters: {@code ./mingzhang fuzz TARGET RUNS}. Jazzer asks
 * for static methods, hence the static target.
 */
public final class JazzerEntry {
  private static FuzzTarget target = input -> {};

  private JazzerEntry() {}

  /**
   * Chooses the target and has it read what is kept for it: tables are loaded then, which with
   * instrumented classes takes longer than one input may.
   */
  public static void fuzzerInitialize(String[] arguments) throws Exception {
    target = FuzzTargets.named(arguments[0]);
    for (byte[] input : FuzzInputs.of(FuzzInputs.FOLDER.resolve(arguments[0]))) {
      target.read(input);
    }
  }

  /** Reads one input. */
  public static void fuzzerTestOneInput(byte[] input) throws Exception {
    target.read(input);
  }
}
