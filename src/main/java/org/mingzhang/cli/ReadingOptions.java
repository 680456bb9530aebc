package org.mingzhang.cli;

import java.time.Duration;
import picocli.CommandLine.Option;

/** Options for reading files: parallelism and time limit. */
final class ReadingOptions {
  @Option(
      names = "--threads",
      paramLabel = "N",
      defaultValue = "0",
      description = "Number of files read in parallel (default: the number of processors).")
  private int threads;

  @Option(
      names = "--seconds-per-file",
      paramLabel = "N",
      defaultValue = "60",
      description =
          "Time limit for a file with a text layer; scans have nine times as much (default:"
              + " ${DEFAULT-VALUE}).")
  private int seconds;

  /**
   * Time limit for a file with a text layer.
   *
   * @throws BadOptionException if it is not 1 to 3600 seconds
   */
  Duration maxDuration() {
    BadOptionException.requireRange("--seconds-per-file", seconds, 1, 3_600);
    return Duration.ofSeconds(seconds);
  }

  /** Number of files read in parallel; 0 for the number of processors. */
  int threads() {
    return threads;
  }
}
