package org.mingzhang.audit.identity;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

/** Reads a data file of this package: lines of cells separated by tabs, # begins a comment. */
public final class DataLines {
  private DataLines() {}

  /**
   * The lines of a file.
   *
   * @param name name of the file beside this class
   * @param columns number of columns that each line must have
   * @throws IllegalStateException if a line has another number of columns
   */
  public static List<List<String>> read(String name, int columns) {
    try (InputStream in = Objects.requireNonNull(DataLines.class.getResourceAsStream(name), name);
        BufferedReader reader =
            new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
      List<List<String>> lines =
          reader
              .lines()
              .filter(l -> !l.isBlank() && !l.startsWith("#"))
              .map(l -> List.of(l.split("\t", -1)))
              .toList();
      for (List<String> line : lines) {
        if (line.size() != columns) {
          throw new IllegalStateException(name + ": not " + columns + " columns: " + line);
        }
      }
      return lines;
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
