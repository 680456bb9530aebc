package org.mingzhang.fact.cell;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.mingzhang.fact.perimeter.DocumentPerimeter;
import org.mingzhang.model.Disclosure;
import org.mingzhang.model.Fact;
import org.mingzhang.model.Section;
import org.mingzhang.model.TableData;

/**
 * Reads the facts of the data tables of a document, one for each cell. The title gives the account
 * of the table; column header and row label narrow it. Also reads the budget lines of performance
 * forms.
 */
public final class DocumentTableFactReader {
  private DocumentTableFactReader() {}

  /**
   * Reads the facts in reading order, each with one location.
   *
   * @param perimeters perimeter of the document
   */
  public static List<Fact> read(Disclosure disclosure, DocumentPerimeter perimeters) {
    DimensionDefaults dimensionDefaults = DimensionDefaults.readFrom(disclosure, perimeters);
    Map<String, Section> sections = new HashMap<>();
    disclosure.sections().forEach(s -> sections.put(s.path(), s));
    List<Fact> facts = new ArrayList<>();
    List<TableData> tables = disclosure.tables();
    CellLocator locator = new CellLocator(disclosure);
    OwnerLabels owners = new OwnerLabels(disclosure);
    for (int i = 0; i < tables.size(); i++) {
      TableData table = tables.get(i);
      Section section = sections.get(table.section());
      TableSubject subject =
          TableSubject.readTitle(table, section == null ? "" : section.title(), dimensionDefaults);
      String unit = TableUnitFinder.find(table);
      if (unit != null && subject.form().layout() != TableForm.RowMeaning.NONE) {
        TableOwner owner =
            TableOwner.determine(dimensionDefaults, owners.find(i), titlesAbove(table, sections));
        facts.addAll(
            new TableFactReader(dimensionDefaults, subject, owner, table, i, unit, locator).read());
      }
    }
    facts.addAll(BudgetLineReader.read(disclosure, dimensionDefaults));
    facts.addAll(UngriddedBudgetLineReader.read(disclosure, dimensionDefaults));
    return facts;
  }

  /** The title of a table, then those of its section and of the sections above it. */
  private static List<String> titlesAbove(TableData table, Map<String, Section> sections) {
    List<String> titles = new ArrayList<>();
    titles.add(table.title());
    String path = table.section();
    while (!path.isEmpty()) {
      Section section = sections.get(path);
      if (section != null) {
        titles.add(section.title());
      }
      path = path.substring(0, Math.max(0, path.lastIndexOf('.')));
    }
    return titles;
  }
}
