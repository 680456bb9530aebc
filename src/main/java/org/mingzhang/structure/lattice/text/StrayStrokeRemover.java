package org.mingzhang.structure.lattice.text;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.mingzhang.structure.lattice.ColumnType;
import org.mingzhang.structure.lattice.schema.AccountTitleMapper;

/**
 * Removes the vertical strokes that rulings or dirt leave among the cells of rows that blanks
 * separate. A line with bars belongs to such rows if a text between two of its bars contains
 * several cells and ends with a number, and a row without bars is near or the bars divide rows of
 * equally many cells in different ways. Titles above such rows are treated like them. A bar beside
 * a single cell is a stroke if no line near it has bars. Stateless.
 */
final class StrayStrokeRemover {
  private static final Pattern BAR = Pattern.compile("[丨|｜│┃║]");
  private static final Pattern ONE_CELL_AND_BAR =
      Pattern.compile("[|｜│┃║]\\s*[^\\s|｜│┃║]+|[^\\s|｜│┃║]+\\s*[|｜│┃║]");

  private static final Pattern BLANKS = Pattern.compile("[\\s\\u3000]+");

  /** A cell with a number, perhaps with a comparison sign before it and a unit behind it. */
  private static final Pattern NUMBER =
      Pattern.compile("[≥≤＞＜=><]?-?\\d[\\d,]*(?:\\.\\d+)?[^\\d月年]{0,4}");

  private static final int MIN_ROW_CELLS = 3;
  private static final int MIN_NUMBERS = 2;

  /** A stroke or dot, apart from the cells, at the beginning or the end of a row. */
  private static final Pattern STROKE_AT_EDGE =
      Pattern.compile("^\\s*[_.·'`~^,](?=\\s+\\S)|\\s+[_.·'`~^,]\\s*$");

  private static final Pattern BAR_AND_BLANKS =
      Pattern.compile("[\\s\\u3000]*[丨|｜│┃║][丨|｜│┃║\\s\\u3000]*");

  /**
   * Minimum width, in characters and including the bar, of a gap that still separates cells after
   * its bar is removed.
   */
  private static final int MIN_WIDE_GAP = 4;

  private static final Pattern WIDE_GAP = Pattern.compile("\\S[ \\u3000]{2,}\\S");

  /** Maximum distance, in lines, between rows of one table. */
  private static final int MAX_ROW_DISTANCE = 4;

  /** Maximum number of lines above the first row that are searched for titles with bars. */
  private static final int MAX_LINES_ABOVE = 5;

  private static final int MAX_CAPTION_TEXTS = 2;

  /** Minimum number of different ways in which bars divide rows, if all rows have bars. */
  private static final int MIN_DIVISIONS = 3;

  /** Number of lines above and below a bar beside a single cell that must have no bars. */
  private static final int LINES_WITHOUT_BARS = 3;

  private StrayStrokeRemover() {}

  /** The lines, with blanks in place of each bar that separates nothing. */
  static List<String> remove(List<String> lines) {
    if (lines.stream().noneMatch(PipeLines::hasPipe)) {
      return lines;
    }
    List<String> clean = new ArrayList<>(lines);
    List<Integer> rows = new ArrayList<>();
    for (int i = 0; i < lines.size(); i++) {
      String line = lines.get(i);
      if (PipeLines.hasPipe(line) ? hasNumberAmongCellsBetweenBars(line) : isRowWithoutBars(line)) {
        if (!rows.isEmpty() && i - rows.getLast() > MAX_ROW_DISTANCE) {
          removeFromTable(clean, rows);
          rows.clear();
        }
        rows.add(i);
      } else if (isIsolatedBesideCell(lines, i)) {
        clean.set(i, withoutBars(line));
      }
    }
    removeFromTable(clean, rows);
    return clean;
  }

  /** Removes the strokes from the rows of a table and the titles above them. */
  private static void removeFromTable(List<String> lines, List<Integer> rows) {
    List<String> barred = rows.stream().map(lines::get).filter(PipeLines::hasPipe).toList();
    boolean strokes =
        barred.size() < rows.size()
            ? barred.stream().anyMatch(StrayStrokeRemover::hasRowBetweenBars)
            : areDividedDifferently(barred);
    if (!strokes) {
      return;
    }
    boolean full = haveEqualWidths(rows.stream().map(lines::get).toList());
    int first = rows.getFirst();
    for (int i = Math.max(0, first - MAX_LINES_ABOVE); i < first; i++) {
      if (PipeLines.hasPipe(lines.get(i)) && areTitlesWithStrokes(lines.get(i))) {
        lines.set(i, withoutStrokes(lines.get(i), full));
      }
    }
    rows.forEach(row -> lines.set(row, withoutStrokes(lines.get(row), full)));
  }

  /**
   * Whether bars divide rows in at least {@link #MIN_DIVISIONS} ways although the rows have equally
   * many cells.
   */
  private static boolean areDividedDifferently(List<String> rows) {
    return rows.stream().map(StrayStrokeRemover::cellCountsBetweenBars).distinct().count()
            >= MIN_DIVISIONS
        && haveEqualWidths(rows);
  }

  private static List<Integer> cellCountsBetweenBars(String row) {
    return textsBetweenBars(row).map(text -> BLANKS.split(text).length).toList();
  }

  /** Whether all rows but one at most, such as the total, have equally many cells. */
  private static boolean haveEqualWidths(List<String> rows) {
    List<Integer> widths =
        rows.stream()
            .map(row -> cellCountsBetweenBars(row).stream().mapToInt(Integer::intValue).sum())
            .toList();
    int width = widths.stream().mapToInt(Integer::intValue).max().orElse(0);
    return widths.stream().filter(cells -> cells < width).count() <= 1;
  }

  /** Whether a text between two bars has several cells with a number among them. */
  private static boolean hasNumberAmongCellsBetweenBars(String line) {
    return textsBetweenBars(line)
        .map(text -> List.of(BLANKS.split(text)))
        .anyMatch(cells -> cells.size() > 1 && countNumbers(cells) > 0);
  }

  /**
   * Whether a text between two bars has itself several titles, or there are no more texts than in a
   * caption with its unit.
   */
  private static boolean areTitlesWithStrokes(String line) {
    List<String> texts = textsBetweenBars(line).toList();
    return texts.size() <= MAX_CAPTION_TEXTS
        || texts.stream()
            .anyMatch(
                text ->
                    WIDE_GAP.matcher(text).find()
                        || (BLANKS.split(text).length > 1
                            && BLANKS
                                .splitAsStream(text)
                                .allMatch(t -> AccountTitleMapper.findType(t) != ColumnType.ANY)));
  }

  /**
   * The line without its bars and the strokes at its ends. Wide gaps stay wide unless no cell is
   * empty.
   */
  private static String withoutStrokes(String line, boolean hasAllCells) {
    String row = STROKE_AT_EDGE.matcher(withoutBars(line)).replaceAll("").strip();
    return hasAllCells ? BLANKS.matcher(row).replaceAll(" ") : row;
  }

  private static String withoutBars(String line) {
    return BAR_AND_BLANKS
        .matcher(line)
        .replaceAll(bar -> bar.group().length() >= MIN_WIDE_GAP ? " ".repeat(MIN_WIDE_GAP) : " ")
        .strip();
  }

  private static Stream<String> textsBetweenBars(String line) {
    String row = STROKE_AT_EDGE.matcher(line).replaceAll("");
    return BAR.splitAsStream(row).map(String::strip).filter(text -> !text.isEmpty());
  }

  private static boolean hasRowBetweenBars(String line) {
    return textsBetweenBars(line)
        .anyMatch(
            part -> {
              List<String> cells = List.of(BLANKS.split(part));
              boolean wide = cells.size() >= MIN_ROW_CELLS || countNumbers(cells) >= MIN_NUMBERS;
              return wide && NUMBER.matcher(cells.getLast()).matches();
            });
  }

  private static boolean isIsolatedBesideCell(List<String> lines, int at) {
    String line = lines.get(at).strip();
    int from = Math.max(0, at - LINES_WITHOUT_BARS);
    int to = Math.min(lines.size(), at + LINES_WITHOUT_BARS + 1);
    return ONE_CELL_AND_BAR.matcher(line).matches()
        && lines.subList(from, to).stream()
                .filter(PipeLines::hasPipe)
                .filter(near -> !LineText.isPageNumberOrStroke(near))
                .count()
            == 1;
  }

  private static boolean isRowWithoutBars(String line) {
    List<String> cells = List.of(BLANKS.split(line.strip()));
    return cells.size() >= MIN_ROW_CELLS && countNumbers(cells) >= MIN_NUMBERS;
  }

  private static long countNumbers(List<String> cells) {
    return cells.stream().filter(cell -> NUMBER.matcher(cell).matches()).count();
  }
}
