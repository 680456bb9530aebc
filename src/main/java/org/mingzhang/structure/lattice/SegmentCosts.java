package org.mingzhang.structure.lattice;

import java.util.Arrays;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.mingzhang.structure.indicator.IndicatorLevelNames;
import org.mingzhang.text.PatternTable;

/**
 * The costs of joining several chunks into one segment (a cell), independent of its column. Costs
 * are memoized. Confined to one thread and one table.
 */
final class SegmentCosts {
  /**
   * A text of Chinese characters only, such as 指标. At the start of a line it may be the rest of a
   * wrapped cell or a row that was not filled in.
   */
  private static final Pattern HAN_TEXT = Pattern.compile("\\p{IsHan}+");

  /** Maximum number of chunks in a segment, by layout. */
  private static final Map<TextTableLayout, Integer> MAX_CHUNKS =
      Map.of(
          TextTableLayout.CELL_PER_LINE,
          8,
          TextTableLayout.ROW_PER_LINE,
          12,
          TextTableLayout.STREAM,
          16,
          TextTableLayout.SINGLE_LINE,
          12,
          TextTableLayout.PIPE_SEPARATED,
          4,
          TextTableLayout.UNSEPARATED,
          24,
          TextTableLayout.UNSEPARATED_ROWS,
          24);

  private static final int MAX_CHARACTERS = 400;
  private static final Set<CellTextClass> LEVEL_CLASSES =
      EnumSet.of(CellTextClass.LEVEL1, CellTextClass.LEVEL2, CellTextClass.EITHER_LEVEL);
  private static final Pattern LEADING_ZERO = Pattern.compile("0\\d.*");
  private static final PatternTable PATTERNS = PatternTable.readForPackageOf(SegmentCosts.class);
  private static final Pattern NUMBER_BEFORE_TEXT = PATTERNS.get("number-before-text");
  private static final Pattern UNIT = PATTERNS.get("unit");
  private static final Pattern END_OF_LIST_ITEM = Pattern.compile("[；;。]$");
  private static final Pattern FURTHER_LIST_ITEM =
      Pattern.compile(
          "(?:[2-9]|1\\d)(?:[.．](?!\\d)|、)|[（(](?:[2-9]|1\\d|[二三四五六七八九十])[）)]|[②-⑳]|[二三四五六七八九十]、");
  private final List<Chunk> chunks;
  private final TextTableLayout layout;
  private final int maxChunks;
  private final SegmentTexts texts;
  private final AutoSpacingDetector autoSpacing;
  private final CenteredPointsFinder centeredPointsFinder;
  private final double[] costs;
  private final double[] unusualContentCosts;

  SegmentCosts(List<Chunk> chunks, TextTableLayout layout) {
    this.chunks = chunks;
    this.layout = layout;
    this.maxChunks = MAX_CHUNKS.getOrDefault(layout, 1);
    this.texts = new SegmentTexts(chunks, maxChunks);
    this.autoSpacing = new AutoSpacingDetector(chunks, layout, texts);
    this.centeredPointsFinder = new CenteredPointsFinder(chunks, layout, texts);
    this.costs = new double[texts.segmentIndexCount()];
    this.unusualContentCosts = new double[texts.segmentIndexCount()];
    Arrays.fill(costs, Double.NaN);
  }

  /** Tells which points (分值) stand on a line of their own within their row. */
  CenteredPointsFinder centeredPointsFinder() {
    return centeredPointsFinder;
  }

  /**
   * The text of the chunks of a segment, joined by a blank between two Latin letters and by nothing
   * otherwise.
   */
  String text(int from, int to) {
    return texts.text(from, to);
  }

  /** Maximum number of chunks of a segment that begins at a chunk. */
  int maxSegmentLength(int from) {
    return Math.min(maxChunks, chunks.size() - from);
  }

  /** The classes of the text of a segment without its blanks. */
  Set<CellTextClass> textClasses(int from, int to) {
    return texts.classes(from, to);
  }

  /**
   * The cost of joining the chunks of a segment; infinite if a separator between them never joins
   * cells, or if several chunks have more than {@link #MAX_CHARACTERS} characters in all.
   */
  double cost(int from, int to) {
    int segment = texts.segmentIndex(from, to);
    if (Double.isNaN(costs[segment])) {
      costs[segment] = computeCost(from, to);
    }
    return costs[segment];
  }

  /**
   * The part of {@link #cost} that is due to texts that are rarely inside a cell. Call {@link
   * #cost} for the segment first; until then this is 0.
   */
  double unusualContentCost(int from, int to) {
    return unusualContentCosts[texts.segmentIndex(from, to)];
  }

  private double computeCost(int from, int to) {
    double sum = 0;
    double inner = 0;
    int open = bracketDepthAfter(chunks.get(from).text(), 0);
    int length = chunks.get(from).text().length();
    boolean wraps = false;
    for (int i = from + 1; i < to; i++) {
      Chunk chunk = chunks.get(i);
      length += chunk.text().length();
      sum +=
          open > 0
              ? 0
              : autoSpacing.isUnit(i)
                  ? LatticeCosts.parameter("unit")
                  : joinAcrossSeparatorCost(i, wraps);
      wraps |= chunk.opensLine();
      inner +=
          open > 0 || autoSpacing.isUnit(i) || chunk.separator() == Separator.AUTO_SPACING
              ? 0
              : unusualChunkCost(i);
      open = bracketDepthAfter(chunk.text(), open);
    }
    boolean typeset =
        to - from > 1
            && (autoSpacing.isUnit(from + 1)
                || chunks.get(from + 1).separator() == Separator.AUTO_SPACING);
    inner += to - from > 1 && !typeset ? unusualChunkCost(from) : 0;
    inner += endsWithLevel(from, to) ? LatticeCosts.parameter("level_inside") : 0;
    unusualContentCosts[texts.segmentIndex(from, to)] = inner;
    double torn = open > 0 ? LatticeCosts.parameter("open_bracket") : 0;
    return length > MAX_CHARACTERS && to - from > 1
        ? LatticeCosts.INFINITE_COST
        : sum + inner + torn + repetitionOrLeadingZeroCost(from, to);
  }

  /**
   * Whether a segment can be the name of one level: after a complete name, only the word 指标 and
   * points may follow.
   */
  boolean mayBeLevelName(int from, int to) {
    String first = chunks.get(from).text();
    String rest = text(from, to).substring(first.length());
    boolean whole = !Collections.disjoint(texts.classes(from), LEVEL_CLASSES);
    return !whole || NUMBER_BEFORE_TEXT.matcher(rest).matches();
  }

  /**
   * Whether a segment begins with other text and ends with the name of a level, which is broken
   * over lines. False in other layouts than {@link TextTableLayout#STREAM}.
   */
  private boolean endsWithLevel(int from, int to) {
    for (int i = from + 1; layout == TextTableLayout.STREAM && i + 1 < to; i++) {
      String end = text(i, to);
      if (end.length() > 3 && IndicatorLevelNames.isLevelName(end)) {
        return true;
      }
    }
    return false;
  }

  /**
   * The cost of a chunk inside a segment that is rarely part of a cell: the name of a level, a
   * placeholder, a dash or a bare number. 0 for other chunks.
   */
  private double unusualChunkCost(int index) {
    Set<CellTextClass> textClass = texts.classes(index);
    if (chunks.get(index).text().length() > 3
        && LEVEL_CLASSES.stream().anyMatch(textClass::contains)) {
      return LatticeCosts.parameter("level_inside");
    }
    boolean word = HAN_TEXT.matcher(chunks.get(index).text()).matches();
    if (!layout.hasNoSeparators() && textClass.contains(CellTextClass.ELLIPSIS) && !word) {
      return LatticeCosts.parameter("ellipsis_inside");
    }
    if (layout == TextTableLayout.ROW_PER_LINE
        && textClass.contains(CellTextClass.NO_VALUE)
        && !word) {
      return LatticeCosts.parameter("dash_inside");
    }
    if (layout.hasNoSeparators() || !textClass.contains(CellTextClass.NUMBER)) {
      return 0;
    }
    return LatticeCosts.parameter(
        autoSpacing.isNumberWithAutoSpacing(index)
            ? "typeset_number"
            : centeredPointsFinder.isCenteredPoints(index) ? "centered_points" : "number_inside");
  }

  /**
   * The cost of a text that is the same word twice (显著提升显著提升) or a number with a leading zero. In
   * text without separators these are two cells.
   */
  private double repetitionOrLeadingZeroCost(int from, int to) {
    if (!layout.hasNoSeparators()) {
      return 0;
    }
    String text = text(from, to);
    int half = text.length() / 2;
    boolean twice =
        text.length() > 1
            && text.length() % 2 == 0
            && text.substring(0, half).equals(text.substring(half));
    return (twice ? LatticeCosts.parameter("twice") : 0)
        + (LEADING_ZERO.matcher(text).matches() ? 1 : 0);
  }

  private double joinAcrossSeparatorCost(int index, boolean isTextWrapped) {
    Chunk chunk = chunks.get(index);
    if (layout == TextTableLayout.STREAM && chunk.opensLine() && isTextWrapped) {
      return LatticeCosts.parameter("wraps_on");
    }
    boolean blank = layout == TextTableLayout.STREAM && chunk.separator() == Separator.BLANK;
    return blank && autoSpacing.hasAutoSpacingBefore(index)
        ? LatticeCosts.parameter("typeset_blank")
        : LatticeCosts.separatorCosts(layout, chunk.separator()).joinCost();
  }

  /**
   * The part of {@link #cost} that does not count in a cell of sentences, because its chunks are
   * the items of one list: a line that begins with a list number other than the first, below a line
   * that ends an item (1.培训64人； above 2.改造50户。).
   */
  double listItemsDiscount(int from, int to) {
    double sum = 0;
    for (int i = from + 1; i < to; i++) {
      if (chunks.get(i).opensLine()
          && END_OF_LIST_ITEM.matcher(chunks.get(i - 1).text()).find()
          && FURTHER_LIST_ITEM.matcher(chunks.get(i).text()).lookingAt()) {
        sum += joinAcrossSeparatorCost(i, false) - LatticeCosts.parameter("further_point");
      }
    }
    return sum;
  }

  /** The cost of starting a cell with the unit of the preceding number: 105 万元，媒体报道3次. */
  double detachedUnitCost(int index) {
    String text = chunks.get(index).text();
    return layout == TextTableLayout.STREAM
            && chunks.get(index).separator() == Separator.BLANK
            && UNIT.matcher(text).lookingAt()
            && CellTextClassifier.isNumber(chunks.get(index - 1).text())
        ? LatticeCosts.parameter("unit_torn")
        : 0;
  }

  private static int bracketDepthAfter(String text, int depthBefore) {
    int depth = depthBefore;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      depth += c == '（' || c == '(' ? 1 : c == '）' || c == ')' ? -1 : 0;
      depth = Math.max(0, depth);
    }
    return depth;
  }
}
