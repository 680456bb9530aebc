package org.mingzhang.web.dataset;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

/**
 * A column of the files, as {@code columns.tsv} describes it.
 *
 * @param name its name in the head
 * @param type type of Table Schema
 * @param columnType concept of the Fiscal Data Package, empty for none
 * @param constraint {@code unique}, {@code required} or empty
 * @param where {@code packages}, {@code dump} or {@code both}
 * @param chinese what it says
 * @param english the same in English
 */
public record DatasetColumn(
    String name,
    String type,
    String columnType,
    String constraint,
    String where,
    String chinese,
    String english) {
  private static final int FIELDS = 7;
  private static final List<DatasetColumn> ALL = read();

  /** Columns of the packages: amounts. */
  public static List<DatasetColumn> ofPackages() {
    return ALL.stream().filter(column -> !column.where.equals("dump")).toList();
  }

  /** Columns of the one file that has all facts. */
  public static List<DatasetColumn> ofDump() {
    return ALL.stream().filter(column -> !column.where.equals("packages")).toList();
  }

  private static List<DatasetColumn> read() {
    try (InputStream in =
            Objects.requireNonNull(DatasetColumn.class.getResourceAsStream("columns.tsv"));
        BufferedReader lines =
            new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
      return lines
          .lines()
          .filter(line -> !line.startsWith("#"))
          .map(line -> line.split("\t", FIELDS))
          .map(f -> new DatasetColumn(f[0], f[1], f[2], f[3], f[4], f[5], f[6]))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException("columns.tsv cannot be read", e);
    }
  }
}
