package org.mingzhang.structure.indicator;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The header of a form that was extracted as text, broken over up to a dozen lines.
 *
 * @param lines number of lines it takes
 * @param titles titles of the columns, in order
 * @param roles roles of the columns after the two levels: name, target, result, points, note
 * @param targetWidth width of the target's column in Chinese characters, as the header broke in it
 * @param actualWidth width of the result's column
 */
record FlowHeader(
    int lines,
    List<String> titles,
    List<IndicatorRole> roles,
    double targetWidth,
    double actualWidth) {
  private static final int MOST_LINES = 14;
  private static final double USUAL_WIDTH = 5;
  private static final String TAIL = "((?:[（(][^（()）]{1,8}[）)])?)";
  private static final Pattern HEADER =
      Pattern.compile(
          "(一级指标)(二级指标)(三级指标)((?:年初|年度|全年|预期|计划)?(?:绩效)?(?:目标值|指标值|预期值|目标))"
              + TAIL
              + "((?:年度|全年)?(?:实际)?完成(?:指标)?(?:值|情况)|全年实际(?:完成)?值)?"
              + TAIL
              + "(分值|权重)?"
              + TAIL
              + "((?:自评)?得分)?"
              + TAIL
              + "((?:偏差|未完成)原因.{0,3}(?:分析)?.{0,3}(?:改进措施)?|备注)?");

  /** Reads the header that starts with 一级 on the first of these lines, or null. */
  static @Nullable FlowHeader at(List<FlowLine> lines, int from) {
    if (!lines.get(from).tight().startsWith("一级")) {
      return null;
    }
    StringBuilder text = new StringBuilder();
    FlowHeader found = null;
    for (int i = from; i < Math.min(lines.size(), from + MOST_LINES); i++) {
      text.append(lines.get(i).tight());
      Matcher matcher = HEADER.matcher(text);
      if (matcher.matches()) {
        found = read(matcher, lines.subList(from, i + 1));
      }
    }
    return found;
  }

  private static FlowHeader read(Matcher matcher, List<FlowLine> lines) {
    List<String> titles = new ArrayList<>();
    List<IndicatorRole> roles = new ArrayList<>();
    for (int group : new int[] {1, 2, 3, 4, 6, 8, 10, 12}) {
      String title = matcher.group(group);
      IndicatorRole role = title == null ? null : IndicatorRole.of(title);
      if (title != null && role != null) {
        titles.add(title);
        roles.add(role);
      }
    }
    return new FlowHeader(
        lines.size(),
        titles,
        roles,
        width(lines, matcher.group(4)),
        width(lines, matcher.group(6)));
  }

  /** A title that broke tells how wide its column is. */
  private static double width(List<FlowLine> lines, @Nullable String title) {
    for (FlowLine line : lines) {
      for (String piece : line.pieces()) {
        if (title != null
            && piece.length() < title.length()
            && piece.length() > 2
            && title.startsWith(piece)) {
          return FlowLine.width(piece);
        }
      }
    }
    return USUAL_WIDTH;
  }

  boolean has(IndicatorRole role) {
    return roles.contains(role);
  }
}
