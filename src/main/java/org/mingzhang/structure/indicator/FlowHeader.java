package org.mingzhang.structure.indicator;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The header of a form that was extracted as text, broken over up to a dozen lines: the names of
 * the levels, then the other columns in any order.
 *
 * @param lines number of lines it takes
 * @param lead titles before the levels' in lists of several projects
 * @param titles titles of the columns, in order
 * @param roles roles of the columns: levels, name, then target, result, points and note as printed
 * @param targetWidth width of the target's column in Chinese characters, as the header broke in it
 * @param actualWidth width of the result's column
 */
public record FlowHeader(
    int lines,
    List<String> lead,
    List<String> titles,
    List<IndicatorRole> roles,
    double targetWidth,
    double actualWidth) {
  private static final int MOST_LINES = 14;
  private static final double USUAL_WIDTH = 5;

  /** A label and so many titles torn in two may stand in a header whose cells are whole. */
  private static final int MOST_TORN = 4;

  private static final String LABEL = "^(?:年度|项目)?(?:绩效)?指标(?:完成情况)?(?=一级)";
  private static final Pattern LEAD =
      Pattern.compile(
          "(?:序号|(?:主管部门|预算单位|单位名称|单位|部门)|(?:项目|专项)(?:支出)?名称|(?:项目|预算|资金)?(?:金额|预算数)"
              + "|(?:年度|项目|总体)?(?:绩效|总体)?目标(?:内容|描述)?)");
  private static final List<IndicatorRole> LEVEL_ROLES =
      List.of(IndicatorRole.LEVEL1, IndicatorRole.LEVEL2, IndicatorRole.LEVEL3);
  private static final Pattern LEVELS =
      Pattern.compile("(一级指标)(二级指标)?(三级指标|(?:绩效|具体)?指标(?:名称|内容)|具体指标)?");
  private static final Pattern COLUMN =
      Pattern.compile(
          "((?:年初|年度|全年|预期|计划|绩效|本年|设定)*(?:目标值|指标值|预期值|标准值)|(?:年初|年度|预期|计划)(?:绩效)?(?:目标|指标)"
              + "|目标(?!完成)"
              + "|(?:年度|全年|目标|指标)?(?:实际)?(?:完成|实现)(?:指标)?(?:值|情况|结果)|(?:全年|年度)?实际(?:完成)?值"
              + "|(?:指标)?(?:分值|权重)|标准分|满分"
              + "|(?:自评|实际|评价)?得分|自评分值?"
              + "|(?:存在)?(?:偏差|未完成)(?:的)?原因(?:分析)?(?:[及与和、]?(?:拟采取的?)?(?:改进|整改)措施)?|备注|说明)"
              + "(?:[（(][^（()）]{1,8}[）)])?");

  /** Reads the header that starts with 一级 on the first of these lines, or null. */
  static @Nullable FlowHeader at(List<FlowLine> lines, int from) {
    List<String> lead = lead(lines.get(from).words());
    String first =
        lead.isEmpty()
            ? lines.get(from).tight().replaceFirst(LABEL, "")
            : lines.get(from).tight().substring(String.join("", lead).length());
    if (!first.startsWith("一级")) {
      return null;
    }
    StringBuilder text = new StringBuilder(first);
    FlowHeader found = read(lead, text.toString(), lines.subList(from, from + 1));
    for (int i = from + 1; i < Math.min(lines.size(), from + MOST_LINES); i++) {
      text.append(lines.get(i).tight());
      FlowHeader longer = read(lead, text.toString(), lines.subList(from, i + 1));
      found = longer == null ? found : longer;
    }
    return found;
  }

  /**
   * Number of lines of the header that starts at a line and whose titles are broken over lines, so
   * that it goes on where whole titles end; 0 where none does. The widths of its columns tell how
   * cells below it wrap.
   */
  public static int brokenLines(List<FlowLine> lines, int from) {
    FlowHeader flow = at(lines, from);
    return flow != null && flow.lines() > whole(lines, from) ? flow.lines() : 0;
  }

  /** Number of lines of the header of whole titles that starts at a line. */
  private static int whole(List<FlowLine> lines, int from) {
    List<FlowLine> words = new ArrayList<>();
    List<Integer> places = new ArrayList<>();
    for (int i = from; i < Math.min(lines.size(), from + MOST_LINES); i++) {
      for (String word : lines.get(i).words()) {
        words.add(FlowLine.of(word, lines.get(i).page()));
        places.add(i);
      }
    }
    CellHeader header = CellHeader.at(words, 0);
    if (header == null || header.lines() >= header.columns().size() + MOST_TORN) {
      return 0;
    }
    return places.get(header.lines() - 1) - from + 1;
  }

  /** The words before 一级指标 that head columns of projects; none where others stand there. */
  private static List<String> lead(List<String> words) {
    int levels = 0;
    while (levels < words.size() && !words.get(levels).startsWith("一级")) {
      levels++;
    }
    List<String> lead = words.subList(0, levels);
    boolean titles = lead.stream().allMatch(word -> LEAD.matcher(word).matches());
    return levels < words.size() && lead.contains("项目名称") && titles ? lead : List.of();
  }

  /** The header that the whole text is, or null. */
  private static @Nullable FlowHeader read(List<String> lead, String text, List<FlowLine> lines) {
    Matcher levels = LEVELS.matcher(text);
    if (!levels.lookingAt() || (levels.group(2) == null && levels.group(3) == null)) {
      return null;
    }
    List<String> titles = new ArrayList<>();
    List<IndicatorRole> roles = new ArrayList<>();
    for (int group = 1; group <= 3; group++) {
      if (levels.group(group) != null) {
        titles.add(levels.group(group));
        roles.add(LEVEL_ROLES.get(group - 1));
      }
    }
    Matcher column = COLUMN.matcher(text);
    int at = levels.end();
    while (at < text.length() && column.find(at) && column.start() == at) {
      IndicatorRole role = IndicatorRole.of(column.group(1));
      if (role == null || roles.contains(role)) {
        return null;
      }
      titles.add(column.group(1));
      roles.add(role);
      at = column.end();
    }
    boolean valued = roles.contains(IndicatorRole.TARGET) || roles.contains(IndicatorRole.ACTUAL);
    return at == text.length() && valued
        ? new FlowHeader(
            lines.size(),
            lead,
            titles,
            roles,
            width(lines, titles, roles.indexOf(IndicatorRole.TARGET)),
            width(lines, titles, roles.indexOf(IndicatorRole.ACTUAL)))
        : null;
  }

  /** A title that broke tells how wide its column is. */
  private static double width(List<FlowLine> lines, List<String> titles, int column) {
    String title = column < 0 ? "" : titles.get(column);
    for (FlowLine line : lines) {
      for (String piece : line.pieces()) {
        if (piece.length() < title.length() && piece.length() > 2 && title.startsWith(piece)) {
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
