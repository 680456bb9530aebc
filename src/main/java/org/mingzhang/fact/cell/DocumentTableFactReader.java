package org.mingzhang.fact.cell;

import java.util.ArrayList;
import java.util.List;
import org.mingzhang.fact.perimeter.DocumentPerimeter;
import org.mingzhang.model.Disclosure;
import org.mingzhang.model.Fact;
import org.mingzhang.model.TableData;

/**
 * Reads the facts of the data tables of a document, at least one for each cell whose meaning is
 * known. The title gives the account of the table; column header and row label narrow it. Also
 * reads the budget lines of performance forms.
 */
public final class DocumentTableFactReader {
  private DocumentTableFactReader() {}

  /**
   * Reads the facts, each with one location: first those of data tables, then those of performance
   * forms, each in reading order.
   *
   * @param perimeters perimeter of the document
   */
  public static List<Fact> read(Disclosure disclosure, DocumentPerimeter perimeters) {
    DimensionDefaults dimensionDefaults = DimensionDefaults.readFrom(disclosure, perimeters);
    TitlesAboveTable titlesAbove = new TitlesAboveTable(disclosure);
    List<Fact> facts = new ArrayList<>();
    List<TableData> tables = disclosure.tables();
    CellLocator locator = new CellLocator(disclosure);
    EntityLabelFinder entityLabels = new EntityLabelFinder(disclosure);
    for (int i = 0; i < tables.size(); i++) {
      TableData table = tables.get(i);
      List<String> titles = titlesAbove.find(table);
      TableSubject subject = TableSubject.readTitles(titles, dimensionDefaults);
      String unit = TableUnitFinder.find(table);
      if (unit != null && subject.form().layout() != TableForm.RowMeaning.NONE) {
        TableEntity entity = TableEntity.determine(dimensionDefaults, entityLabels.find(i), titles);
        facts.addAll(
            new TableFactReader(dimensionDefaults, subject, entity, table, i, unit, locator)
                .read());
      }
    }
    facts.addAll(BudgetLineReader.read(disclosure, dimensionDefaults));
    facts.addAll(BudgetLineTextReader.read(disclosure, dimensionDefaults));
    return facts;
  }
}
