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
  private static final Pattern POINTS = Pattern.compile("\\d{1,3}(?:\\.\\d{1,2})?|[—/-]+");
  private static final Pattern NUMBER = Pattern.compile("-?\\d[\\d.,]*");
  private static final Pattern MEASURE = Pattern.compile("[^\\d≥≤=<>]{1,6}");
  private static final Pattern REST_OF_LEVEL =
      Pattern.compile("(?:指标)?(?:[（(]\\d{1,3}(?:\\.\\d+)?分?[）)])?");
  private static final Pattern LEVEL = Pattern.compile("\\p{IsHan}{2,8}");
  private static final Pattern RATE_TITLE = Pattern.compile("完成率|完成程度|系数|偏[差离][度率]");
  private static final Pattern RATE = Pattern.compile("-?\\d[\\d.,]*[%％]?|[—/-]+|.{0,4}完成");
  private static final Pattern MONEY_TITLE = Pattern.compile("金额|预算数?$|资金");
  private static final Pattern AMOUNT = Pattern.compile("[≥≤＝=><＞＜≧≦]*\\d[\\d.,]*");
  private static final Pattern UNIT =
      Pattern.compile("(?:[万亿]?\\p{IsHan}{1,3}|[%％‰])(?:[/（(]\\p{IsHan}{1,3}[）)]?)?");
  private static final Pattern SIGNED = Pattern.compile("^[≥≤＝=><＞＜≧≦\\d].*");

  private final List<CellHeader.Column> columns;
  private final List<String> cells;

  CellCosts(List<CellHeader.Column> columns, List<String> cells) {
    this.columns = columns;
    this.cells = cells;
  }

  /** What it costs to leave a column blank. */
  double blank(int column, int cell, boolean filled) {
    IndicatorRole role = role(column);
    return role == null
        ? filled ? 0.5 : 0.1
        : switch (role) {
          case LEVEL1 -> cell == 0 ? 1 : 0;
          case LEVEL2 -> filled || cell == 0 ? 1 : 0;
          case LEVEL3 -> NEVER;
          case PROJECT, GOAL -> cell == 0 ? 1 : 0.1;
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
  double unlike(int column, int index, boolean filled) {
    String cell = cells.get(index);
    String left = filled && index > 0 ? cells.get(index - 1) : null;
    IndicatorRole role = role(column);
    boolean level = LevelWords.first(cell) || LevelWords.second(cell);
    return role == null
        ? ofOther(column, cell, filled) + (level ? 2 : 0)
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
          default -> level ? NEVER : NUMBER.matcher(cell).matches() ? 2 : 0.2;
        };
  }

  /** A column that is not read holds points of a level, a rate or words. */
  private double ofOther(int column, String cell, boolean filled) {
    String title = columns.get(column).title();
    boolean points = IndicatorRole.of(title) == IndicatorRole.WEIGHT;
    boolean rate = RATE_TITLE.matcher(title).find();
    boolean money = MONEY_TITLE.matcher(title).find();
    if ((points && !POINTS.matcher(cell).matches())
        || (rate && !RATE.matcher(cell).matches())
        || (money && !NUMBER.matcher(cell).matches())) {
      return NEVER;
    }
    return points && !filled ? 1.5 : 0;
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
  double goingOn(int column, int index) {
    IndicatorRole role = role(column);
    String cell = cells.get(index);
    if (role == IndicatorRole.LEVEL1 || role == IndicatorRole.LEVEL2) {
      return REST_OF_LEVEL.matcher(cell).matches() ? 0 : NEVER;
    }
    if (role == null || POINTS.matcher(cell).matches() || namedLevel(cell)) {
      return NEVER;
    }
    return switch (role) {
      case LEVEL3 -> 1.1;
      case TARGET, ACTUAL -> unitAfter(index) ? 0.3 : 1.3;
      case NOTE -> 0.7;
      default -> NEVER;
    };
  }

  /** Whether a cell is the unit of the number before it. */
  private boolean unitAfter(int index) {
    return index > 0
        && AMOUNT.matcher(cells.get(index - 1)).matches()
        && UNIT.matcher(cells.get(index)).matches();
  }

  private @Nullable IndicatorRole role(int column) {
    return columns.get(column).role();
  }

  private boolean has(IndicatorRole role) {
    return columns.stream().anyMatch(c -> c.role() == role);
  }
}
