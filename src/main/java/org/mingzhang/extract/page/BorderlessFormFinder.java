package org.mingzhang.extract.page;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Finds performance forms without ruling lines by their header, in which 一级指标 is beside the title
 * of another level. The rows extend to the total of points, the remarks, a wide gap or another
 * header.
 */
final class BorderlessFormFinder {
  /** Largest gap between lines of a form, in font sizes. */
  private static final float MAX_LINE_GAP = 3.2f;

  /**
   * Largest gap between lines as a multiple of the row gap; the larger of this and {@link
   * #MAX_LINE_GAP} applies.
   */
  private static final float MAX_ROW_GAP_FACTOR = 2.2f;

  /** Number of lines above the one that names the levels from which the row gap is estimated. */
  private static final int MAX_HEADER_LINES = 6;

  /** Number of lines from the one that names the levels on from which the row gap is estimated. */
  private static final int LOOKAHEAD_LINES = 60;

  /** The title of a column of levels; a wrapped one may lack 指标. */
  private static final Pattern LEVEL_TITLE = Pattern.compile("[一二三]级(?:指标)?|(?:绩效|具体)?指标名称|具体指标");

  /** A line below the rows of a form. */
  private static final Pattern FORM_END =
      Pattern.compile(
          "(?:总分|合计|总计|自评|评价结论|备注|说明|注[:：]|填[报表]|联系|其他|偏差大|改进措施|单位负责|(?:部门|项目|单位)名称|主管部门).*"
              + "|[^，。]{4,}表|（\\d{4}年度?）");

  private final List<TextLine> lines;

  BorderlessFormFinder(List<TextLine> lines) {
    this.lines = lines;
  }

  /**
   * The lines of a form without ruling lines, with the gap between its rows.
   *
   * @param firstLine index of the first line of its header
   * @param firstBodyLine index of the first line below the header
   * @param endLine index of the line after the last row
   * @param rowGap white space between its rows, in points
   */
  record FormLineRange(int firstLine, int firstBodyLine, int endLine, float rowGap) {}

  /**
   * Finds the next form that begins at or after a line; null if there is none. A header without
   * rows is no form.
   */
  @Nullable FormLineRange findNext(int fromLine) {
    for (int at = fromLine; at < lines.size(); at++) {
      if (!isLevelTitleLine(at)) {
        continue;
      }
      float gap =
          RowGapEstimator.estimate(
              lines.subList(Math.max(fromLine, at - MAX_HEADER_LINES), lookaheadEnd(at)));
      int from = at;
      while (from > fromLine && isClose(from - 1, from, gap)) {
        from--;
      }
      int body = at + 1;
      while (body < lines.size() && isClose(body - 1, body, gap)) {
        body++;
      }
      if (includesFirstLevelTitle(from, body)) {
        int to = findEnd(body, gap);
        if (to > body) {
          return new FormLineRange(from, body, to, gap);
        }
      }
    }
    return null;
  }

  private int lookaheadEnd(int lineIndex) {
    return Math.min(lines.size(), lineIndex + LOOKAHEAD_LINES);
  }

  /**
   * Whether at least two words of a line are titles of levels, or the first halves of wrapped ones.
   */
  private boolean isLevelTitleLine(int index) {
    if (lines.get(index).glyphs().stream().noneMatch(glyph -> glyph.text().equals("级"))) {
      return false; // For speed: most lines do not contain 级, so they cannot be a header.
    }
    return words(lines.get(index)).stream().filter(w -> LEVEL_TITLE.matcher(w).lookingAt()).count()
        > 1;
  }

  /** Whether the joined titles of some lines include the first level and another. */
  private boolean includesFirstLevelTitle(int from, int to) {
    List<String> titles = BorderlessFormColumnFinder.joinTitles(lines.subList(from, to));
    return titles.contains("一级指标")
        && titles.stream().filter(w -> LEVEL_TITLE.matcher(w).matches()).count() > 1;
  }

  private boolean isClose(int upperLine, int lowerLine, float gap) {
    return lines.get(lowerLine).top() - lines.get(upperLine).bottom() < gap;
  }

  /**
   * Finds the index of the line after the last row of a form; {@code firstBodyLine} if the form has
   * no rows.
   *
   * @param firstBodyLine index of the first line of its rows
   * @param rowGap usual gap between rows, in points
   */
  int findEnd(int firstBodyLine, float rowGap) {
    int at = firstBodyLine;
    while (at < lines.size()) {
      float size = lines.get(at).glyphs().getFirst().fontSize();
      float white = at == 0 ? 0 : lines.get(at).top() - lines.get(at - 1).bottom();
      boolean far = white > Math.max(MAX_LINE_GAP * size, MAX_ROW_GAP_FACTOR * rowGap);
      if (far || FORM_END.matcher(lines.get(at).text()).matches() || isLevelTitleLine(at)) {
        return at;
      }
      at++;
    }
    return at;
  }

  private static List<String> words(TextLine line) {
    List<String> words = new ArrayList<>();
    for (XInterval word : XInterval.splitIntoWords(line)) {
      words.add(word.textOn(line));
    }
    return words;
  }
}
