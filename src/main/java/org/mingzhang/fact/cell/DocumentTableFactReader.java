package org.mingzhang.fact.cell;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.mingzhang.account.FundNotes;
import org.mingzhang.fact.perimeter.DocumentPerimeter;
import org.mingzhang.model.Disclosure;
import org.mingzhang.model.Fact;
import org.mingzhang.model.TableData;
import org.mingzhang.text.PatternTable;

/**
 * Reads the facts of the data tables of a document, at least one for each cell whose meaning is
 * known. The title gives the account of the table; column header and row label narrow it. Also
 * reads the budget lines of performance forms.
 */
public final class DocumentTableFactReader {
  private static final PatternTable PATTERNS =
      PatternTable.readForPackageOf(DocumentTableFactReader.class);
  private static final Pattern POINTS_COLUMN = PATTERNS.get("points-column");
  private static final Pattern EXECUTION_RATE = PATTERNS.get("execution-rate");
  private static final Pattern MONEY_LABEL = PATTERNS.get("form-money");

  private DocumentTableFactReader() {}

  /**
   * Reads the facts, each with one location: first of data tables, then of performance forms, each
   * in reading order.
   *
   * @param perimeters perimeter of the document
   */
  public static List<Fact> read(Disclosure disclosure, DocumentPerimeter perimeters) {
    DimensionDefaults defaults = DimensionDefaults.readFrom(disclosure, perimeters);
    TitlesAboveTable titlesAbove = new TitlesAboveTable(disclosure);
    List<Fact> facts = new ArrayList<>();
    List<TableData> tables = disclosure.tables();
    CellLocator locator = new CellLocator(disclosure);
    EntityLabelFinder entityLabels = new EntityLabelFinder(disclosure);
    List<TableSubject> subjects =
        TableSubject.completeStagesOfForms(
            tables.stream()
                .map(table -> TableSubject.readTitles(titlesAbove.find(table), defaults))
                .toList());
    for (int i = 0; i < tables.size(); i++) {
      TableData table = tables.get(i);
      TableSubject subject = subjects.get(i);
      String unit = TableUnitFinder.find(table);
      if (unit != null
          && subject.form().rowMeaning() != TableForm.RowMeaning.NONE
          && !isMoneyOfPerformanceForm(table)) {
        TableEntity entity =
            TableEntity.determine(defaults, entityLabels.find(i), titlesAbove.find(table));
        FundNotes notes = FundNotes.findAtTable(disclosure, i, defaults.chart());
        new TableFactReader(defaults, subject, entity, table, i, unit, locator)
            .read().stream().map(fact -> notes.applyTo(fact, subject.fund())).forEach(facts::add);
      }
    }
    facts.addAll(BudgetLineReader.read(disclosure, defaults));
    return facts;
  }

  /**
   * Whether a table is the funding part of a performance form, whatever the title above it: it has
   * a column of points, or the label of the funding part above its names and a column of rates.
   * {@link BudgetLineReader} reads such forms.
   */
  static boolean isMoneyOfPerformanceForm(TableData table) {
    List<String> header =
        table.header().stream()
            .map(LabelNormalizer::stripNumeralsUnitsAndFormulas)
            .map(PerformanceFormContext::stripSuffix)
            .toList();
    return header.stream().anyMatch(h -> POINTS_COLUMN.matcher(h).matches())
        || (!header.isEmpty()
            && MONEY_LABEL.matcher(header.getFirst()).matches()
            && header.stream().anyMatch(h -> EXECUTION_RATE.matcher(h).find()));
  }
}
