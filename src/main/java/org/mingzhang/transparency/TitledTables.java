package org.mingzhang.transparency;

import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.mingzhang.model.Section;
import org.mingzhang.model.TableData;

/**
 * The tables of a document by their own titles, for forms that stand in a section of another name.
 *
 * @param sections sections of the document
 * @param tables its tables
 */
record TitledTables(List<Section> sections, List<TableData> tables) {
  private static final Pattern NUMBER = Pattern.compile("-?[\\d,]*\\d(\\.\\d+)?");

  /** A row with a number, unless its numbers are those of the columns: 1, 2, 3, … */
  static boolean hasValue(List<String> row) {
    List<String> numbers = row.stream().filter(cell -> NUMBER.matcher(cell).matches()).toList();
    List<String> columns =
        IntStream.rangeClosed(1, numbers.size()).mapToObj(Integer::toString).toList();
    return !numbers.isEmpty() && (numbers.size() < 2 || !numbers.equals(columns));
  }

  /**
   * Index of the section that has a filled table of such a title and such cells; -1 for none.
   *
   * @param title asked of titles without white space and quotation marks, which end with 表
   * @param cells asked of the head and the cells, likewise
   */
  int filled(Predicate<String> title, Predicate<String> cells) {
    for (TableData table : tables) {
      String name = ItemSearch.plain(table.title() == null ? "" : table.title());
      if (name.endsWith("表")
          && title.test(name)
          && table.rows().stream().anyMatch(TitledTables::hasValue)
          && cells.test(text(table))) {
        return index(table.section());
      }
    }
    return -1;
  }

  private static String text(TableData table) {
    return ItemSearch.plain(
        String.join(" ", table.header())
            + table.rows().stream()
                .map(row -> String.join(" ", row))
                .collect(Collectors.joining(" ", " ", "")));
  }

  private int index(String path) {
    return IntStream.range(0, sections.size())
        .filter(i -> sections.get(i).path().equals(path))
        .findFirst()
        .orElse(-1);
  }
}
