package org.mingzhang.structure.lattice;

import java.util.Collections;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.mingzhang.structure.indicator.LevelWords;

/**
 * The costs of cells, made of one chunk or several, in the columns of a table. Confined to one
 * thread and one table.
 */
final class Emissions {
  /** Most chunks of a cell, by the kind of text. */
  private static final Map<Layout, Integer> LONGEST =
      Map.of(
          Layout.STACKED,
          4,
          Layout.ROWS,
          12,
          Layout.STREAM,
          16,
          Layout.RUNNING,
          12,
          Layout.BARRED,
          4,
          Layout.GLUED,
          24);

  private static final int MOST_CHARACTERS = 400;

  private static final Set<CellShape> LEVELS =
      EnumSet.of(CellShape.LEVEL1, CellShape.LEVEL2, CellShape.EITHER);
  private static final Set<CellShape> TEXTS =
      EnumSet.of(CellShape.SHORT, CellShape.WORDS, CellShape.PHRASE, CellShape.SENTENCE);
  private static final Pattern LEADING_ZERO = Pattern.compile("0\\d.*");
  private static final Pattern QUANTITY = Pattern.compile("[≥≤≧≦=＝><]{0,2}\\d[\\d.,]*[万亿]?");
  private static final Pattern REST = Pattern.compile("(?:指?标)?(?:[（(]\\d{1,3}分?[）)])?");
  private static final Pattern UNIT = Pattern.compile("[万亿]?[元人个名次项家户套件场亩年月日号]");
  private static final Pattern COUNTED = Pattern.compile("\\d[\\d.,]*\\p{IsHan}");
  private static final Pattern COUNTED_OR_BARE = Pattern.compile("\\d.*");
  private static final Pattern LATIN = Pattern.compile("[A-Za-z]");
  private static final Set<ColumnType> ONE_CHUNK =
      EnumSet.of(
          ColumnType.SIGN,
          ColumnType.POINTS,
          ColumnType.RATE,
          ColumnType.ORDINAL,
          ColumnType.CODE,
          ColumnType.BODY_CODE,
          ColumnType.PERCENT);

  private final List<Chunk> chunks;
  private final List<Column> columns;
  private final Layout layout;
  private final boolean measured;
  private final Map<Long, String> texts = new HashMap<>();
  private final Map<Long, Set<CellShape>> shapes = new HashMap<>();
  private final Map<Long, Double> joins = new HashMap<>();
  private final Map<Long, Double> inners = new HashMap<>();

  Emissions(List<Chunk> chunks, List<Column> columns, Layout layout) {
    this.chunks = chunks;
    this.columns = columns;
    this.layout = layout;
    this.measured = columns.stream().anyMatch(c -> c.type() == ColumnType.MEASURE);
  }

  /** Most chunks of the cell that begins with a chunk. */
  int longest(int from) {
    return Math.min(LONGEST.getOrDefault(layout, 1), chunks.size() - from);
  }

  /** The text of a cell. */
  String text(int from, int to) {
    return texts.computeIfAbsent(key(from, to), k -> joined(from, to));
  }

  private String joined(int from, int to) {
    StringBuilder text = new StringBuilder(chunks.get(from).text());
    for (int i = from + 1; i < to; i++) {
      String next = chunks.get(i).text();
      boolean latin =
          LATIN.matcher(text.substring(text.length() - 1)).matches()
              && LATIN.matcher(next.substring(0, 1)).matches();
      text.append(latin ? " " : "").append(next);
    }
    return text.toString();
  }

  /**
   * What a cell costs.
   *
   * @param row the cells of the row so far, a text for each column
   */
  double cell(int from, int to, int column, List<String> row) {
    ColumnType type = columns.get(column).type();
    if (to - from > 1 && layout != Layout.GLUED && ONE_CHUNK.contains(type)) {
      return CostTables.NEVER;
    }
    double join = joins.computeIfAbsent(key(from, to), k -> join(from, to));
    if (join >= CostTables.NEVER) {
      return CostTables.NEVER;
    }
    double inner = inners.getOrDefault(key(from, to), 0.0);
    String text = text(from, to);
    Set<CellShape> shape =
        shapes.computeIfAbsent(key(from, to), k -> Shapes.of(text.replace(" ", "")));
    double like = CostModel.emission(type, shape);
    if (like >= CostTables.NEVER) {
      return CostTables.NEVER;
    }
    double free = to - from > 1 && type.numeric() && layout != Layout.GLUED ? 1 : 0;
    boolean level = type == ColumnType.LEVEL1 || type == ColumnType.LEVEL2;
    return like
        + free
        + (level && like == 0 && torn(from, to)
            ? Math.min(join, 0.1)
            : type == ColumnType.NOTE
                ? inner + (join - inner) * CostModel.limit("note_joins")
                : join)
        + (measured && type == ColumnType.TARGET && shape.contains(CellShape.NUMBER) ? -0.3 : 0)
        + (type == ColumnType.LEVEL3 ? quantityInName(from, to) : 0)
        + misplaced(from, to, column)
        + (layout == Layout.STREAM
            ? WrappedLines.cost(lines(from, to), columns.get(column).width())
            : 0)
        + context(text, column, row);
  }

  /** That the chunks of a cell are one. */
  private double join(int from, int to) {
    double sum = 0;
    double inner = 0;
    int open = brackets(chunks.get(from).text(), 0);
    int length = chunks.get(from).text().length();
    boolean wraps = false;
    for (int i = from + 1; i < to; i++) {
      Chunk chunk = chunks.get(i);
      length += chunk.text().length();
      sum += open > 0 ? 0 : unit(i) ? CostModel.limit("unit") : parted(i, wraps);
      wraps |= chunk.opensLine();
      inner += open > 0 || unit(i) || chunk.separator() == Separator.TYPESET ? 0 : inside(i);
      open = brackets(chunk.text(), open);
    }
    boolean typeset =
        to - from > 1 && (unit(from + 1) || chunks.get(from + 1).separator() == Separator.TYPESET);
    inner += to - from > 1 && !typeset ? inside(from) : 0;
    inner += levelBehind(from, to) ? CostModel.limit("level_inside") : 0;
    inners.put(key(from, to), inner);
    double torn = open > 0 ? CostModel.limit("open_bracket") : 0;
    return length > MOST_CHARACTERS && to - from > 1
        ? CostTables.NEVER
        : sum + inner + torn + doubled(from, to);
  }

  /**
   * Whether the chunks of a level's name are one name: no whole one with more than points behind.
   */
  private boolean torn(int from, int to) {
    String first = chunks.get(from).text();
    String rest = text(from, to).substring(first.length());
    boolean whole = !Collections.disjoint(shape(from), LEVELS);
    return !whole || REST.matcher(rest).matches();
  }

  /** Whether a broken name of a level ends a cell that begins with more. */
  private boolean levelBehind(int from, int to) {
    for (int i = from + 1; layout == Layout.STREAM && i + 1 < to; i++) {
      String end = text(i, to);
      if (end.length() > 3 && (LevelWords.first(end) || LevelWords.second(end))) {
        return true;
      }
    }
    return false;
  }

  private double quantityInName(int from, int to) {
    for (int i = from + 1; i < to; i++) {
      boolean blank = !chunks.get(i).opensLine();
      if (layout == Layout.STREAM
          && blank
          && COUNTED_OR_BARE.matcher(chunks.get(i).text()).matches()) {
        return CostModel.limit("quantity_in_name");
      }
    }
    return 0;
  }

  /** The name of a level, or a bare number between words, is seldom a part of a cell. */
  private double inside(int index) {
    Set<CellShape> shape = shape(index);
    if (chunks.get(index).text().length() > 3 && LEVELS.stream().anyMatch(shape::contains)) {
      return CostModel.limit("level_inside");
    }
    if (layout == Layout.GLUED || !shape.contains(CellShape.NUMBER)) {
      return 0;
    }
    return CostModel.limit(
        typesetNumber(index)
            ? "typeset_number"
            : centredPoints(index) ? "centred_points" : "number_inside");
  }

  private Set<CellShape> shape(int index) {
    return shapes.computeIfAbsent(
        key(index, index + 1), k -> Shapes.of(chunks.get(index).text().replace(" ", "")));
  }

  /** Whether a blank parts a number from the characters beside it, as typesetting puts one. */
  private boolean typesetNumber(int index) {
    return layout == Layout.STREAM && (typesetBlank(index) || typesetBlank(index + 1));
  }

  /**
   * Whether a chunk is a number behind words and before its unit, or that unit and what follows.
   */
  private boolean typesetBlank(int index) {
    if (index <= 0 || index >= chunks.size()) {
      return false;
    }
    String left = chunks.get(index - 1).text();
    String text = chunks.get(index).text();
    if (UNIT.matcher(text).lookingAt()) {
      return Character.isDigit(left.charAt(left.length() - 1)) && Shapes.number(left);
    }
    boolean words = Character.isIdeographic(left.charAt(left.length() - 1));
    if (!words || chunks.get(index).opensLine()) {
      return false;
    }
    String next = index + 1 < chunks.size() ? chunks.get(index + 1).text() : "";
    return Shapes.number(text)
        ? UNIT.matcher(next).lookingAt()
        : COUNTED.matcher(text).lookingAt()
            && !shape(index).contains(CellShape.DATE)
            && !Collections.disjoint(shape(index - 1), TEXTS);
  }

  /** Whether a chunk alone on its line is points: those of a row whose other cells wrap around. */
  private boolean centredPoints(int index) {
    return layout == Layout.STREAM
        && chunks.get(index).separator() == Separator.ALONE
        && Shapes.of(chunks.get(index).text()).contains(CellShape.POINTS);
  }

  /** Whether a cell is that of a row which nobody filled in: 指标2：, …… */
  boolean unfilled(int from, int to) {
    return Shapes.of(text(from, to)).contains(CellShape.ELLIPSIS);
  }

  private List<Chunk> lines(int from, int to) {
    int points = pointsInside(from, to);
    return points < 0
        ? chunks.subList(from, to)
        : Stream.concat(
                chunks.subList(from, points).stream(), chunks.subList(points + 1, to).stream())
            .toList();
  }

  /** Index of the points that stand in the middle of a wrapped cell, or -1. */
  int pointsInside(int from, int to) {
    for (int i = from + 1; i + 1 < to; i++) {
      if (centredPoints(i)) {
        return i;
      }
    }
    return -1;
  }

  /** 显著提升显著提升 without a separator is two cells. */
  private double doubled(int from, int to) {
    if (layout != Layout.GLUED) {
      return 0;
    }
    String text = text(from, to);
    int half = text.length() / 2;
    boolean twice =
        text.length() > 1
            && text.length() % 2 == 0
            && text.substring(0, half).equals(text.substring(half));
    return (twice ? CostModel.limit("twice") : 0) + (LEADING_ZERO.matcher(text).matches() ? 1 : 0);
  }

  private double parted(int index, boolean wraps) {
    Chunk chunk = chunks.get(index);
    if (layout == Layout.STREAM && chunk.opensLine() && wraps) {
      return CostModel.limit("wraps_on");
    }
    boolean blank = layout == Layout.STREAM && chunk.separator() == Separator.GAP;
    return blank && typesetBlank(index)
        ? CostModel.limit("typeset_blank")
        : CostModel.parting(layout, chunk.separator()).join();
  }

  /** That a number and its unit after a blank are cells of their own: 105 万元，媒体报道3次. */
  double unitTorn(int index) {
    String text = chunks.get(index).text();
    return layout == Layout.STREAM
            && chunks.get(index).separator() == Separator.GAP
            && UNIT.matcher(text).lookingAt()
            && Shapes.number(chunks.get(index - 1).text())
        ? CostModel.limit("unit_torn")
        : 0;
  }

  /** Whether a chunk is the unit of the number before it. */
  private boolean unit(int index) {
    Separator separator = chunks.get(index).separator();
    return (separator == Separator.GAP || separator == Separator.TYPESET)
        && QUANTITY.matcher(chunks.get(index - 1).text()).matches()
        && Shapes.of(chunks.get(index).text()).contains(CellShape.MEASURE);
  }

  private static int brackets(String text, int open) {
    int depth = open;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      depth += c == '（' || c == '(' ? 1 : c == '）' || c == ')' ? -1 : 0;
      depth = Math.max(0, depth);
    }
    return depth;
  }

  private double misplaced(int from, int to, int column) {
    Column at = columns.get(column);
    if (at.start() < 0 || chunks.get(from).line() != chunks.get(to - 1).line()) {
      return 0;
    }
    int off =
        Math.min(
            Math.abs(chunks.get(to - 1).end() - at.end()),
            Math.abs(chunks.get(from).start() - at.start()));
    return Math.min(2.5, off * CostModel.limit("misplaced"));
  }

  /** What a cell costs beside those before it in its row. */
  private double context(String text, int column, List<String> row) {
    ColumnType type = columns.get(column).type();
    if (row.isEmpty() || column == 0) {
      return 0;
    }
    if ((type == ColumnType.NOTE || type == ColumnType.TEXT)
        && text.length() > 2
        && fullMarks(column, row)) {
      return CostModel.limit("reason_of_full_marks");
    }
    String left = row.get(column - 1);
    ColumnType leftType = columns.get(column - 1).type();
    if (type == ColumnType.ACTUAL && leftType == ColumnType.TARGET && !left.isEmpty()) {
      if (left.equals(text)) {
        return -CostModel.limit("as_target");
      }
      boolean same = digits(left) == digits(text);
      return same ? 0 : CostModel.limit("unlike_target");
    }
    if (type == ColumnType.POINTS
        && leftType == ColumnType.POINTS
        && Shapes.number(left)
        && Shapes.number(text)) {
      return Double.parseDouble(text) > Double.parseDouble(left)
          ? CostModel.limit("score_above_weight")
          : 0;
    }
    return 0;
  }

  /** Whether all points that can be had stand just before a column. */
  private boolean fullMarks(int column, List<String> row) {
    return column > 1
        && columns.get(column - 1).type() == ColumnType.POINTS
        && columns.get(column - 2).type() == ColumnType.POINTS
        && Shapes.number(row.get(column - 1))
        && row.get(column - 1).equals(row.get(column - 2));
  }

  private static boolean digits(String text) {
    return text.chars().anyMatch(Character::isDigit);
  }

  /** The number of the row that a cell is, else the one before. */
  int ordinal(int from, int to, int column, int before) {
    if (columns.get(column).type() != ColumnType.ORDINAL || to - from > 1) {
      return before;
    }
    String text = chunks.get(from).text();
    return text.length() <= 4 && text.chars().allMatch(Character::isDigit)
        ? Integer.parseInt(text)
        : before;
  }

  /** That the number of a row does not follow that of the row before. */
  double ordinalStep(int from, int to, int column, int before) {
    int number = ordinal(from, to, column, -1);
    return number < 0 || number == before + 1 || before == 0 ? 0 : CostModel.limit("ordinal_step");
  }

  private static long key(int from, int to) {
    return (long) from << 32 | to;
  }
}
