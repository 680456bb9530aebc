package org.mingzhang.structure.lattice;

import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.mingzhang.structure.indicator.LevelWords;

/**
 * What it costs that several chunks of text are one cell, whichever column it is in. Confined to
 * one thread and one table.
 */
final class Joins {
  /** 目标, 指标: the end of a wrapped cell as well as a row that nobody filled in. */
  private static final Pattern HAN = Pattern.compile("\\p{IsHan}+");

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
          24,
          Layout.GLUED_ROWS,
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
  private static final Pattern LATIN = Pattern.compile("[A-Za-z]");
  private final List<Chunk> chunks;
  private final Layout layout;
  private final int most;
  private final Cell[] cells;
  private final boolean[] centredPoints;

  /** What is known of the chunks that may be one cell. Confined to one thread. */
  private static final class Cell {
    private final String text;
    private final Set<CellShape> shape;
    private double cost = Double.NaN;
    private double inner;

    Cell(String text) {
      this.text = text;
      this.shape = Shapes.of(text.replace(" ", ""));
    }
  }

  Joins(List<Chunk> chunks, Layout layout) {
    this.chunks = chunks;
    this.layout = layout;
    this.most = LONGEST.getOrDefault(layout, 1);
    this.cells = new Cell[chunks.size() * most];
    this.centredPoints = new boolean[chunks.size()];
    for (int i = 0; layout == Layout.STREAM && i < chunks.size(); i++) {
      centredPoints[i] =
          chunks.get(i).separator() == Separator.ALONE && shape(i).contains(CellShape.POINTS);
    }
  }

  private Cell cell(int from, int to) {
    int key = from * most + to - from - 1;
    Cell known = cells[key];
    if (known == null) {
      known = new Cell(joined(from, to));
      cells[key] = known;
    }
    return known;
  }

  /** Most chunks of the cell that begins with a chunk. */
  int longest(int from) {
    return Math.min(most, chunks.size() - from);
  }

  /** The text of a cell. */
  String text(int from, int to) {
    return cell(from, to).text;
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

  /** The shapes of a cell. */
  Set<CellShape> shape(int from, int to) {
    return cell(from, to).shape;
  }

  /** What it costs that chunks are one cell. */
  double cost(int from, int to) {
    Cell cell = cell(from, to);
    if (Double.isNaN(cell.cost)) {
      cell.cost = join(from, to, cell);
    }
    return cell.cost;
  }

  /** The part of that cost which is for what stands inside of the cell. */
  double inner(int from, int to) {
    return cell(from, to).inner;
  }

  /** That the chunks of a cell are one. */
  private double join(int from, int to, Cell cell) {
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
    cell.inner = inner;
    double torn = open > 0 ? CostModel.limit("open_bracket") : 0;
    return length > MOST_CHARACTERS && to - from > 1
        ? CostModel.NEVER
        : sum + inner + torn + doubled(from, to);
  }

  /**
   * Whether the chunks of a level's name are one name: no whole one with more than points behind.
   */
  boolean torn(int from, int to) {
    String first = chunks.get(from).text();
    String rest = text(from, to).substring(first.length());
    boolean whole = !Collections.disjoint(shape(from), LEVELS);
    return !whole || REST.matcher(rest).matches();
  }

  /** Whether a broken name of a level ends a cell that begins with more. */
  private boolean levelBehind(int from, int to) {
    for (int i = from + 1; layout == Layout.STREAM && i + 1 < to; i++) {
      String end = text(i, to);
      if (end.length() > 3 && (LevelWords.isLevel(end))) {
        return true;
      }
    }
    return false;
  }

  /** The name of a level, or a bare number between words, is seldom a part of a cell. */
  private double inside(int index) {
    Set<CellShape> shape = shape(index);
    if (chunks.get(index).text().length() > 3 && LEVELS.stream().anyMatch(shape::contains)) {
      return CostModel.limit("level_inside");
    }
    boolean word = HAN.matcher(chunks.get(index).text()).matches();
    if (!layout.glued() && shape.contains(CellShape.ELLIPSIS) && !word) {
      return CostModel.limit("ellipsis_inside");
    }
    if (layout.glued() || !shape.contains(CellShape.NUMBER)) {
      return 0;
    }
    return CostModel.limit(
        typesetNumber(index)
            ? "typeset_number"
            : centredPoints(index) ? "centred_points" : "number_inside");
  }

  private Set<CellShape> shape(int index) {
    return shape(index, index + 1);
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
    return centredPoints[index];
  }

  /** The chunks of a cell without points that stand in the middle of it. */
  List<Chunk> lines(int from, int to) {
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
    if (!layout.glued()) {
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
        && shape(index).contains(CellShape.MEASURE);
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
}
