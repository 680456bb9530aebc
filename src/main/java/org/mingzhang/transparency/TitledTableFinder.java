package org.mingzhang.transparency;

import java.util.List;
import java.util.Optional;
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

  /**
   * Whether a row has a number. The numbers 1, 2, 3, … of two or more columns do not count; a
   * single 1 does.
   */
  static boolean hasValue(List<String> row) {
    List<String> numbers = row.stream().filter(cell -> NUMBER.matcher(cell).matches()).toList();
    List<String> columns =
        IntStream.rangeClosed(1, numbers.size()).mapToObj(Integer::toString).toList();
    return !numbers.isEmpty() && (numbers.size() < 2 || !numbers.equals(columns));
  }

  /**
   * The first table with values whose title and cells pass the tests; empty if there is none.
   *
   * @param title test of the title, which ends with 表, without white space and quotation marks
   * @param cells test of the header and the cells, without white space and quotation marks
   */
  Optional<TableData> findFilled(Predicate<String> title, Predicate<String> cells) {
    return tables.stream()
        .filter(table -> hasTitle(table, title) && hasValues(table) && cells.test(joinCells(table)))
        .findFirst();
  }

  /** The first table whose title passes the test; empty if there is none. */
  Optional<TableData> find(Predicate<String> title) {
    return tables.stream().filter(table -> hasTitle(table, title)).findFirst();
  }

  /**
   * Whether a table with values has neither a title of its own nor a section with the title of a
   * table, so that it may be any form.
   */
  boolean hasUntitledTable() {
    return tables.stream()
        .anyMatch(
            table ->
                table.title().isBlank() && hasValues(table) && isInSectionWithoutTableTitle(table));
  }

  private boolean isInSectionWithoutTableTitle(TableData table) {
    return sections.stream()
        .filter(section -> section.path().equals(table.sectionPath()))
        .noneMatch(section -> UnspacedSections.isTitleOfTable(section.title()));
  }

  private static boolean hasTitle(TableData table, Predicate<String> title) {
    String name = UnspacedSections.removeSpacesAndQuotes(table.title());
    return UnspacedSections.isTitleOfTable(name) && title.test(name);
  }

  private static boolean hasValues(TableData table) {
    return table.rows().stream().anyMatch(TitledTableFinder::hasValue);
  }

  private static String joinCells(TableData table) {
    return UnspacedSections.removeSpacesAndQuotes(
        String.join(" ", table.header())
            + table.rows().stream()
                .map(row -> String.join(" ", row))
                .collect(Collectors.joining(" ", " ", "")));
  }
}
