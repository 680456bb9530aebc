package org.mingzhang.cli;

import java.time.Duration;
import picocli.CommandLine.Option;

/** The options that say how many files are read at the same time and how long each may take. */
final class ReadingOptions {
  @Option(
      names = "--threads",
      paramLabel = "N",
      defaultValue = "0",
      description = "Files read at the same time (default: one for each processor).")
  private int threads;

  @Option(
      names = "--seconds-per-file",
      paramLabel = "N",
      defaultValue = "60",
      description =
          "Longest time a file may take whose text can be read; scans have nine times as much"
              + " (default: ${DEFAULT-VALUE}).")
  private int seconds;

  /**
   * Longest time that a file may take.
   *
   * @throws BadOptionException if it is not between a second and an hour
   */
  Duration longest() {
    if (seconds < 1 || seconds > 3_600) {
      throw new BadOptionException("--seconds-per-file must be 1 to 3600, not " + seconds);
    }
    return Duration.ofSeconds(seconds);
  }

  /** Their number; 0 for one a processor. */
  int number() {
    return threads;
  }
}
