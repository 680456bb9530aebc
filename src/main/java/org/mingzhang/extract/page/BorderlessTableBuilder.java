package org.mingzhang.extract.page;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.mingzhang.model.TableBlock;
import org.mingzhang.model.TableBlock.Cell;

/**
 * Builds the grid of a table without ruling lines. Rows are separated by horizontal rulings if
 * there are some, otherwise by white space across the whole width; where lines are set too close
 * for that, each line is a row.
 */
final class BorderlessTableBuilder {
  /**
   * Maximum distance, in font sizes, by which a title that belongs to the lowest line may end above
   * it.
   */
  private static final float MAX_TITLE_OFFSET = 0.4f;

  private final BorderlessColumns columns;
  private final List<TextLine> header;
  private final List<TextLine> body;
  private final LineAssembler assembler;
  private final RowRulings rowRulings;

  private final float rowGap;

  /**
   * Creates a table of some lines.
   *
   * @param header lines of its header; empty if it continues the table above
   * @param body lines of its rows, at least one
   * @param rowGap white space between its rows, in points
   * @param columnsAbove columns of the table that it may continue, or null if there is none
   */
  BorderlessTableBuilder(
      List<TextLine> header,
      List<TextLine> body,
      float rowGap,
      @Nullable BorderlessColumns columnsAbove,
      LineAssembler assembler,
      RowRulings rowRulings) {
    this.rowRulings = rowRulings;
    this.rowGap = rowGap;
    this.header = header;
    this.body = body;
    this.assembler = assembler;
    BorderlessColumns filled =
        BorderlessColumns.find(
            body.stream().filter(line -> !ColumnNumberDetector.isColumnNumberLine(line)).toList());
    this.columns =
        columnsAbove != null && columnsAbove.haveColumnForEachWordOf(body)
            ? columnsAbove
            : header.isEmpty()
                ? filled
                : filled
                    .extendByTitles(titlesOfLowestHeaderLine())
                    .extendByTitles(ColumnNumberDetector.findIntervals(body));
  }

  /**
   * Titles of the header's lowest line and, where they leave room, of lines partly beside that
   * line.
   */
  private List<XInterval> titlesOfLowestHeaderLine() {
    float reach = minBottomOfLowestTitles();
    List<XInterval> titles = new ArrayList<>();
    for (TextLine line : header.reversed()) {
      if (line.bottom() > reach) {
        XInterval.splitIntoTitles(line).stream()
            .filter(word -> titles.stream().noneMatch(word::overlaps))
            .forEach(titles::add);
      }
    }
    titles.sort(Comparator.comparingDouble(XInterval::left));
    return titles;
  }

  /**
   * The y coordinate, in points, below which a header line must end to belong to the lowest titles.
   */
  private float minBottomOfLowestTitles() {
    TextLine last = header.getLast();
    float reach = last.top() - MAX_TITLE_OFFSET * last.glyphs().getFirst().fontSize();
    if (rowGap > RowGapEstimator.defaultRowGap(header)) {
      for (TextLine line : header.reversed()) {
        reach = line.bottom() > reach - rowGap ? Math.min(reach, line.top()) : reach;
      }
    }
    return reach;
  }

  /** Whether there are at least two columns. */
  boolean isTable() {
    return columns.size() > 1;
  }

  BorderlessColumns columns() {
    return columns;
  }

  /**
   * The table, header first. Requires {@link #isTable}.
   *
   * @param page 1-based page
   */
  TableBlock toBlock(int page) {
    List<Cell> cells =
        header.isEmpty()
            ? new ArrayList<>()
            : new BorderlessHeaderBuilder(columns, header, rowGap).buildCells();
    int row = cells.stream().mapToInt(c -> c.row() + c.rowSpan()).max().orElse(0);
    for (List<TextLine> lines : splitIntoRows()) {
      for (int c = 0; c < columns.size(); c++) {
        cells.add(new Cell(row, c, 1, 1, textInColumn(lines, c)));
      }
      row++;
    }
    return new TableBlock(page, row, columns.size(), cells);
  }

  /**
   * The lines of each row: between rulings if this gives more rows than half of the lines,
   * otherwise by white space.
   */
  private List<List<TextLine>> splitIntoRows() {
    float top = body.getFirst().top();
    float bottom = body.getLast().bottom();
    float x =
        columns.intervals().stream()
            .map(XInterval::middle)
            .max(
                Comparator.comparingInt(
                    middle -> rowRulings.countRulingsBetween(middle, top, bottom)))
            .orElseThrow();
    boolean ruled = rowRulings.areRowsSeparatedBetween(x, top, bottom);
    List<List<TextLine>> between = ruled ? rowRulings.splitIntoRows(body, x) : List.of();
    return between.size() * 2 > body.size() ? between : splitRowsByGaps();
  }

  private List<List<TextLine>> splitRowsByGaps() {
    List<List<TextLine>> rows = new ArrayList<>();
    float bottom = 0;
    boolean numbered = false;
    for (TextLine line : body) {
      boolean numbers = ColumnNumberDetector.isColumnNumberLine(line);
      boolean separated = line.top() - bottom > rowGap || numbers || numbered;
      numbered = numbers;
      if (rows.isEmpty() || separated) {
        rows.add(new ArrayList<>());
      }
      rows.getLast().add(line);
      bottom = Math.max(bottom, line.bottom());
    }
    return rows.stream().flatMap(row -> splitMergedRow(row).stream()).toList();
  }

  /** Splits a row into its lines if several of them have a value in the last column. */
  private List<List<TextLine>> splitMergedRow(List<TextLine> rowLines) {
    int last = columns.size() - 1;
    long full =
        rowLines.stream()
            .filter(line -> !columns.split(line).get(last).isEmpty())
            .filter(line -> line.text().matches(".*\\d"))
            .count();
    return full < 2 ? List.of(rowLines) : rowLines.stream().map(List::of).toList();
  }

  private String textInColumn(List<TextLine> lines, int column) {
    List<Glyph> glyphs =
        lines.stream().flatMap(line -> columns.split(line).get(column).stream()).toList();
    return assembler.joinText(glyphs);
  }
}
