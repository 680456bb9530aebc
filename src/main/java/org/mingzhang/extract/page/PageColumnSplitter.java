package org.mingzhang.extract.page;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Divides a page set in two columns into parts that are read one after the other: what is above the
 * columns, the left one, the right one, and what is below them.
 *
 * <p>A page has two columns if a vertical strip near its middle is empty over a good part of its
 * height, the lines left of it are prose that is wrapped at the strip, and right of it is prose or
 * a ruled table. The columns of a table without lines are no such prose: their texts are short, or
 * begin behind another column.
 */
final class PageColumnSplitter {
  /**
   * Smallest distance of the strip from either side of the page, as a share of the page's width.
   */
  private static final float MIN_STRIP_POSITION = 0.36f;

  /** Minimum height of an empty strip, as a share of the height of the highest strip. */
  private static final double MIN_HEIGHT_RATIO = 0.85;

  /** Half the smallest width of the strip, in points. */
  private static final float HALF_STRIP_WIDTH = 4;

  /** Minimum height of the columns, as a share of the height of the page. */
  private static final float MIN_HEIGHT_SHARE = 0.3f;

  /** Minimum number of ideographs in a line of prose. */
  private static final int MIN_PROSE_LENGTH = 12;

  /** Minimum number of lines of prose in the left column. */
  private static final int MIN_LEFT_COLUMN_LINES = 3;

  /** Minimum number of lines of prose in the right column. */
  private static final int MIN_RIGHT_COLUMN_LINES = 2;

  /**
   * Largest gap inside a line of prose, and between the right ends of the line and its column, in
   * font sizes.
   */
  private static final float MAX_GAP_IN_PROSE = 2;

  /** Largest indent of a line of prose in its column, in font sizes. */
  private static final float MAX_INDENT = 3;

  /** Minimum number of horizontal rulings, and of vertical ones, of a table. */
  private static final int MIN_RULINGS_OF_TABLE = 3;

  private final PageContent page;
  private final List<Glyph> inkedGlyphs;

  private PageColumnSplitter(PageContent page) {
    this.page = page;
    this.inkedGlyphs = page.glyphs().stream().filter(g -> !g.isBlank()).toList();
  }

  /**
   * The parts of a page in reading order, some of which may be empty, each with positions from its
   * own left edge; the page alone if it is not set in two columns.
   */
  static List<PageContent> split(PageContent page) {
    return new PageColumnSplitter(page).split();
  }

  /**
   * A vertical strip, in points.
   *
   * @param x its middle
   * @param top where the columns begin
   * @param bottom where they end
   */
  private record Strip(float x, float top, float bottom) {
    float height() {
      return bottom - top;
    }

    Strip tallerOf(float otherTop, float otherBottom) {
      return otherBottom - otherTop > height() ? new Strip(x, otherTop, otherBottom) : this;
    }

    boolean containsHeightOf(CenterPoint middle) {
      return middle.y() >= top && middle.y() < bottom;
    }
  }

  /** The box of a glyph or ruling; the box of a ruling is a line. */
  private record InkBox(float left, float right, float top, float bottom) {
    static InkBox of(Glyph glyph) {
      return new InkBox(glyph.left(), glyph.right(), glyph.top(), glyph.bottom());
    }

    static InkBox of(Ruling ruling) {
      return ruling.horizontal()
          ? new InkBox(ruling.start(), ruling.end(), ruling.position(), ruling.position())
          : new InkBox(ruling.position(), ruling.position(), ruling.start(), ruling.end());
    }

    boolean overlapsHorizontally(float from, float to) {
      return left < to && right > from;
    }
  }

  /** The middle of a glyph or ruling. */
  private record CenterPoint(float x, float y) {
    static CenterPoint of(Glyph glyph) {
      return new CenterPoint(glyph.centerX(), glyph.centerY());
    }

    static CenterPoint of(Ruling ruling) {
      float middle = (ruling.start() + ruling.end()) / 2;
      return ruling.horizontal()
          ? new CenterPoint(middle, ruling.position())
          : new CenterPoint(ruling.position(), middle);
    }
  }

  private List<PageContent> split() {
    if (inkedGlyphs.size() < (MIN_LEFT_COLUMN_LINES + MIN_RIGHT_COLUMN_LINES) * MIN_PROSE_LENGTH) {
      return List.of(page);
    }
    Strip strip = findStrip();
    if (strip.height() < MIN_HEIGHT_SHARE * page.height()
        || countProseLines(strip, true) < MIN_LEFT_COLUMN_LINES
        || (countProseLines(strip, false) < MIN_RIGHT_COLUMN_LINES && !hasTableAtRight(strip))) {
      return List.of(page);
    }
    return List.of(
        cutOutPart(0, page.width(), g -> g.y() < strip.top()),
        cutOutPart(0, strip.x(), g -> strip.containsHeightOf(g) && g.x() < strip.x()),
        cutOutPart(strip.x(), page.width(), g -> strip.containsHeightOf(g) && g.x() >= strip.x()),
        cutOutPart(0, page.width(), g -> g.y() >= strip.bottom()));
  }

  /**
   * The strip in the middle of the widest run of strips whose empty height is at least {@link
   * #MIN_HEIGHT_RATIO} of the greatest. The highest strip itself is not used: it may be the one
   * directly beside a page number at the foot of the page, at the edge of the gap between the
   * columns.
   */
  private Strip findStrip() {
    List<InkBox> ink = findInkNearMiddle();
    List<Strip> strips = new ArrayList<>();
    float end = page.width() * (1 - MIN_STRIP_POSITION);
    for (float x = page.width() * MIN_STRIP_POSITION; x <= end; x++) {
      strips.add(findTallestEmptyStripAt(x, ink));
    }
    double height = strips.stream().mapToDouble(Strip::height).max().orElse(0) * MIN_HEIGHT_RATIO;
    int start = 0;
    int bestStart = 0;
    int bestEnd = 0;
    for (int i = 0; i <= strips.size(); i++) {
      if (i == strips.size() || strips.get(i).height() < height) {
        start = i + 1;
      } else if (i + 1 - start > bestEnd - bestStart) {
        bestStart = start;
        bestEnd = i + 1;
      }
    }
    return strips.get((bestStart + bestEnd) / 2);
  }

  /** The ink that may cross a strip near the middle of the page, from top to bottom. */
  private List<InkBox> findInkNearMiddle() {
    float left = page.width() * MIN_STRIP_POSITION - 2 * HALF_STRIP_WIDTH;
    float right = page.width() - left;
    return Stream.concat(
            inkedGlyphs.stream().map(InkBox::of), page.rulings().stream().map(InkBox::of))
        .filter(ink -> ink.overlapsHorizontally(left, right))
        .sorted(Comparator.comparingDouble(InkBox::top))
        .toList();
  }

  /**
   * The strip at {@code x} over the largest height in which no ink crosses it.
   *
   * @param inkFromTop the ink that may cross it, from top to bottom
   */
  private Strip findTallestEmptyStripAt(float x, List<InkBox> inkFromTop) {
    Strip best = new Strip(x, 0, 0);
    float top = 0;
    for (InkBox next : inkFromTop) {
      if (next.overlapsHorizontally(x - HALF_STRIP_WIDTH, x + HALF_STRIP_WIDTH)) {
        best = best.tallerOf(top, next.top());
        top = Math.max(top, next.bottom());
      }
    }
    return best.tallerOf(top, page.height());
  }

  /**
   * The number of lines of prose at one side of a strip that begin at the left edge of their column
   * or a little to its right. In the left column only those that end near its right edge are
   * counted.
   */
  private int countProseLines(Strip strip, boolean atLeft) {
    List<TextLine> lines =
        new LineAssembler()
            .assembleLines(
                inkedGlyphs.stream()
                    .filter(
                        g ->
                            strip.containsHeightOf(CenterPoint.of(g))
                                && g.centerX() < strip.x() == atLeft)
                    .toList());
    double left = lines.stream().mapToDouble(TextLine::left).min().orElse(0);
    List<TextLine> prose = lines.stream().filter(PageColumnSplitter::isProse).toList();
    double right = prose.stream().mapToDouble(TextLine::right).max().orElse(0);
    return (int)
        prose.stream()
            .filter(
                line -> {
                  float size = line.glyphs().getFirst().fontSize();
                  return line.left() - left <= MAX_INDENT * size
                      && (!atLeft || right - line.right() <= MAX_GAP_IN_PROSE * size);
                })
            .count();
  }

  private static boolean isProse(TextLine line) {
    List<Glyph> glyphs = line.glyphs();
    for (int i = 1; i < glyphs.size(); i++) {
      if (glyphs.get(i).left() - glyphs.get(i - 1).right()
          > MAX_GAP_IN_PROSE * glyphs.get(i).fontSize()) {
        return false;
      }
    }
    String text = line.text();
    long ideographs = text.codePoints().filter(Character::isIdeographic).count();
    return ideographs >= MIN_PROSE_LENGTH && ideographs * 10 >= text.length() * 6L;
  }

  /** Whether rulings on both axes right of a strip make a table. */
  private boolean hasTableAtRight(Strip strip) {
    long across = countRulingsAtRight(strip, true);
    long down = countRulingsAtRight(strip, false);
    return across >= MIN_RULINGS_OF_TABLE && down >= MIN_RULINGS_OF_TABLE;
  }

  private long countRulingsAtRight(Strip strip, boolean horizontal) {
    return page.rulings().stream()
        .filter(r -> r.horizontal() == horizontal)
        .map(CenterPoint::of)
        .filter(m -> m.x() > strip.x() && strip.containsHeightOf(m))
        .count();
  }

  /** A part of the page whose positions begin at {@code left}. */
  private PageContent cutOutPart(float left, float right, Predicate<CenterPoint> isWithin) {
    return new PageContent(
        page.number(),
        right - left,
        page.height(),
        page.glyphs().stream()
            .filter(g -> isWithin.test(CenterPoint.of(g)))
            .map(g -> shift(g, left))
            .toList(),
        page.rulings().stream()
            .filter(r -> isWithin.test(CenterPoint.of(r)))
            .map(r -> shift(r, left))
            .toList());
  }

  private static Glyph shift(Glyph glyph, float distance) {
    return new Glyph(
        glyph.text(),
        glyph.left() - distance,
        glyph.top(),
        glyph.right() - distance,
        glyph.bottom(),
        glyph.fontSize(),
        glyph.bold());
  }

  private static Ruling shift(Ruling ruling, float distance) {
    return ruling.horizontal()
        ? Ruling.horizontal(ruling.position(), ruling.start() - distance, ruling.end() - distance)
        : Ruling.vertical(ruling.position() - distance, ruling.start(), ruling.end());
  }
}
