package org.mingzhang.extract.page;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Finds performance forms that are printed without ruling lines by their header: 一级指标 beside 二级指标
 * or 三级指标. The rows go on to the sum of the points, the remarks or a wide gap.
 */
final class OpenForms {
  /** Largest white space, in font sizes, inside a header or a row. */
  private static final float ROW_GAP = 0.5f;

  /** Largest distance, in font sizes, between a form's lines. */
  private static final float FAR = 3.2f;

  private static final Pattern LEVEL = Pattern.compile("[一二三]级指标|(?:绩效|具体)?指标名称|具体指标");
  private static final Pattern END =
      Pattern.compile(
          "(?:总分|合计|总计|自评|评价结论|备注|说明|注[:：]|填[报表]|联系|其他|偏差大|改进措施|单位负责|(?:部门|项目|单位)名称|主管部门).*"
              + "|[^，。]{4,}表|（\\d{4}年度?）");

  private final List<TextLine> lines;

  OpenForms(List<TextLine> lines) {
    this.lines = lines;
  }

  /**
   * A form among the lines.
   *
   * @param from first line of its header
   * @param body first line below the header
   * @param to line after the last row
   */
  record Span(int from, int body, int to) {}

  /** The next form at or after a line, or null. */
  @Nullable Span next(int least) {
    for (int at = least; at < lines.size(); at++) {
      if (header(at)) {
        int from = at;
        while (from > least && close(from - 1, from)) {
          from--;
        }
        int body = at + 1;
        while (body < lines.size() && close(body - 1, body)) {
          body++;
        }
        int to = end(body);
        return to > body ? new Span(from, body, to) : null;
      }
    }
    return null;
  }

  private boolean header(int index) {
    if (lines.get(index).glyphs().stream().noneMatch(glyph -> glyph.text().equals("级"))) {
      return false; // most lines of a page: spares cutting them into words
    }
    List<String> words = words(lines.get(index));
    boolean first = words.stream().anyMatch("一级指标"::equals);
    return first && words.stream().filter(w -> LEVEL.matcher(w).matches()).count() > 1;
  }

  private boolean close(int upper, int lower) {
    float gap = lines.get(lower).top() - lines.get(upper).bottom();
    return gap < ROW_GAP * lines.get(lower).glyphs().getFirst().size();
  }

  private int end(int body) {
    int at = body;
    while (at < lines.size()) {
      float size = lines.get(at).glyphs().getFirst().size();
      boolean far = lines.get(at).top() - lines.get(at - 1).bottom() > FAR * size;
      if (far || END.matcher(lines.get(at).text()).matches() || header(at)) {
        return at;
      }
      at++;
    }
    return at;
  }

  private static List<String> words(TextLine line) {
    List<String> words = new ArrayList<>();
    for (OpenColumns.Stretch word : OpenColumns.words(line)) {
      words.add(OpenColumns.text(line, word));
    }
    return words;
  }
}
