package org.mingzhang.fact.cell;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.mingzhang.fact.perimeter.EntityLabel;
import org.mingzhang.model.Disclosure;
import org.mingzhang.model.Section;

/**
 * Finds the labels above the data tables of a document that name the entities whose accounts they
 * show.
 */
final class EntityLabelFinder {
  /**
   * Maximum number of rows at the top of a grid, and of paragraphs above the grid, that are
   * searched for the label.
   */
  private static final int MAX_LINES_ABOVE = 4;

  private final Map<Integer, EntityLabel> labelByTable = new HashMap<>();

  EntityLabelFinder(Disclosure disclosure) {
    for (Section section : disclosure.sections()) {
      List<String> above = new ArrayList<>();
      for (Section.Part part : section.body()) {
        if (part instanceof Section.TablePart table) {
          if (table.table() >= 0) {
            EntityLabel.find(findLabelLines(above, table))
                .ifPresent(o -> labelByTable.put(table.table(), o));
          }
          above.clear();
        } else {
          above.add(part.text());
        }
      }
    }
  }

  /** The lines above the table, and the first rows of its grid, which may hold the label. */
  private static List<String> findLabelLines(
      List<String> paragraphsAbove, Section.TablePart table) {
    List<String> lines =
        new ArrayList<>(
            paragraphsAbove.subList(
                Math.max(0, paragraphsAbove.size() - MAX_LINES_ABOVE), paragraphsAbove.size()));
    List<List<String>> grid = table.grid().grid();
    for (List<String> row : grid.subList(0, Math.min(MAX_LINES_ABOVE, grid.size()))) {
      lines.addAll(row.stream().filter(c -> !c.isEmpty()).toList());
    }
    return lines;
  }

  /**
   * Finds the label above a table that names the entity of its amounts; null if there is none.
   *
   * @param table index of the table in the document
   */
  @Nullable EntityLabel find(int table) {
    return labelByTable.get(table);
  }
}
