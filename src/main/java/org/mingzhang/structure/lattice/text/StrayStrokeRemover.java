package org.mingzhang.structure.lattice.text;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Removes the vertical strokes that rulings or dirt leave among the cells of rows that blanks
 * separate. A line with bars belongs to such rows if a text between two of its bars contains
 * several cells and ends with a number, and a row without bars is near. A bar beside a single cell
 * is a stroke if no line near it has bars. Stateless.
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

  /** Maximum distance, in lines, of the row without bars. */
  private static final int MAX_DISTANCE = 4;

  /** Number of lines above and below a bar beside a single cell that must have no bars. */
  private static final int ISOLATION = 3;

  private StrayStrokeRemover() {}

  /** The lines, with a blank in place of each bar that separates nothing. */
  static List<String> remove(List<String> lines) {
    List<String> clean = new ArrayList<>(lines);
    for (int i = 0; i < lines.size(); i++) {
      if (PipeLines.hasPipe(lines.get(i))
          && ((hasRowBetweenBars(lines.get(i)) && isNearRowWithoutBars(lines, i))
              || isIsolatedBesideCell(lines, i))) {
        clean.set(i, textsBetweenBars(lines.get(i)).collect(Collectors.joining(" ")));
      }
    }
    return clean;
  }

  private static Stream<String> textsBetweenBars(String line) {
    return BAR.splitAsStream(line).map(String::strip).filter(text -> !text.isEmpty());
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
    int from = Math.max(0, at - ISOLATION);
    int to = Math.min(lines.size(), at + ISOLATION + 1);
    return ONE_CELL_AND_BAR.matcher(line).matches()
        && lines.subList(from, to).stream()
                .filter(PipeLines::hasPipe)
                .filter(near -> !LineText.isPageNumberOrStroke(near))
                .count()
            == 1;
  }

  private static boolean isNearRowWithoutBars(List<String> lines, int at) {
    int from = Math.max(0, at - MAX_DISTANCE);
    int to = Math.min(lines.size(), at + MAX_DISTANCE + 1);
    return lines.subList(from, to).stream().anyMatch(StrayStrokeRemover::isRowWithoutBars);
  }

  private static boolean isRowWithoutBars(String line) {
    if (PipeLines.hasPipe(line)) {
      return false;
    }
    List<String> cells = List.of(BLANKS.split(line.strip()));
    return cells.size() >= MIN_ROW_CELLS && countNumbers(cells) >= MIN_NUMBERS;
  }

  private static long countNumbers(List<String> cells) {
    return cells.stream().filter(cell -> NUMBER.matcher(cell).matches()).count();
  }
}
