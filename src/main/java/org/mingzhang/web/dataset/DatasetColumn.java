package org.mingzhang.web.dataset;

import java.util.List;
import org.mingzhang.text.TsvResource;

/**
 * A column of the datasets, defined in {@code columns.tsv}.
 *
 * @param name name in the header
 * @param type type of Table Schema
 * @param columnType concept of the Fiscal Data Package, or empty
 * @param constraint {@code unique}, {@code required} or empty
 * @param where {@code packages}, {@code dump} or {@code both}
 * @param chinese description in Chinese
 * @param english description in English
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

  /** Columns of the packages, which have amounts only. */
  public static List<DatasetColumn> ofPackages() {
    return ALL.stream().filter(column -> !column.where.equals("dump")).toList();
  }

  /** Columns of the dump of all facts. */
  public static List<DatasetColumn> ofDump() {
    return ALL.stream().filter(column -> !column.where.equals("packages")).toList();
  }

  private static List<DatasetColumn> read() {
    return TsvResource.readRows(DatasetColumn.class, "columns.tsv", FIELDS).stream()
        .map(
            c ->
                new DatasetColumn(
                    c.get(0), c.get(1), c.get(2), c.get(3), c.get(4), c.get(5), c.get(6)))
        .toList();
  }
}
