package org.mingzhang.audit.performance;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.mingzhang.audit.check.Reading;
import org.mingzhang.model.Finding.Place;
import org.mingzhang.model.Section;
import org.mingzhang.text.Amounts;
import org.mingzhang.text.CompactText;

/**
 * The grid of a performance form as compact text.
 *
 * @param section path of its section
 * @param rows cells, covered places empty
 * @param pages 1-based page of each row
 */
record Form(String section, List<List<String>> rows, List<Integer> pages) {
  /** The forms of a document: grids that are not data tables. */
  static List<Form> of(Reading reading) {
    return grids(reading, table -> table.table() < 0);
  }

  /** All grids: a form that is mostly amounts is read as a data table as well. */
  static List<Form> withTables(Reading reading) {
    return grids(reading, table -> true);
  }

  private static List<Form> grids(Reading reading, Predicate<Section.TablePart> wanted) {
    List<Form> forms = new ArrayList<>();
    for (Section section : reading.sections()) {
      for (Section.Part part : section.body()) {
        if (part instanceof Section.TablePart table && wanted.test(table)) {
          List<List<String>> rows =
              table.grid().grid().stream()
                  .map(r -> r.stream().map(c -> CompactText.of(c).text()).toList())
                  .toList();
          forms.add(new Form(section.path(), rows, table.rowPages()));
        }
      }
    }
    return forms;
  }

  /** The number in a cell, a percentage without its sign. */
  Optional<BigDecimal> number(int row, int column) {
    return Amounts.number(rows.get(row).get(column).replaceFirst("%$", ""));
  }

  /** The column of a row whose cell matches, or -1. */
  int column(int row, String pattern) {
    List<String> cells = rows.get(row);
    for (int c = 0; c < cells.size(); c++) {
      if (cells.get(c).matches(pattern)) {
        return c;
      }
    }
    return -1;
  }

  /** The words of a row. */
  Place place(int row) {
    return new Place(section, pages.get(row), quote(row, 0));
  }

  /** The words of a row from a column on. */
  String quote(int row, int from) {
    List<String> cells = rows.get(row);
    return String.join(
        " ", cells.subList(from, cells.size()).stream().filter(c -> !c.isEmpty()).toList());
  }
}
