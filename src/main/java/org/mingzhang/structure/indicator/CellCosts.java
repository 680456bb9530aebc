package org.mingzhang.structure.indicator;

import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What it costs to read a cell of a form as one of a column: what it is unlike what the column
 * holds. 1 is one doubtful decision; {@link #NEVER} cannot be.
 */
final class CellCosts {
  static final double NEVER = Double.POSITIVE_INFINITY;

  private static final double UNKNOWN_LEVEL = 1;
  private static final double UNKNOWN_LEVEL_OF_LINE = 0.8;
  private static final Pattern POINTS = Pattern.compile("\\d{1,3}(?:\\.\\d{1,2})?|[—/-]+");
  private static final Pattern NUMBER = Pattern.compile("-?\\d[\\d.,]*");
  private static final Pattern MEASURE = Pattern.compile("[^\\d≥≤=<>]{1,6}");
  private static final Pattern LEVEL = Pattern.compile("\\p{IsHan}{2,8}");
  private static final Pattern RATE_TITLE = Pattern.compile("完成率|完成程度|系数|偏[差离][度率]");
  private static final Pattern RATE = Pattern.compile("-?\\d[\\d.,]*[%％]?|[—/-]+|.{0,4}完成");
  private static final Pattern MONEY_TITLE = Pattern.compile("金额|预算数?|资金|序号");
  private static final Pattern SIGNED = Pattern.compile("^[≥≤＝=><＞＜≧≦\\d].*");

  private final List<CellHeader.Column> columns;
  private final List<String> cells;
  private final TornCells torn;

  /**
   * Costs of the cells of a form.
   *
   * @param lines how the cells stand on lines where blanks part them, else null
   */
  CellCosts(List<CellHeader.Column> columns, List<String> cells, @Nullable LineCells lines) {
    this.columns = columns;
    this.cells = cells;
    this.torn = new TornCells(cells, lines);
  }

  /** What it costs to leave a column blank. */
  double blank(int column, int cell, boolean filled) {
    IndicatorRole role = role(column);
    return role == null
        ? filled && !afterScore(column) ? 0.5 : 0.1
        : switch (role) {
          case LEVEL1 -> filled || cell == 0 ? 1 : 0;
          case LEVEL2 -> filled || cell == 0 ? 1 : 0;
          case LEVEL3 -> NEVER;
          case PROJECT -> filled ? 0.8 : cell == 0 ? 1 : 0.1;
          case GOAL -> filled ? 0.5 : cell == 0 ? 1 : 0.1;
          case SIGN -> 0.8;
          case MEASURE -> 0.4;
          case ADJUSTED -> 0.8;
          case TARGET -> 1.6;
          case ACTUAL -> 1.2;
          case WEIGHT, SCORE -> 1.5;
          case NOTE -> 0;
          default -> 0.5;
        };
  }

  /** What it costs that a cell is unlike what its column holds. */
  double unlike(int column, int index, boolean filled) {
    String cell = cells.get(index);
    String left = filled && index > 0 ? cells.get(index - 1) : null;
    IndicatorRole role = role(column);
    boolean level = LevelWords.first(cell) || LevelWords.second(cell);
    return role == null
        ? ofOther(column, cell, filled)
            + (level ? 2 : 0)
            + torn.ownCell(index)
            + afterFullMarks(index)
        : switch (role) {
          case LEVEL1 -> LevelWords.first(cell) ? 0 : asLevel(cell);
          case LEVEL2 -> LevelWords.second(cell) || LevelWords.either(cell) ? 0 : asLevel(cell);
          case LEVEL3 -> asName(cell, level && !belowLevel(left)) + torn.ownCell(index);
          case SIGN -> SignWords.is(cell) ? 0 : NEVER;
          case MEASURE -> MEASURE.matcher(cell).matches() && !level ? 0.1 : NEVER;
          case ADJUSTED, TARGET -> asTarget(cell, level) + torn.ownCell(index);
          case ACTUAL -> (level ? 2.5 : 0.2) + differing(column, left, cell) + torn.ownCell(index);
          case WEIGHT -> points(cell) ? 0 : NEVER;
          case SCORE -> points(cell) ? above(column, left, cell) : NEVER;
          case NOTE -> (level || number(cell) ? 2.5 : 0.5) + afterFullMarks(index);
          case GOAL -> (level ? NEVER : 0.2) + (filled || !has(IndicatorRole.PROJECT) ? 0 : 0.8);
          default -> level ? NEVER : number(cell) ? 2 : 0.2;
        };
  }

  /** A column that is not read holds points of a level, a rate or words. */
  private double ofOther(int column, String cell, boolean filled) {
    String title = columns.get(column).title();
    boolean points = IndicatorRole.of(title) == IndicatorRole.WEIGHT;
    Pattern held =
        points
            ? POINTS
            : RATE_TITLE.matcher(title).find() ? RATE : measured(column) ? NUMBER : null;
    if (held != null && !held.matcher(cell).matches()) {
      return NEVER;
    }
    return points && !filled ? 1.5 : afterScore(column) ? 0.5 : 0;
  }

  /** Whether a column that is not read holds numbers only. */
  private boolean measured(int column) {
    String title = columns.get(column).title();
    return IndicatorRole.of(title) == IndicatorRole.WEIGHT
        || RATE_TITLE.matcher(title).find()
        || MONEY_TITLE.matcher(title).find();
  }

  private double asLevel(String cell) {
    double unknown = torn.lines() ? UNKNOWN_LEVEL_OF_LINE : UNKNOWN_LEVEL;
    return namedLevel(cell) ? 0.4 : LEVEL.matcher(cell).matches() ? unknown : NEVER;
  }

  private double asTarget(String cell, boolean level) {
    boolean bare = number(cell) && !has(IndicatorRole.MEASURE);
    return level ? 2.5 : bare ? 0.4 : 0.2;
  }

  /**
   * Whether the cell before is a level's name or its points, after which a name may be like one.
   */
  private static boolean belowLevel(@Nullable String left) {
    return left != null && (LevelWords.second(left) || POINTS.matcher(left).matches());
  }

  private static double asName(String cell, boolean level) {
    if (points(cell) || SignWords.is(cell)) {
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
            && number(cell)
            && Double.parseDouble(cell) > Double.parseDouble(left)
        ? 1.5
        : 0;
  }

  private static boolean digits(String cell) {
    return cell.chars().anyMatch(Character::isDigit);
  }

  /** Whether a cell is a number and nothing else. */
  static boolean number(String cell) {
    return NUMBER.matcher(cell).matches();
  }

  /** Whether a cell can hold points. */
  static boolean points(String cell) {
    return POINTS.matcher(cell).matches();
  }

  /** Whether a cell is named as levels are: …指标. */
  static boolean namedLevel(String cell) {
    String name = LevelWords.name(cell);
    return name.endsWith("指标") && name.length() >= 4 && name.length() <= 12;
  }

  /** What it costs that a cell goes on with the one before. */
  double goingOn(int column, int index, boolean opensLine) {
    return torn.goingOn(role(column), measured(column), index, opensLine);
  }

  /** Who has all points seldom has a reason. */
  private double afterFullMarks(int index) {
    boolean full =
        index > 1
            && cells.get(index).length() > 2
            && POINTS.matcher(cells.get(index - 1)).matches()
            && cells.get(index - 1).equals(cells.get(index - 2));
    return full ? 0.8 : 0;
  }

  private boolean afterScore(int column) {
    return columns.get(column).title().endsWith("说明")
        && columns.subList(0, column).stream().anyMatch(c -> c.role() == IndicatorRole.SCORE);
  }

  private @Nullable IndicatorRole role(int column) {
    return columns.get(column).role();
  }

  private boolean has(IndicatorRole role) {
    return columns.stream().anyMatch(c -> c.role() == role);
  }
}
