package org.mingzhang.fact.cell;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.mingzhang.fact.perimeter.Perimeters;
import org.mingzhang.model.Disclosure;
import org.mingzhang.model.Fact;
import org.mingzhang.model.Section;
import org.mingzhang.model.TableData;

/**
 * Reads the facts of the data tables of a document, one for each cell: the title says what the
 * table is about, the head what its column restricts that to, the label what its row does.
 */
public final class CellFacts {
  private CellFacts() {}

  /**
   * The facts in reading order, each with one place.
   *
   * @param perimeters the document's perimeter
   */
  public static List<Fact> read(Disclosure disclosure, Perimeters perimeters) {
    DocumentFrame frame = DocumentFrame.of(disclosure, perimeters);
    Map<String, Section> sections = new HashMap<>();
    disclosure.sections().forEach(s -> sections.put(s.path(), s));
    List<Fact> facts = new ArrayList<>();
    List<TableData> tables = disclosure.tables();
    CellPlaces places = new CellPlaces(disclosure);
    Owners owners = new Owners(disclosure);
    for (int i = 0; i < tables.size(); i++) {
      TableData table = tables.get(i);
      Section section = sections.get(table.section());
      TableSubject subject = TableSubject.of(table, section == null ? "" : section.title(), frame);
      String unit = TableUnit.of(table);
      if (unit != null && subject.form().layout() != TableForm.Layout.NONE) {
        TableOwner owner = TableOwner.of(frame, owners.of(i));
        facts.addAll(new TableFacts(frame, subject, owner, table, i, unit, places).read());
      }
    }
    facts.addAll(FormFacts.read(disclosure, frame));
    facts.addAll(FlowForms.read(disclosure, frame));
    return facts;
  }
}
