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

/**
 * Rows of a table of tab-separated values of this package; lines that begin with # are comments.
 */
public final class TsvResource {
  private TsvResource() {}

  /**
   * The rows, each with this number of cells.
   *
   * @param beside class in whose package the resource lies
   * @param resource file name
   * @param columns cells of each row
   */
  public static List<List<String>> rows(Class<?> beside, String resource, int columns) {
    List<List<String>> rows = new ArrayList<>();
    try (InputStream in = Objects.requireNonNull(beside.getResourceAsStream(resource), resource);
        BufferedReader lines =
            new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        if (!line.isBlank() && !line.startsWith("#")) {
          rows.add(row(resource, line, columns));
        }
      }
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
    return rows;
  }

  /** The words of a cell that are separated by semicolons. */
  public static List<String> list(String cell) {
    return cell.isEmpty() ? List.of() : List.of(cell.split(";", -1));
  }

  private static List<String> row(String resource, String line, int columns) {
    List<String> cells = List.of(line.split("\t", -1));
    if (cells.size() != columns) {
      throw new IllegalStateException(
          resource + ": " + cells.size() + " columns for " + columns + ": " + line);
    }
    return cells;
  }
}
