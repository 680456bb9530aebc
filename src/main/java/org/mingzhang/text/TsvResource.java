package org.mingzhang.text;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;

/** Tab-separated tables in resources; blank lines and lines that begin with # are skipped. */
public final class TsvResource {
  private TsvResource() {}

  /**
   * Reads the rows of a tab-separated resource.
   *
   * @param owner class in whose package the resource lies
   * @param resource file name
   * @param columns number of cells in each row
   * @throws NullPointerException if there is no such resource
   * @throws IllegalStateException if a row has another number of cells; the message has the name of
   *     the file and the row
   */
  public static List<List<String>> readRows(Class<?> owner, String resource, int columns) {
    List<List<String>> rows = new ArrayList<>();
    try (InputStream in = Objects.requireNonNull(owner.getResourceAsStream(resource), resource);
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

  /**
   * Reads the rows of a tab-separated resource and parses each of them.
   *
   * @param parser makes a value of the cells of a row, or throws an exception that names a bad cell
   * @throws IllegalStateException if a row has another number of cells or the parser throws an
   *     exception; the message has the name of the file, the message of that exception and the row
   */
  public static <T> List<T> parseRows(
      Class<?> owner, String resource, int columns, Function<List<String>, T> parser) {
    List<T> parsed = new ArrayList<>();
    forEachRow(owner, resource, columns, row -> parsed.add(parser.apply(row)));
    return List.copyOf(parsed);
  }

  /**
   * Gives each row of a tab-separated resource to a reader.
   *
   * @param reader takes the cells of a row, or throws an exception that names a bad cell
   * @throws IllegalStateException as for {@link #parseRows}
   */
  public static void forEachRow(
      Class<?> owner, String resource, int columns, Consumer<List<String>> reader) {
    for (List<String> row : readRows(owner, resource, columns)) {
      try {
        reader.accept(row);
      } catch (RuntimeException bad) {
        throw new IllegalStateException(
            resource + ": " + bad.getMessage() + ": " + String.join("\t", row), bad);
      }
    }
  }

  /**
   * Returns a cell that has to be one of some keywords.
   *
   * @throws IllegalArgumentException if it is none of them
   */
  public static String requireKeyword(String cell, String... keywords) {
    if (!Arrays.asList(keywords).contains(cell)) {
      throw new IllegalArgumentException(
          "\"" + cell + "\" is none of " + Arrays.toString(keywords));
    }
    return cell;
  }

  /**
   * Returns the value that a cell names.
   *
   * @param find looks up a value by its name
   * @throws IllegalArgumentException if there is nothing with this name
   */
  public static <T> T requireNamed(String cell, Function<String, Optional<T>> find) {
    return find.apply(cell)
        .orElseThrow(() -> new IllegalArgumentException("\"" + cell + "\" is unknown"));
  }

  /** The elements of a cell, separated by semicolons; none for an empty cell. */
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
