package org.mingzhang.fact.cell;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.mingzhang.model.Disclosure;
import org.mingzhang.model.Section;
import org.mingzhang.model.TableData;

/**
 * The titles under which the tables of a document are printed. They give what a table itself does
 * not state: its year, its stage and whose accounts it shows.
 */
final class TitlesAboveTable {
  private final Map<String, Section> sectionByPath = new HashMap<>();

  TitlesAboveTable(Disclosure disclosure) {
    disclosure.sections().forEach(s -> sectionByPath.put(s.path(), s));
  }

  /** The title of a table, then those of its section and of the sections above it. */
  List<String> find(TableData table) {
    List<String> titles = new ArrayList<>();
    titles.add(table.title());
    String path = table.sectionPath();
    while (!path.isEmpty()) {
      Section section = sectionByPath.get(path);
      if (section != null) {
        titles.add(section.title());
      }
      path = Section.parentOf(path);
    }
    return titles;
  }
}
