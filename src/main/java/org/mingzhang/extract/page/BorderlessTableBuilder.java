package org.mingzhang.extract.page;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.mingzhang.model.TableBlock;
import org.mingzhang.model.TableBlock.Cell;

/**
 * Builds the grid of a table without ruling lines. Rows are separated by white space across the
 * whole width; where lines are set too close, each line with an amount is a row.
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
   * @param rowGap white space between its rows, in points
   * @param above columns of the table that it may continue, or null
   */
  BorderlessTableBuilder(
      List<TextLine> header,
      List<TextLine> body,
      float rowGap,
      @Nullable BorderlessColumns above,
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
        above != null && above.haveColumnForEachWordOf(body)
            ? above
            : header.isEmpty()
                ? filled
                : filled
                    .withTitles(titlesOfLowestHeaderLine())
                    .withTitles(ColumnNumberDetector.findIntervals(body));
  }

  /** Titles of the header's lowest line and those partly beside it. */
  private List<XInterval> titlesOfLowestHeaderLine() {
    float reach = lowestTitleBottom();
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
   * The y coordinate that the lower edge of a header line must exceed for the line to belong to the
   * lowest titles.
   */
  private float lowestTitleBottom() {
    TextLine last = header.getLast();
    float reach = last.top() - MAX_TITLE_OFFSET * last.glyphs().getFirst().size();
    if (rowGap > RowGapEstimator.usualLineGap(header)) {
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

  TableBlock toBlock(int page) {
    List<Cell> cells =
        header.isEmpty()
            ? new ArrayList<>()
            : new BorderlessHeaderBuilder(columns, header, rowGap).buildCells();
    int row = cells.stream().mapToInt(c -> c.row() + c.rowSpan()).max().orElse(0);
    for (List<TextLine> lines : splitIntoRows()) {
      for (int c = 0; c < columns.size(); c++) {
        cells.add(new Cell(row, c, 1, 1, text(lines, c)));
      }
      row++;
    }
    return new TableBlock(page, row, columns.size(), cells);
  }

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

  /** Splits a row of which several lines have a value in the last column. */
  private List<List<TextLine>> splitMergedRow(List<TextLine> row) {
    int last = columns.size() - 1;
    long full =
        row.stream()
            .filter(line -> !columns.split(line).get(last).isEmpty())
            .filter(line -> line.text().matches(".*\\d"))
            .count();
    return full < 2 ? List.of(row) : row.stream().map(List::of).toList();
  }

  private String text(List<TextLine> lines, int column) {
    List<Glyph> glyphs =
        lines.stream().flatMap(line -> columns.split(line).get(column).stream()).toList();
    return assembler.joinText(glyphs);
  }
}
