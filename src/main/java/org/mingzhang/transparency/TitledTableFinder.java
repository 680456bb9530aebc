package org.mingzhang.transparency;

import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.mingzhang.model.Section;
import org.mingzhang.model.TableData;

/**
 * Finds tables by their own titles, for forms that are in a section with another heading.
 *
 * @param sections sections of the document
 * @param tables its tables
 */
record TitledTableFinder(List<Section> sections, List<TableData> tables) {
  private static final Pattern NUMBER = Pattern.compile("-?[\\d,]*\\d(\\.\\d+)?");

  /** Whether a row has a number, other than the column numbers 1, 2, 3, … */
  static boolean hasValue(List<String> row) {
    List<String> numbers = row.stream().filter(cell -> NUMBER.matcher(cell).matches()).toList();
    List<String> columns =
        IntStream.rangeClosed(1, numbers.size()).mapToObj(Integer::toString).toList();
    return !numbers.isEmpty() && (numbers.size() < 2 || !numbers.equals(columns));
  }

  /**
   * Index of the section with a table that has values, whose title and cells pass the tests; -1 if
   * there is none.
   *
   * @param title test of the title, which ends with 表, without white space and quotation marks
   * @param cells test of the header and the cells, without white space and quotation marks
   */
  int findFilled(Predicate<String> title, Predicate<String> cells) {
    for (TableData table : tables) {
      String name = UnspacedSections.unspaced(table.title() == null ? "" : table.title());
      if (name.endsWith("表")
          && title.test(name)
          && table.rows().stream().anyMatch(TitledTableFinder::hasValue)
          && cells.test(joinCells(table))) {
        return indexOfSection(table.section());
      }
    }
    return -1;
  }

  private static String joinCells(TableData table) {
    return UnspacedSections.unspaced(
        String.join(" ", table.header())
            + table.rows().stream()
                .map(row -> String.join(" ", row))
                .collect(Collectors.joining(" ", " ", "")));
  }

  private int indexOfSection(String path) {
    return IntStream.range(0, sections.size())
        .filter(i -> sections.get(i).path().equals(path))
        .findFirst()
        .orElse(-1);
  }
}
