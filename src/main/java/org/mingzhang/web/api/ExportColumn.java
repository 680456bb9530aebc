package org.mingzhang.web.api;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.mingzhang.text.TsvResource;
import org.mingzhang.web.address.Language;

/**
 * A column of a file, read from {@code columns.tsv}.
 *
 * @param name name in JSON, and with {@code header=name}
 * @param chinese head on Chinese files
 * @param english head on English files
 * @param form what its values are
 * @param width width in characters
 * @param chineseMeaning what it holds
 * @param englishMeaning the same in English
 */
record ExportColumn(
    String name,
    String chinese,
    String english,
    Form form,
    int width,
    String chineseMeaning,
    String englishMeaning) {
  private static final int PLAIN_WIDTH = 18;
  private static final Map<String, ExportColumn> KNOWN = read();

  /** What values are. */
  enum Form {
    TEXT(""),
    INTEGER("0"),
    MONEY("#,##0.00"),
    NUMBER("");

    private final String pattern;

    Form(String pattern) {
      this.pattern = pattern;
    }

    /** Format of a cell, empty where the number is shown as it is. */
    String pattern() {
      return pattern;
    }
  }

  private static Map<String, ExportColumn> read() {
    Map<String, ExportColumn> columns = new HashMap<>();
    for (List<String> cells : TsvResource.rows(ExportColumn.class, "columns.tsv", 7)) {
      columns.put(
          cells.get(0),
          new ExportColumn(
              cells.get(0),
              cells.get(1),
              cells.get(2),
              Form.valueOf(cells.get(3).toUpperCase(Locale.ROOT)),
              Integer.parseInt(cells.get(4)),
              cells.get(5),
              cells.get(6)));
    }
    return Map.copyOf(columns);
  }

  /** The columns with these names; one that no list has is its own head. */
  static List<ExportColumn> named(List<String> names) {
    return names.stream()
        .map(name -> KNOWN.containsKey(name) ? KNOWN.get(name) : plain(name))
        .toList();
  }

  /** Columns of a table that has heads of its own. */
  static List<ExportColumn> own(List<String> heads) {
    return heads.stream().map(ExportColumn::plain).toList();
  }

  private static ExportColumn plain(String head) {
    return new ExportColumn(head, head, head, Form.NUMBER, PLAIN_WIDTH, "", "");
  }

  String head(Language language) {
    return language.choose(chinese, english);
  }

  String meaning(Language language) {
    return language.choose(chineseMeaning, englishMeaning);
  }
}
