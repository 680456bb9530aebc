package org.mingzhang.cli;

import picocli.CommandLine.Option;

/** The option that says how many files are read at the same time. */
final class ReadingThreads {
  @Option(
      names = "--threads",
      paramLabel = "N",
      defaultValue = "0",
      description = "Files read at the same time (default: one for each processor).")
  private int threads;

  /** Their number; 0 for one a processor. */
  int number() {
    return threads;
  }
}
