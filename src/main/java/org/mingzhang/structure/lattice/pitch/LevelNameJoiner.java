package org.mingzhang.structure.lattice.pitch;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.mingzhang.structure.indicator.IndicatorLevelNames;
import org.mingzhang.structure.lattice.Column;
import org.mingzhang.structure.lattice.ColumnType;
import org.mingzhang.structure.lattice.LatticeCosts;
import org.mingzhang.text.PatternTable;

/**
 * Joins the lines of a column of level names into whole names, by dynamic programming. Stateless.
 */
final class LevelNameJoiner {
  private static final int MAX_LINES_PER_NAME = 7;

  /** Minimum number of repeated names that show that the column prints its name in every row. */
  private static final int MIN_REPEATED_NAMES = 2;

  private static final int MIN_REPEATED_LENGTH = 3;

  /** Minimum length, in characters, of a part that may be a whole name by itself. */
  private static final int MIN_NAME_LENGTH = 4;

  /** Maximum distance of two long parts of one name, in lines. */
  private static final int MAX_LINES_APART = 2;

  private static final PatternTable PATTERNS = PatternTable.readForPackageOf(LevelNameJoiner.class);
  private static final Pattern COMPLETE_LEVEL_NAME = PATTERNS.get("complete-level-name");
  private static final Pattern NAME_ENDING = PATTERNS.get("name-ending");

  private LevelNameJoiner() {}

  /**
   * The name of a level, joined from the lines over which it is broken.
   *
   * @param text its text
   * @param firstLine index of its first line
   * @param lastLine index of its last line
   */
  record LevelName(String text, int firstLine, int lastLine) {
    double verticalCenter() {
      return (firstLine + lastLine) / 2.0;
    }
  }

  /** The names in the last column of levels; empty if there is no column of levels. */
  static List<LevelName> findNamesOfLowestLevel(FixedPitchTableBody body) {
    int lowest = -1;
    for (int c = 0; c < body.columns().size(); c++) {
      lowest = FormRowCosts.isSingleRowColumn(body.columns().get(c)) ? lowest : c;
    }
    return lowest < 0 ? List.of() : findNames(body, lowest);
  }

  /** Joins the lines of one column into names of levels. */
  static List<LevelName> findNames(FixedPitchTableBody body, int column) {
    List<LevelName> parts = new ArrayList<>();
    for (int line = 0; line < body.size(); line++) {
      if (!body.text(line, column).isEmpty()) {
        parts.add(new LevelName(body.text(line, column), line, line));
      }
    }
    ColumnType type = body.columns().get(column).type();
    boolean everyRow = countRepeatedNames(parts) >= MIN_REPEATED_NAMES;
    double[] cost = new double[parts.size() + 1];
    int[] from = new int[parts.size() + 1];
    Arrays.fill(cost, LatticeCosts.INFINITE_COST);
    cost[0] = 0;
    for (int to = 1; to <= parts.size(); to++) {
      for (int start = Math.max(0, to - MAX_LINES_PER_NAME); start < to; start++) {
        List<LevelName> joined = parts.subList(start, to);
        if ((everyRow && countRowsWithPoints(body, joined) > 1) || hasLongPartsFarApart(joined)) {
          continue;
        }
        double sum = cost[start] + cost(joined, type);
        if (sum < cost[to]) {
          cost[to] = sum;
          from[to] = start;
        }
      }
    }
    List<LevelName> names = new ArrayList<>();
    for (int to = parts.size(); to > 0; to = from[to]) {
      names.add(join(parts.subList(from[to], to)));
    }
    Collections.reverse(names);
    return names;
  }

  /** The number of names that repeat the one above: a wrapped name has no two equal lines. */
  private static long countRepeatedNames(List<LevelName> parts) {
    return IntStream.range(1, parts.size())
        .filter(i -> parts.get(i).text().length() >= MIN_REPEATED_LENGTH)
        .filter(i -> parts.get(i).text().equals(parts.get(i - 1).text()))
        .count();
  }

  /** The number of parts on lines with points, each of which is a row of the form. */
  private static long countRowsWithPoints(FixedPitchTableBody body, List<LevelName> parts) {
    int points = Column.indexOf(ColumnType.POINTS, body.columns());
    return points < 0
        ? 0
        : parts.stream().filter(part -> !body.text(part.firstLine(), points).isEmpty()).count();
  }

  /** Whether several lines are between two parts that are long enough to be names each. */
  private static boolean hasLongPartsFarApart(List<LevelName> parts) {
    return IntStream.range(1, parts.size())
        .filter(i -> parts.get(i).firstLine() - parts.get(i - 1).lastLine() > MAX_LINES_APART)
        .anyMatch(
            i ->
                parts.get(i).text().length() >= MIN_NAME_LENGTH
                    && parts.get(i - 1).text().length() >= MIN_NAME_LENGTH);
  }

  private static LevelName join(List<LevelName> parts) {
    StringBuilder text = new StringBuilder();
    parts.forEach(part -> text.append(part.text()));
    return new LevelName(text.toString(), parts.getFirst().firstLine(), parts.getLast().lastLine());
  }

  /**
   * The cost of reading the parts as one name; it is lower if the name is a known one of its level.
   */
  private static double cost(List<LevelName> parts, ColumnType type) {
    LevelName name = join(parts);
    String text = name.text();
    int blank = name.lastLine() - name.firstLine() + 1 - parts.size();
    double sum =
        LatticeCosts.parameter("row") + blank * LatticeCosts.parameter("pitch_skipped_line");
    sum += CellWrapCosts.hasUnpairedBrackets(text) ? LatticeCosts.parameter("open_bracket") : 0;
    sum += NAME_ENDING.matcher(text).matches() ? LatticeCosts.parameter("level_inside") : 0;
    boolean own =
        type == ColumnType.LEVEL1
            ? IndicatorLevelNames.isFirstLevel(text)
            : IndicatorLevelNames.isSecondLevel(text);
    if (own || IndicatorLevelNames.findPossibleLevels(text).mayBeEitherLevel()) {
      return sum;
    }
    if (IndicatorLevelNames.isFirstLevel(text) || IndicatorLevelNames.isSecondLevel(text)) {
      return sum + LatticeCosts.parameter("pitch_other_level");
    }
    boolean named = COMPLETE_LEVEL_NAME.matcher(IndicatorLevelNames.withoutPoints(text)).matches();
    return sum + LatticeCosts.parameter(named ? "pitch_named_level" : "pitch_unknown_level");
  }
}
