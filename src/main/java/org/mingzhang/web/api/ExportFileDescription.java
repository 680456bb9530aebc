package org.mingzhang.web.api;

import java.util.List;
import org.mingzhang.web.address.Language;

/**
 * The description of an export file.
 *
 * @param title name of the sheet
 * @param columns its columns
 * @param language language of the headers
 * @param usesApiNames whether headers are the names of the API
 * @param fileDetails labels and values about the file: content, query, date, address
 * @param columnSheetTexts title of the second sheet, and headers of its list of columns
 */
record ExportFileDescription(
    String title,
    List<ExportColumn> columns,
    Language language,
    boolean usesApiNames,
    List<List<String>> fileDetails,
    List<String> columnSheetTexts) {

  /** Creates a description that contains only headers. */
  static ExportFileDescription ofHeaders(List<String> headers) {
    return new ExportFileDescription(
        "1", ExportColumn.ofHeaders(headers), Language.CHINESE, true, List.of(), List.of("2"));
  }

  /**
   * The column headers: API names if {@code usesApiNames}, otherwise headers in the language of the
   * file.
   */
  List<String> headers() {
    return columns.stream().map(c -> usesApiNames ? c.name() : c.header(language)).toList();
  }

  /** Names of the columns in the API. */
  List<String> names() {
    return columns.stream().map(ExportColumn::name).toList();
  }
}
