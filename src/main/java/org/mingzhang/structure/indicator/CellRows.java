package org.mingzhang.structure.indicator;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Parts the cells of a form that was copied as text with one cell a line into rows. Blank cells and
 * merged ones leave no trace, so that which cells a row lacks is not printed: of all ways to fill
 * the columns in order, row after row, the cheapest is taken. A cell costs what it is unlike its
 * column, a blank what the column is seldom blank; every row has a name. Confined to one thread and
 * one form.
 */
final class CellRows {
  private static final double ROW = 0.1;
  private static final double EMPTY = 1;
  private static final double UNKNOWN_LEVEL = 1;

  /** So much a row may cost on average where the reading is to be believed. */
  private static final double DEAREST_ROW = 1.3;

  private static final double NEVER = Double.POSITIVE_INFINITY;

  private static final Pattern POINTS = Pattern.compile("\\d{1,3}(?:\\.\\d{1,2})?|[—/-]+");
  private static final Pattern NUMBER = Pattern.compile("-?\\d[\\d.,]*");
  private static final Pattern MEASURE = Pattern.compile("[^\\d≥≤=<>]{1,6}");
  private static final Pattern REST_OF_LEVEL =
      Pattern.compile("(?:指标)?(?:[（(]\\d{1,3}(?:\\.\\d+)?分?[）)])?");
  private static final Pattern LEVEL = Pattern.compile("\\p{IsHan}{2,8}");
  private static final Pattern SIGNED = Pattern.compile("^[≥≤＝=><＞＜≧≦\\d].*");

  private final List<CellHeader.Column> columns;
  private final List<String> cells;
  private final double[] cost;
  private final int[] before;

  private CellRows(List<CellHeader.Column> columns, List<String> cells) {
    this.columns = columns;
    this.cells = cells;
    this.cost = new double[(cells.size() + 1) * (columns.size() + 1) * 2];
    this.before = new int[cost.length];
    Arrays.fill(cost, NEVER);
  }

  /** The rows, a text for each column; empty where the cells fit the columns in no cheap way. */
  static List<List<String>> of(List<CellHeader.Column> columns, List<String> cells) {
    return new CellRows(columns, cells).read();
  }

  private List<List<String>> read() {
    cost[state(0, 0, false)] = 0;
    before[state(0, 0, false)] = -1;
    for (int cell = 0; cell <= cells.size(); cell++) {
      for (int column = 0; column <= columns.size(); column++) {
        step(cell, column, false);
        step(cell, column, true);
      }
    }
    int last = state(cells.size(), columns.size(), false);
    int filled = state(cells.size(), columns.size(), true);
    last = cost[filled] < cost[last] ? filled : last;
    if (cells.isEmpty() || cost[last] == NEVER) {
      return List.of();
    }
    List<List<String>> rows = rows(last);
    return cost[last] <= DEAREST_ROW * rows.size() ? rows : List.of();
  }

  /** Fills or leaves the next column, or goes on with the cell before. */
  private void step(int cell, int column, boolean filled) {
    int from = state(cell, column, filled);
    if (cost[from] == NEVER) {
      return;
    }
    boolean more = cell < cells.size();
    if (more && filled && column > 0) {
      reach(state(cell + 1, column, true), from, goingOn(role(column - 1), cells.get(cell)));
    }
    if (column == columns.size()) {
      // a new row begins, which is looked at next in the same pass over the columns
      boolean cheaper = cost[from] + ROW < cost[state(cell, 0, false)];
      reach(state(cell, 0, false), from, ROW);
      for (int c = 0; cheaper && c < columns.size(); c++) {
        step(cell, c, false);
      }
      return;
    }
    if (filled && role(column) == IndicatorRole.LEVEL3) {
      reach(state(cell, columns.size(), false), from, EMPTY); // a level that nobody filled in
    }
    reach(state(cell, column + 1, false), from, blank(role(column), cell, filled));
    if (more) {
      reach(state(cell + 1, column + 1, true), from, unlike(column, cell, filled));
    }
  }

  private void reach(int to, int from, double step) {
    if (cost[from] + step < cost[to]) {
      cost[to] = cost[from] + step;
      before[to] = from;
    }
  }

  /** What it costs to leave a column blank. */
  private static double blank(@Nullable IndicatorRole role, int cell, boolean filled) {
    return role == null
        ? filled ? 0.5 : 0.1
        : switch (role) {
          case LEVEL1 -> cell == 0 ? 1 : 0;
          case LEVEL2 -> filled || cell == 0 ? 1 : 0;
          case LEVEL3 -> NEVER;
          case SIGN -> 0.8;
          case MEASURE -> 0.4;
          case TARGET -> 1.6;
          case ACTUAL -> 1.2;
          case WEIGHT, SCORE -> 1.5;
          case NOTE -> 0;
          default -> 0.5;
        };
  }

  /** What it costs that a cell is unlike what its column holds. */
  private double unlike(int column, int index, boolean filled) {
    String cell = cells.get(index);
    String left = filled && index > 0 ? cells.get(index - 1) : null;
    IndicatorRole role = role(column);
    boolean level = LevelWords.first(cell) || LevelWords.second(cell);
    boolean ofLevel = columns.get(column).title().matches("分值|权重|分数");
    return role == null
        ? ofLevel && !POINTS.matcher(cell).matches() ? NEVER : level ? 2 : 0
        : switch (role) {
          case LEVEL1 -> LevelWords.first(cell) ? 0 : asLevel(cell);
          case LEVEL2 -> LevelWords.second(cell) || LevelWords.either(cell) ? 0 : asLevel(cell);
          case LEVEL3 -> asName(cell, level && !(left != null && LevelWords.second(left)));
          case SIGN -> SignWords.is(cell) ? 0 : NEVER;
          case MEASURE -> MEASURE.matcher(cell).matches() && !level ? 0.1 : NEVER;
          case TARGET ->
              level
                  ? 2.5
                  : NUMBER.matcher(cell).matches() && !has(IndicatorRole.MEASURE) ? 0.4 : 0.2;
          case ACTUAL -> (level ? 2.5 : 0.2) + differing(column, left, cell);
          case WEIGHT -> POINTS.matcher(cell).matches() ? 0 : NEVER;
          case SCORE -> POINTS.matcher(cell).matches() ? above(column, left, cell) : NEVER;
          case NOTE -> level || NUMBER.matcher(cell).matches() ? 2.5 : 0.5;
          default -> level ? 2 : 0.2;
        };
  }

  private static double asLevel(String cell) {
    return namedLevel(cell) ? 0.4 : LEVEL.matcher(cell).matches() ? UNKNOWN_LEVEL : NEVER;
  }

  private static double asName(String cell, boolean level) {
    if (POINTS.matcher(cell).matches() || SignWords.is(cell)) {
      return NEVER;
    }
    boolean named = cell.codePoints().anyMatch(Character::isIdeographic);
    return (level ? 2 : namedLevel(cell) ? 0.6 : 0)
        + (SIGNED.matcher(cell).matches() || !named ? 1 : 0);
  }

  /** A number as a target and words as a result, or the other way about. */
  private double differing(int column, @Nullable String left, String cell) {
    boolean target = left != null && column > 0 && role(column - 1) == IndicatorRole.TARGET;
    return left == null || !target || left.equals(cell)
        ? 0
        : digits(left) == digits(cell) ? 0.1 : 0.3;
  }

  private double above(int column, @Nullable String left, String cell) {
    boolean weight = left != null && column > 0 && role(column - 1) == IndicatorRole.WEIGHT;
    return left != null
            && weight
            && NUMBER.matcher(left).matches()
            && NUMBER.matcher(cell).matches()
            && Double.parseDouble(cell) > Double.parseDouble(left)
        ? 1.5
        : 0;
  }

  private static boolean digits(String cell) {
    return cell.chars().anyMatch(Character::isDigit);
  }

  private static boolean namedLevel(String cell) {
    String name = LevelWords.name(cell);
    return name.endsWith("指标") && name.length() >= 4 && name.length() <= 12;
  }

  /**
   * What it costs that a cell goes on with the one before, as where cells are broken over lines.
   */
  private static double goingOn(@Nullable IndicatorRole role, String cell) {
    if (role == IndicatorRole.LEVEL1 || role == IndicatorRole.LEVEL2) {
      return REST_OF_LEVEL.matcher(cell).matches() ? 0 : NEVER;
    }
    if (role == null || POINTS.matcher(cell).matches() || namedLevel(cell)) {
      return NEVER;
    }
    return switch (role) {
      case LEVEL3 -> 1.1;
      case TARGET, ACTUAL -> 1.3;
      case NOTE -> 0.7;
      default -> NEVER;
    };
  }

  private List<List<String>> rows(int last) {
    List<Integer> path = new ArrayList<>();
    for (int at = last; at >= 0; at = before[at]) {
      path.add(at);
    }
    Collections.reverse(path);
    List<List<String>> rows = new ArrayList<>();
    List<String> row = blankRow();
    for (int i = 1; i < path.size(); i++) {
      int from = path.get(i - 1);
      int to = path.get(i);
      if (cell(to) > cell(from)) {
        row.set(column(to) - 1, row.get(column(to) - 1) + cells.get(cell(from)));
      } else if (column(to) == 0) {
        rows.add(row);
        row = blankRow();
      }
    }
    rows.add(row);
    return rows;
  }

  private List<String> blankRow() {
    return new ArrayList<>(Collections.nCopies(columns.size(), ""));
  }

  private @Nullable IndicatorRole role(int column) {
    return columns.get(column).role();
  }

  private boolean has(IndicatorRole role) {
    return columns.stream().anyMatch(c -> c.role() == role);
  }

  private int state(int cell, int column, boolean filled) {
    return (cell * (columns.size() + 1) + column) * 2 + (filled ? 1 : 0);
  }

  private int cell(int state) {
    return state / 2 / (columns.size() + 1);
  }

  private int column(int state) {
    return state / 2 % (columns.size() + 1);
  }
}
