package org.mingzhang.structure.clean;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.mingzhang.model.Block;
import org.mingzhang.model.TextBlock;
import org.mingzhang.model.TextBlock.Layout;
import org.mingzhang.text.EastAsianWidth;
import org.mingzhang.text.PatternTable;

/**
 * The line breaks of a document. Determines whether a line is full from its position on the page if
 * that is known, otherwise from its width in characters. The tests for indents, centering and
 * emphasis return false if the position is not known.
 */
final class LineBreaks {
  private static final int MIN_LONG_LINE_WIDTH = 18;

  /**
   * Sentence punctuation. Lines without it may be table rows, whose widths do not show where lines
   * are wrapped.
   */
  private static final Pattern SENTENCE_PUNCTUATION = Pattern.compile("[，。；]");

  private static final float MIN_DISPLAY_SIZE_RATIO = 1.1f;

  private static final String PARAGRAPH_END_CHARACTERS = "。；：:！？;表0123456789";
  private static final PatternTable PATTERNS = PatternTable.readForPackageOf(LineBreaks.class);
  private static final Set<String> TITLE_ENDINGS = PATTERNS.getWords("last-word-of-title");

  /** Text in which lines are never broken: a number with its sign, a Latin word. */
  private static final Pattern WORD = Pattern.compile("[\\p{Alnum}.,%+-]{2,}");

  private final double wrapWidth;
  private final float bodyFontSize;
  private final Map<Integer, TextEdges> edgesByPageWidth;

  private LineBreaks(
      double wrapWidth, float bodyFontSize, Map<Integer, TextEdges> edgesByPageWidth) {
    this.wrapWidth = wrapWidth;
    this.bodyFontSize = bodyFontSize;
    this.edgesByPageWidth = edgesByPageWidth;
  }

  /** Determines the line breaks of a document from all its lines. */
  static LineBreaks measure(List<Block> blocks) {
    WrapWidth all = new WrapWidth();
    WrapWidth prose = new WrapWidth();
    Map<Integer, List<Layout>> layouts = new HashMap<>();
    Map<Integer, List<Float>> starts = new HashMap<>();
    for (Block block : blocks) {
      if (block instanceof TextBlock text && text.kind() == TextBlock.Kind.LINE) {
        double width = EastAsianWidth.measure(text.text());
        boolean ended = endsParagraph(text.text());
        all.addLineWidth(width, ended);
        if (SENTENCE_PUNCTUATION.matcher(text.text()).find()) {
          prose.addLineWidth(width, ended);
        }
        if (text.layout() != null) {
          int page = Math.round(text.layout().pageWidth());
          starts.computeIfAbsent(page, k -> new ArrayList<>()).add(text.layout().left());
          if (width >= MIN_LONG_LINE_WIDTH) {
            layouts.computeIfAbsent(page, k -> new ArrayList<>()).add(text.layout());
          }
        }
      }
    }
    Map<Integer, TextEdges> edgesByPageWidth = new HashMap<>();
    layouts.forEach(
        (page, places) ->
            edgesByPageWidth.put(
                page, TextEdges.estimate(places, starts.getOrDefault(page, List.of()))));
    double wrap = prose.isKnown() ? prose.width() : all.width();
    return new LineBreaks(wrap, medianFontSize(layouts.values()), edgesByPageWidth);
  }

  /**
   * Whether a line ends its paragraph or heading, so that its width does not show where lines are
   * wrapped.
   */
  private static boolean endsParagraph(String line) {
    String text = line.stripTrailing();
    return !text.isEmpty()
        && (PARAGRAPH_END_CHARACTERS.indexOf(text.charAt(text.length() - 1)) >= 0
            || TITLE_ENDINGS.stream().anyMatch(text::endsWith));
  }

  /** The median font size of the longer lines in points; 0 if no positions are known. */
  private static float medianFontSize(Collection<List<Layout>> layouts) {
    List<Float> sizes =
        layouts.stream().flatMap(List::stream).map(Layout::fontSize).sorted().toList();
    return sizes.isEmpty() ? 0 : sizes.get(sizes.size() / 2);
  }

  /** Whether enough lines are wrapped at the same width to judge lines without positions by it. */
  boolean hasWrapWidth() {
    return wrapWidth < Double.POSITIVE_INFINITY;
  }

  /** Whether a line reaches the right edge, so that its paragraph may continue. */
  boolean reachesRightEdge(TextBlock line) {
    @Nullable TextEdges edges = edgesOfPage(line);
    Layout layout = line.layout();
    if (edges == null || layout == null) {
      return EastAsianWidth.measure(line.text()) >= wrapWidth - WrapWidth.WIDTH_TOLERANCE - 0.5;
    }
    return layout.right() >= edges.right - 1.6f * layout.fontSize();
  }

  /** Whether a line ends before the right edge only because the next number or word did not fit. */
  boolean isWrappedBefore(TextBlock line, TextBlock next) {
    @Nullable TextEdges edges = edgesOfPage(line);
    Layout layout = line.layout();
    Matcher word = WORD.matcher(next.text());
    return edges != null
        && layout != null
        && word.lookingAt()
        && layout.right() + (word.end() + 1) * layout.fontSize() / 2 > edges.right;
  }

  /** Whether a line is indented, as the first line of a paragraph is. */
  boolean isIndented(TextBlock line) {
    @Nullable TextEdges edges = edgesOfPage(line);
    Layout layout = line.layout();
    return edges != null && layout != null && layout.left() > edges.left + 1.2f * layout.fontSize();
  }

  /** Whether a line's position and the edges of the text on pages of its width are known. */
  boolean hasPosition(TextBlock line) {
    return edgesOfPage(line) != null;
  }

  /** Whether a line is bold, or larger than body text. */
  boolean isLargerOrBolderThanBody(TextBlock line) {
    Layout layout = line.layout();
    return layout != null
        && (layout.bold() || layout.fontSize() > MIN_DISPLAY_SIZE_RATIO * bodyFontSize);
  }

  /** Whether a line is centered and away from both edges. */
  boolean isCentered(TextBlock line) {
    @Nullable TextEdges edges = edgesOfPage(line);
    Layout layout = line.layout();
    if (edges == null || layout == null) {
      return false;
    }
    float middle = (layout.left() + layout.right()) / 2;
    return Math.abs(middle - layout.pageWidth() / 2) < 1.5f * layout.fontSize()
        && layout.left() > edges.left + 2.5f * layout.fontSize()
        && layout.right() < edges.right - 2.5f * layout.fontSize();
  }

  private @Nullable TextEdges edgesOfPage(TextBlock line) {
    Layout layout = line.layout();
    return layout == null ? null : edgesByPageWidth.get(Math.round(layout.pageWidth()));
  }

  /**
   * The left and right edges of the text on all pages of the same width.
   *
   * @param left left edge of a paragraph's second line, in points
   * @param right right edge of a full line, in points
   */
  private record TextEdges(float left, float right) {
    private static final float EDGE_TOLERANCE = 1.5f;
    private static final float MAX_INDENT = 36;
    private static final int MIN_LINE_STARTS = 3;

    /**
     * Estimates the edges of the text on all pages of the same width.
     *
     * @param lines layouts of the longer lines
     * @param lineStarts left edges of all lines
     */
    static TextEdges estimate(List<Layout> lines, List<Float> lineStarts) {
      List<Float> lefts = new ArrayList<>();
      List<Float> rights = new ArrayList<>();
      for (Layout line : lines) {
        lefts.add(line.left());
        rights.add(line.right());
      }
      Collections.sort(lefts);
      Collections.sort(rights);
      float left = lefts.get((int) (lefts.size() * 0.12));
      return new TextEdges(
          estimateLeftEdge(lineStarts, left),
          rights.get(Math.min(rights.size() - 1, (int) (rights.size() * 0.85))));
    }

    /**
     * Corrects an estimated left edge that may be the indent of first lines, because few paragraphs
     * have a second line. Returns the leftmost position at most {@link #MAX_INDENT} points to the
     * left of it where at least {@link #MIN_LINE_STARTS} lines start, or the estimate itself.
     *
     * @param left the estimated edge, in points
     */
    private static float estimateLeftEdge(List<Float> lineStarts, float left) {
      List<Float> outside =
          lineStarts.stream()
              .filter(s -> s < left - EDGE_TOLERANCE && s > left - MAX_INDENT)
              .sorted()
              .toList();
      for (float edge : outside) {
        long there = outside.stream().filter(s -> Math.abs(s - edge) <= EDGE_TOLERANCE).count();
        if (there >= MIN_LINE_STARTS) {
          return edge;
        }
      }
      return left;
    }
  }
}
