package org.mingzhang.web.api;

import java.util.List;
import org.mingzhang.web.address.Language;

/**
 * What a file of rows is, apart from its rows.
 *
 * @param title name of the sheet
 * @param columns its columns
 * @param language language of the heads
 * @param named whether heads are the names that programs use
 * @param about label and value of what is said about the file: query, day, address
 * @param explained heads of the list of columns on the second sheet, the first its title
 */
record ExportSheet(
    String title,
    List<ExportColumn> columns,
    Language language,
    boolean named,
    List<List<String>> about,
    List<String> explained) {

  /** A sheet of which nothing is said but its heads. */
  static ExportSheet plain(List<String> heads) {
    return new ExportSheet(
        "1", ExportColumn.own(heads), Language.CHINESE, true, List.of(), List.of("2"));
  }

  /** What stands in the first row. */
  List<String> heads() {
    return columns.stream().map(c -> named ? c.name() : c.head(language)).toList();
  }

  /** Names of the columns for programs. */
  List<String> names() {
    return columns.stream().map(ExportColumn::name).toList();
  }
}
