package org.mingzhang.extract.page;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.mingzhang.model.TableBlock;
import org.mingzhang.model.TableBlock.Cell;

/**
 * Builds the grid of a performance form without ruling lines. White space separates the columns.
 * The columns from the indicator names on, read together, divide the lines into rows; a cell of the
 * levels to their left spans several rows.
 */
final class BorderlessFormBuilder {
  /** Minimum share of the words of lines that each lie in one column, for a form to continue. */
  private static final float MIN_FITTING_SHARE = 0.8f;

  /** Titles of columns of points. */
  private static final Pattern POINTS_TITLE =
      Pattern.compile("(?:指标)?(?:分值|权重|得分|自评得分|自评分)(?:[（(].*)?");

  /** Several numbers, each on a line of its own, as in a cell in which several rows were merged. */
  private static final Pattern SEVERAL_NUMBERS = Pattern.compile("[\\d.]+分?(?:\\n[\\d.]+分?)+");

  private final BorderlessColumns columns;
  private final List<TextLine> header;
  private final List<TextLine> body;
  private final LineAssembler assembler;
  private final RowRulings rowRulings;
  private final float rowGap;

  /**
   * Creates a builder for a form.
   *
   * @param header lines of its header, at least one
   * @param body lines of its rows
   * @param rowGap white space between its rows, in points
   * @param assembler joins the glyphs of a cell into text
   * @param rowRulings horizontal rulings of its page
   */
  BorderlessFormBuilder(
      List<TextLine> header,
      List<TextLine> body,
      float rowGap,
      LineAssembler assembler,
      RowRulings rowRulings) {
    this.header = header;
    this.body = body;
    this.rowGap = rowGap;
    this.rowRulings = rowRulings;
    this.assembler = assembler;
    this.columns = new BorderlessFormColumnFinder(header, body).findColumns();
  }

  /**
   * Whether there is a column of indicator names with columns of levels to its left and of values
   * to its right.
   */
  boolean isForm() {
    int name = findIndicatorNameColumn();
    return name > 0 && name + 1 < columns.size();
  }

  /**
   * Whether a row has points on several lines, which shows that it consists of several rows without
   * white space between them.
   */
  boolean hasMergedRows() {
    int name = findIndicatorNameColumn();
    List<String> titles = headerTexts();
    List<CellBand> rows = splitIntoBands(name, columns.size());
    return IntStream.range(name, columns.size())
        .filter(c -> POINTS_TITLE.matcher(titles.get(c).replaceAll("\\s", "")).matches())
        .anyMatch(
            c ->
                rows.stream()
                    .anyMatch(
                        row -> SEVERAL_NUMBERS.matcher(textInColumn(row.lines(), c)).matches()));
  }

  /**
   * Whether at least 80 % of the words lie in one column each and some line has more than two
   * words, so that the lines continue the form.
   */
  boolean fitsColumns() {
    int words = 0;
    int fit = 0;
    for (TextLine line : body) {
      for (XInterval word : XInterval.splitIntoWords(line)) {
        words++;
        fit += columns.intervals().stream().filter(word::overlaps).count() == 1 ? 1 : 0;
      }
    }
    boolean beside = body.stream().anyMatch(line -> XInterval.splitIntoWords(line).size() > 2);
    return beside && fit >= MIN_FITTING_SHARE * words;
  }

  /**
   * The rows without the header, for a form that continues from the page before.
   *
   * @param page 1-based page of the rows
   */
  TableBlock continuationBlock(int page) {
    TableBlock whole = toBlock(page);
    List<Cell> cells = new ArrayList<>();
    for (Cell cell : whole.cells()) {
      int height = cell.row() == 0 ? cell.rowSpan() - 1 : cell.rowSpan();
      if (height > 0) {
        int row = Math.max(0, cell.row() - 1);
        String text = cell.row() == 0 ? "" : cell.text();
        cells.add(new Cell(row, cell.column(), height, cell.columnSpan(), text));
      }
    }
    return new TableBlock(page, whole.rows() - 1, whole.columns(), cells);
  }

  /**
   * The title of each column, which may contain line breaks; empty for a column without a title.
   */
  private List<String> headerTexts() {
    return IntStream.range(0, columns.size()).mapToObj(c -> textInColumn(header, c)).toList();
  }

  /**
   * Index of the column of 三级指标, or of the indicator name in a form of two levels; −1 if there is
   * neither.
   */
  private int findIndicatorNameColumn() {
    List<String> texts = headerTexts();
    for (int c = 0; c < texts.size(); c++) {
      if (texts.get(c).replaceAll("\\s", "").matches("三级指标|.*指标名称|具体指标")) {
        return c;
      }
    }
    return -1;
  }

  /**
   * The table with its header as the first row. Requires {@link #isForm}.
   *
   * @param page 1-based page
   */
  TableBlock toBlock(int page) {
    int name = findIndicatorNameColumn();
    List<CellBand> rows = splitIntoBands(name, columns.size());
    List<Cell> cells = new ArrayList<>();
    List<String> titles = headerTexts();
    for (int c = 0; c < columns.size(); c++) {
      boolean label = titles.get(c).isEmpty() && c < name;
      List<CellBand> own = c < name ? splitIntoBands(c, c + 1) : rows;
      if (label && own.size() == 1) {
        cells.add(new Cell(0, c, rows.size() + 1, 1, textInColumn(own.getFirst().lines(), c)));
        continue;
      }
      cells.add(new Cell(0, c, 1, 1, titles.get(c)));
      int[] starts = c < name ? rowStarts(c, own, rows) : IntStream.range(0, rows.size()).toArray();
      for (int i = 0; i < own.size(); i++) {
        int end = i + 1 < own.size() ? starts[i + 1] : rows.size();
        if (end > starts[i]) {
          cells.add(
              new Cell(starts[i] + 1, c, end - starts[i], 1, textInColumn(own.get(i).lines(), c)));
        }
      }
    }
    return new TableBlock(page, rows.size() + 1, columns.size(), cells);
  }

  /** Index of the first row of each cell in a column of levels. */
  private int[] rowStarts(int column, List<CellBand> cells, List<CellBand> rows) {
    int name = findIndicatorNameColumn();
    if (hasRowRulings(column) && hasRowRulings(name)) {
      return rowsBelowRulings(cells, rows);
    }
    int[] starts = null;
    if (column + 1 < name && headerTexts().get(column + 1).endsWith("二级指标")) {
      List<String> first = cells.stream().map(cell -> cellText(cell, column)).toList();
      starts = FirstLevelIndicatorSpanFinder.findRowStarts(first, rowTexts(column + 1, rows));
    }
    return starts == null ? MergedCellSpanFinder.findRowStarts(cells, rows) : starts;
  }

  /**
   * The text of a column of levels for each row, cells repeated downwards; empty above the first
   * cell.
   */
  private List<String> rowTexts(int column, List<CellBand> rows) {
    List<CellBand> cells = splitIntoBands(column, column + 1);
    int[] starts = MergedCellSpanFinder.findRowStarts(cells, rows);
    String[] texts = new String[rows.size()];
    Arrays.fill(texts, "");
    for (int i = 0; i < starts.length; i++) {
      Arrays.fill(texts, starts[i], texts.length, cellText(cells.get(i), column));
    }
    return List.of(texts);
  }

  private String cellText(CellBand cell, int column) {
    return textInColumn(cell.lines(), column).replace("\n", "");
  }

  /**
   * Lines that form one cell or row in some columns.
   *
   * @param lines the lines, whole
   * @param top upper edge of the glyphs in the columns, or the ruling above them if rulings
   *     separate the rows; in points
   * @param bottom lower edge of the glyphs in the columns, in points
   */
  record CellBand(List<TextLine> lines, float top, float bottom) {
    float middle() {
      return (top + bottom) / 2;
    }
  }

  /**
   * Whether horizontal rulings separate the rows of a column: at least two between the first line
   * and the last.
   */
  private boolean hasRowRulings(int column) {
    float x = columns.intervals().get(column).middle();
    return rowRulings.areRowsSeparatedBetween(x, body.getFirst().top(), body.getLast().bottom());
  }

  /** For each cell of a column, the index of the first row below the ruling above it. */
  private static int[] rowsBelowRulings(List<CellBand> cells, List<CellBand> rows) {
    return cells.stream()
        .mapToInt(cell -> (int) rows.stream().filter(r -> r.middle() < cell.top()).count())
        .toArray();
  }

  /**
   * Divides the lines into the cells of the columns {@code from} to before {@code to}, read as one.
   * Cells are separated by rulings if there are any, otherwise by white space across all of these
   * columns.
   */
  private List<CellBand> splitIntoBands(int from, int to) {
    List<CellBand> bands = new ArrayList<>();
    float x = columns.intervals().get(from).middle();
    boolean ruled = hasRowRulings(from);
    int before = -1;
    for (TextLine line : body) {
      List<Glyph> glyphs =
          columns.split(line).subList(from, to).stream().flatMap(List::stream).toList();
      if (glyphs.isEmpty()) {
        continue;
      }
      float top = (float) glyphs.stream().mapToDouble(Glyph::top).min().orElseThrow();
      float bottom = (float) glyphs.stream().mapToDouble(Glyph::bottom).max().orElseThrow();
      int row = ruled ? rowRulings.countRulingsAbove(x, (top + bottom) / 2) : 0;
      boolean white =
          bands.isEmpty() || startsNewCell(bands.getLast(), from, top, joinGlyphs(glyphs));
      boolean separated = ruled ? bands.isEmpty() || row != before : white;
      top = ruled ? rowRulings.rulingAbove(x, (top + bottom) / 2) : top;
      before = row;
      if (separated) {
        bands.add(new CellBand(List.of(line), top, bottom));
      } else {
        CellBand last = bands.removeLast();
        List<TextLine> lines = new ArrayList<>(last.lines());
        lines.add(line);
        bands.add(new CellBand(lines, last.top(), Math.max(bottom, last.bottom())));
      }
    }
    return bands;
  }

  /**
   * Whether a line starts a new cell below a band: by the names of levels in a column of levels,
   * otherwise by the white space above it.
   *
   * @param top upper edge of the line's glyphs, in points
   * @param line text of the line
   */
  private boolean startsNewCell(CellBand bandAbove, int column, float top, String line) {
    if (column < findIndicatorNameColumn()) {
      String cell = cellText(bandAbove, column);
      if (FormLevelNames.isLevelName(cell) && !line.startsWith("（")) {
        return true;
      }
      if (FormLevelNames.isContinuation(cell, line)) {
        return false;
      }
    }
    return top - bandAbove.bottom() > rowGap;
  }

  private static String joinGlyphs(List<Glyph> glyphs) {
    return glyphs.stream().filter(g -> !g.isBlank()).map(Glyph::text).collect(Collectors.joining());
  }

  private String textInColumn(List<TextLine> lines, int column) {
    List<Glyph> glyphs =
        lines.stream().flatMap(line -> columns.split(line).get(column).stream()).toList();
    return assembler.joinText(glyphs);
  }
}
