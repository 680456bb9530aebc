package org.mingzhang.analysis;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * Reads word lists of this package; empty lines and lines that begin with {@code #} are skipped.
 */
final class WordListReader {
  private WordListReader() {}

  /**
   * Reads the lines of a resource.
   *
   * @throws IllegalStateException if there is no such resource
   */
  static List<String> read(String name) {
    try (InputStream in = WordListReader.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException(name + " is missing beside " + WordListReader.class);
      }
      return new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))
          .lines()
          .map(String::strip)
          .filter(line -> !line.isEmpty() && !line.startsWith("#"))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
