package org.mingzhang.text;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** Tab-separated tables in resources; blank lines and lines that begin with # are skipped. */
public final class TsvResource {
  private TsvResource() {}

  /**
   * Reads the rows of a tab-separated resource.
   *
   * @param beside class in whose package the resource lies
   * @param resource file name
   * @param columns number of cells in each row; any other number is an error
   */
  public static List<List<String>> readRows(Class<?> beside, String resource, int columns) {
    List<List<String>> rows = new ArrayList<>();
    try (InputStream in = Objects.requireNonNull(beside.getResourceAsStream(resource), resource);
        BufferedReader lines =
            new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        if (!line.isBlank() && !line.startsWith("#")) {
          rows.add(splitRow(resource, line, columns));
        }
      }
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
    return rows;
  }

  /** The elements of a cell, separated by semicolons. */
  public static List<String> splitList(String cell) {
    return cell.isEmpty() ? List.of() : List.of(cell.split(";", -1));
  }

  private static List<String> splitRow(String resource, String line, int columns) {
    List<String> cells = List.of(line.split("\t", -1));
    if (cells.size() != columns) {
      throw new IllegalStateException(
          resource + ": " + cells.size() + " columns for " + columns + ": " + line);
    }
    return cells;
  }
}
