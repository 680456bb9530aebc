package org.mingzhang.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Reads secrets from files, so that they are not on the command line. */
final class SecretFileReader {
  private SecretFileReader() {}

  /**
   * The first line of a file in UTF-8; white space at its ends is kept.
   *
   * @param option name of the option, for error messages
   * @throws BadOptionException if the file is empty, cannot be read or is not UTF-8
   */
  static String readFirstLine(String option, Path file) {
    try (var lines = Files.lines(file)) {
      return lines
          .findFirst()
          .orElseThrow(() -> new BadOptionException(option + ": " + file + " is empty"));
    } catch (IOException | UncheckedIOException e) {
      throw new BadOptionException(option + ": " + file + " cannot be read as UTF-8");
    }
  }
}
