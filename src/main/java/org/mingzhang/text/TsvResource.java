package org.mingzhang.text;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
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
    readText(owner, resource)
        .lines()
        .filter(line -> !line.isBlank() && !line.startsWith("#"))
        .forEach(line -> rows.add(splitRow(resource, line, columns)));
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
   * Reads and parses the rows of a tab-separated resource whose first cell is a key.
   *
   * @throws IllegalStateException as for {@link #parseRows}, for a row with this key
   */
  public static <T> List<T> parseRowsOf(
      String key, Class<?> owner, String resource, int columns, Function<List<String>, T> parser) {
    List<T> parsed = new ArrayList<>();
    forEachRow(
        owner,
        resource,
        columns,
        row -> {
          if (row.getFirst().equals(key)) {
            parsed.add(parser.apply(row));
          }
        });
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
   * @param finder looks up a value by its name
   * @throws IllegalArgumentException if there is nothing with this name
   */
  public static <T> T requireNamed(String cell, Function<String, Optional<T>> finder) {
    return finder
        .apply(cell)
        .orElseThrow(() -> new IllegalArgumentException("\"" + cell + "\" is unknown"));
  }

  /** The elements of a cell, separated by semicolons; none for an empty cell. */
  public static List<String> splitList(String cell) {
    return cell.isEmpty() ? List.of() : List.of(cell.split(";", -1));
  }

  private static String readText(Class<?> owner, String resource) {
    try (InputStream in = Objects.requireNonNull(owner.getResourceAsStream(resource), resource)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  private static List<String> splitRow(String resource, String line, int columns) {
    List<String> cells = new ArrayList<>(columns);
    int start = 0;
    for (int tab = line.indexOf('\t'); tab >= 0; tab = line.indexOf('\t', start)) {
      cells.add(line.substring(start, tab));
      start = tab + 1;
    }
    cells.add(line.substring(start));
    if (cells.size() != columns) {
      throw new IllegalStateException(
          resource + ": " + cells.size() + " columns for " + columns + ": " + line);
    }
    return Collections.unmodifiableList(cells);
  }
}
