package org.mingzhang.web.api;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.mingzhang.text.TsvResource;
import org.mingzhang.web.address.Language;

/**
 * A column of export files, defined in {@code columns.tsv}.
 *
 * @param name name in JSON, and header with {@code header=name}
 * @param chinese header of Chinese files
 * @param english header of English files
 * @param valueType type of its values
 * @param width width in characters
 * @param chineseMeaning description in Chinese
 * @param englishMeaning description in English
 */
record ExportColumn(
    String name,
    String chinese,
    String english,
    ValueType valueType,
    int width,
    String chineseMeaning,
    String englishMeaning) {
  private static final int DEFAULT_WIDTH = 18;
  private static final Map<String, ExportColumn> COLUMNS_BY_NAME = read();

  /** The type of a column's values, which determines how a workbook formats them. */
  enum ValueType {
    TEXT(SpreadsheetPackage.Style.PLAIN),
    INTEGER(SpreadsheetPackage.Style.INTEGER),
    MONEY(SpreadsheetPackage.Style.MONEY),
    NUMBER(SpreadsheetPackage.Style.PLAIN);

    private final SpreadsheetPackage.Style numberStyle;

    ValueType(SpreadsheetPackage.Style numberStyle) {
      this.numberStyle = numberStyle;
    }

    /** Format of a cell with a number. */
    SpreadsheetPackage.Style style() {
      return numberStyle;
    }
  }

  private static Map<String, ExportColumn> read() {
    Map<String, ExportColumn> columns = new HashMap<>();
    TsvResource.parseRows(ExportColumn.class, "columns.tsv", 7, ExportColumn::parse)
        .forEach(column -> columns.put(column.name(), column));
    return Map.copyOf(columns);
  }

  private static ExportColumn parse(List<String> cells) {
    return new ExportColumn(
        cells.get(0),
        cells.get(1),
        cells.get(2),
        ValueType.valueOf(cells.get(3).toUpperCase(Locale.ROOT)),
        Integer.parseInt(cells.get(4)),
        cells.get(5),
        cells.get(6));
  }

  /** The columns with these names; an undefined column has its name as header. */
  static List<ExportColumn> findByNames(List<String> names) {
    return names.stream()
        .map(name -> COLUMNS_BY_NAME.containsKey(name) ? COLUMNS_BY_NAME.get(name) : ofHeader(name))
        .toList();
  }

  /**
   * The columns with these names in a file. A column named {@code FILE.name} takes precedence over
   * the general one.
   */
  static List<ExportColumn> findByNames(String file, List<String> names) {
    return names.stream()
        .map(
            name -> {
              ExportColumn own = COLUMNS_BY_NAME.get(file + "." + name);
              return own == null ? findByNames(List.of(name)).getFirst() : own.withName(name);
            })
        .toList();
  }

  private ExportColumn withName(String newName) {
    return new ExportColumn(
        newName, chinese, english, valueType, width, chineseMeaning, englishMeaning);
  }

  /** Creates the columns of a table that has headers of its own. */
  static List<ExportColumn> ofHeaders(List<String> headers) {
    return headers.stream().map(ExportColumn::ofHeader).toList();
  }

  private static ExportColumn ofHeader(String header) {
    return new ExportColumn(header, header, header, ValueType.NUMBER, DEFAULT_WIDTH, "", "");
  }

  /** Whether its values are addresses. */
  boolean isLink() {
    return name.toLowerCase(Locale.ROOT).endsWith("url");
  }

  String header(Language language) {
    return language.choose(chinese, english);
  }

  String meaning(Language language) {
    return language.choose(chineseMeaning, englishMeaning);
  }
}
