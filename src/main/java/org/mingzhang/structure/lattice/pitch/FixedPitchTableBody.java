package org.mingzhang.structure.lattice.pitch;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.mingzhang.structure.lattice.Column;
import org.mingzhang.structure.lattice.LatticeCosts;

/**
 * The lines below a header, split into columns. Each text is a whole cell or one line of a wrapped
 * cell.
 *
 * @param columns the columns
 * @param lines for each line one text per column, empty if it has none
 * @param cost cost of the assignment of words to columns
 */
record FixedPitchTableBody(List<Column> columns, List<List<String>> lines, double cost) {

  /** Maximum distance, in characters, between the starts of a column of names on two pages. */
  private static final int MAX_COLUMN_SHIFT = 12;

  /**
   * The lines of a table body on one page, with the column titles printed there.
   *
   * @param titles the titles of the columns as printed on the page; a title that the page does not
   *     print has no words
   * @param lines the lines
   */
  record PageLines(List<FixedPitchTitle> titles, List<FixedPitchLine> lines) {}

  /**
   * Assigns the words of the lines to columns, page by page, and restores rows printed column by
   * column. The result has no lines and an infinite cost if a column of names or codes begins too
   * far from its start on the preceding page.
   */
  static FixedPitchTableBody assemble(List<Column> columns, List<PageLines> pages) {
    List<List<String>> texts = new ArrayList<>();
    double cost = 0;
    List<FixedPitchSpan> before = List.of();
    for (PageLines pageLines : pages) {
      List<FixedPitchLine> page = pageLines.lines();
      List<FixedPitchSpan> spans =
          ColumnSpanFinder.findSpans(columns, pageLines.titles(), page, before);
      List<FixedPitchSpan> completedSpans = completeSpans(columns, spans, page);
      if (!before.isEmpty() && haveKeyColumnsShifted(columns, before, completedSpans)) {
        return new FixedPitchTableBody(columns, List.of(), LatticeCosts.INFINITE_COST);
      }
      before = WordColumnAssigner.mayHaveLabel(columns) ? List.of() : completedSpans;
      WordColumnAssigner placement = new WordColumnAssigner(columns, completedSpans, page);
      for (FixedPitchLine line : page) {
        WordColumnAssigner.WordColumnAssignment assignment = placement.assign(line);
        texts.add(joinWords(columns.size(), line, assignment));
        cost += assignment.cost();
      }
    }
    return new FixedPitchTableBody(
        columns, ColumnwiseRowRestorer.restoreRows(columns, texts), cost);
  }

  /**
   * Whether a column of names or codes begins more than {@link #MAX_COLUMN_SHIFT} characters from
   * its start on the preceding page.
   */
  private static boolean haveKeyColumnsShifted(
      List<Column> columns, List<FixedPitchSpan> previousSpans, List<FixedPitchSpan> currentSpans) {
    return IntStream.range(0, columns.size())
        .filter(c -> columns.get(c).type().identifiesRow())
        .filter(c -> previousSpans.get(c).isKnown() && currentSpans.get(c).isKnown())
        .anyMatch(
            c ->
                Math.abs(previousSpans.get(c).start() - currentSpans.get(c).start())
                    > MAX_COLUMN_SHIFT);
  }

  private static List<String> joinWords(
      int columnCount, FixedPitchLine line, WordColumnAssigner.WordColumnAssignment assignment) {
    String[] cells = new String[columnCount];
    Arrays.fill(cells, "");
    for (int i = 0; i < assignment.columns().size(); i++) {
      int column = assignment.columns().get(i);
      if (column >= 0) {
        cells[column] += line.words().get(i).text();
      }
    }
    return List.of(cells);
  }

  /** Returns the spans, with unknown ones derived from a first placement of the words. */
  private static List<FixedPitchSpan> completeSpans(
      List<Column> columns, List<FixedPitchSpan> spans, List<FixedPitchLine> pageLines) {
    WordColumnAssigner placement = new WordColumnAssigner(columns, spans, pageLines);
    List<FixedPitchSpan> completedSpans = new ArrayList<>(spans);
    for (FixedPitchLine line : pageLines) {
      List<Integer> found = placement.assign(line).columns();
      for (int i = 0; i < found.size(); i++) {
        FixedPitchWord word = line.words().get(i);
        int column = found.get(i);
        if (column >= 0 && word.hasExactPosition() && !spans.get(column).isKnown()) {
          completedSpans.set(
              column,
              completedSpans.get(column).union(new FixedPitchSpan(word.start(), word.end())));
        }
      }
    }
    return completedSpans;
  }

  /** Number of filled texts outside the columns of level names. */
  long countFilledTexts() {
    return lines.stream()
        .mapToLong(
            line ->
                IntStream.range(0, line.size())
                    .filter(
                        c ->
                            FormRowCosts.isSingleRowColumn(columns.get(c))
                                && !line.get(c).isEmpty())
                    .count())
        .sum();
  }

  /** Whether the lines are those of a performance form: indicators, or funding rows. */
  boolean isPerformanceForm() {
    return WordColumnAssigner.mayHaveLabel(columns);
  }

  String text(int line, int column) {
    return lines.get(line).get(column);
  }

  int size() {
    return lines.size();
  }
}
