package org.mingzhang.web.dataset;

import java.util.List;
import org.mingzhang.text.TsvResource;

/**
 * A column of the datasets, defined in {@code columns.tsv}.
 *
 * @param name name in the header
 * @param type type as in Table Schema
 * @param columnType concept of the Fiscal Data Package, or empty
 * @param constraint {@code required}, {@code unique}, which implies it, or empty
 * @param files {@code packages}, {@code dump} or {@code both}
 * @param chinese description in Chinese
 * @param english description in English
 */
public record DatasetColumn(
    String name,
    String type,
    String columnType,
    String constraint,
    String files,
    String chinese,
    String english) {
  private static final int COLUMN_COUNT = 7;
  private static final String PACKAGES_ONLY = "packages";
  private static final String DUMP_ONLY = "dump";
  private static final List<DatasetColumn> ALL =
      TsvResource.parseRows(DatasetColumn.class, "columns.tsv", COLUMN_COUNT, DatasetColumn::parse);

  /** Columns of the packages, which have amounts only. */
  public static List<DatasetColumn> ofPackages() {
    return ALL.stream().filter(column -> !column.files.equals(DUMP_ONLY)).toList();
  }

  /** Columns of the dump of all facts. */
  public static List<DatasetColumn> ofDump() {
    return ALL.stream().filter(column -> !column.files.equals(PACKAGES_ONLY)).toList();
  }

  private static DatasetColumn parse(List<String> cells) {
    return new DatasetColumn(
        cells.get(0),
        cells.get(1),
        cells.get(2),
        TsvResource.requireKeyword(cells.get(3), "required", "unique", ""),
        TsvResource.requireKeyword(cells.get(4), PACKAGES_ONLY, DUMP_ONLY, "both"),
        cells.get(5),
        cells.get(6));
  }
}
