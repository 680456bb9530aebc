package org.mingzhang.audit.performance;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.mingzhang.audit.check.AuditedDocument;
import org.mingzhang.model.Finding.QuoteLocation;
import org.mingzhang.model.Indicator;
import org.mingzhang.model.Section;
import org.mingzhang.text.AmountParser;
import org.mingzhang.text.CompactText;
import org.mingzhang.text.PatternTable;

/**
 * The grid of a performance form, its cells as compact text.
 *
 * @param rows cells; positions that a merged cell covers are empty
 * @param pages 1-based page of each row
 */
record PerformanceForm(String sectionPath, List<List<String>> rows, List<Integer> pages) {
  private static final PatternTable PATTERNS = PatternTable.readForPackageOf(PerformanceForm.class);
  static final Pattern INDICATOR_HEADER = PATTERNS.get("indicators");
  static final Pattern WEIGHT_HEADER = PATTERNS.get("weights");
  static final Pattern TOTAL_LABEL = PATTERNS.get("total");

  /**
   * The forms of a document: grids that are not data tables, without those that OCR read from
   * pictures.
   */
  static List<PerformanceForm> findAll(AuditedDocument document) {
    return DocumentForms.forDocument(document).forms();
  }

  /**
   * The grids of a document as compact text, without those that OCR read from pictures. The text of
   * each cell is made only once.
   *
   * @param allGrids all these grids in reading order
   * @param forms the grids that are not data tables
   * @param dataTables the grids that were read as data tables
   * @param indicatorFormCountBySection number of forms that list indicators, by section
   */
  private record DocumentForms(
      List<PerformanceForm> allGrids,
      List<PerformanceForm> forms,
      List<PerformanceForm> dataTables,
      Map<String, Long> indicatorFormCountBySection) {
    static DocumentForms forDocument(AuditedDocument document) {
      return document.computeOnce(DocumentForms.class, DocumentForms::findAll);
    }

    private static DocumentForms findAll(AuditedDocument document) {
      List<PerformanceForm> grids = new ArrayList<>();
      List<PerformanceForm> all = new ArrayList<>();
      List<PerformanceForm> dataTables = new ArrayList<>();
      for (Section section : document.sections()) {
        for (Section.Part part : section.body()) {
          if (part instanceof Section.TablePart table && !table.grid().isRecognizedByOcr()) {
            List<List<String>> rows =
                table.grid().grid().stream()
                    .map(r -> r.stream().map(c -> CompactText.compact(c).text()).toList())
                    .toList();
            PerformanceForm form = new PerformanceForm(section.path(), rows, table.rowPages());
            grids.add(form);
            (table.table() < 0 ? all : dataTables).add(form);
          }
        }
      }
      return new DocumentForms(
          grids,
          all,
          dataTables,
          all.stream()
              .filter(f -> f.rows.stream().anyMatch(r -> findColumn(r, INDICATOR_HEADER) >= 0))
              .collect(Collectors.groupingBy(PerformanceForm::sectionPath, Collectors.counting())));
    }
  }

  /**
   * The indicators of this form; in a section with several forms, only the indicators of the
   * project that this form names.
   */
  List<Indicator> indicatorsOf(AuditedDocument document) {
    List<Indicator> all = document.indicators(sectionPath);
    boolean alone =
        DocumentForms.forDocument(document)
                .indicatorFormCountBySection()
                .getOrDefault(sectionPath, 0L)
            < 2;
    return alone ? all : all.stream().filter(this::belongsToForm).toList();
  }

  private boolean belongsToForm(Indicator indicator) {
    String project = indicator.project();
    String named = project == null ? "" : CompactText.compact(project).text();
    return !named.isEmpty() && rows.stream().anyMatch(r -> r.contains(named));
  }

  /**
   * The forms of a document together with the grids that were read as data tables, since a form
   * that consists mostly of amounts is read as one; in reading order.
   */
  static List<PerformanceForm> findAllIncludingDataTables(AuditedDocument document) {
    return DocumentForms.forDocument(document).allGrids();
  }

  /** The grids that were read as data tables. */
  static List<PerformanceForm> findDataTables(AuditedDocument document) {
    return DocumentForms.forDocument(document).dataTables();
  }

  /** The number in a cell, without its percent sign; empty for words and outside the grid. */
  Optional<BigDecimal> findNumber(int row, int column) {
    return row < 0 || row >= rows.size() || column < 0 || column >= rows.get(row).size()
        ? Optional.empty()
        : AmountParser.parseNumber(rows.get(row).get(column).replaceFirst("%$", ""));
  }

  /** Index of the first cell of a row whose whole text a pattern matches; -1 if there is none. */
  int findColumn(int row, Pattern pattern) {
    return findColumn(rows.get(row), pattern);
  }

  private static int findColumn(List<String> cells, Pattern pattern) {
    for (int c = 0; c < cells.size(); c++) {
      if (pattern.matcher(cells.get(c)).matches()) {
        return c;
      }
    }
    return -1;
  }

  QuoteLocation location(int row) {
    String quote = String.join(" ", rows.get(row).stream().filter(c -> !c.isEmpty()).toList());
    return new QuoteLocation(sectionPath, pages.get(row), quote);
  }
}
