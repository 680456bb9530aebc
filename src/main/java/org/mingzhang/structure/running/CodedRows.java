package org.mingzhang.structure.running;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads a table of functional codes (公开02, 03 and 05 and the like): a sum, then rows of a code, a
 * name that may go on over lines, and amounts. Confined to one thread and one table.
 */
final class CodedRows {
  private static final int MOST_HEADER_LINES = 40;
  private static final Pattern CODE = Pattern.compile("2\\d{2}(?:\\d{2}(?:\\d{2})?)?");
  private static final Pattern COLUMN =
      Pattern.compile(
          "本年收入合计|财政拨款收入|上级补助收入|事业收入|经营收入|附属单位上缴收入|其他收入|本年支出合计"
              + "|上缴上级支出|经营支出|对附属单位补助支出|基本支出|项目支出|合计|小计|人员经费|公用经费|结转|结余|本年收入|本年支出");

  private final List<RunningLine> lines;
  private final int from;

  CodedRows(List<RunningLine> lines, int from) {
    this.lines = lines;
    this.from = from;
  }

  /** The table whose header starts at the first line, or null. */
  @Nullable RunningTable read() {
    int first = from;
    StringBuilder header = new StringBuilder();
    while (first < Math.min(lines.size(), from + MOST_HEADER_LINES) && !opens(lines.get(first))) {
      header.append(lines.get(first++).tight());
    }
    List<String> columns = columns(header.toString());
    if (first >= lines.size() || columns.size() < 2) {
      return null;
    }
    List<CodedRow> rows = new ArrayList<>();
    int end = rows(first, rows);
    List<List<String>> cells = new ColumnFill(columns.size()).cells(rows);
    if (cells.isEmpty()) {
      return null;
    }
    List<String> titles = new ArrayList<>(List.of("科目编码", "科目名称"));
    titles.addAll(columns);
    return new RunningTable(titles, cells, from, end);
  }

  private static boolean opens(RunningLine line) {
    List<String> words = line.words();
    boolean sum = words.getFirst().equals("合计") && words.size() > 1;
    return sum && words.stream().skip(1).allMatch(RunningLine::number);
  }

  /** The amounts' columns; none where the header is not that of such a table. */
  private static List<String> columns(String header) {
    if (!header.contains("科目名称") || !header.replace("科目编码", "").matches(".*(?:编码|科目).*")) {
      return List.of();
    }
    List<String> columns = new ArrayList<>();
    Matcher column = COLUMN.matcher(header);
    while (column.find()) {
      columns.add(column.group());
    }
    boolean known = columns.stream().distinct().count() == columns.size();
    boolean other = columns.stream().anyMatch(c -> c.startsWith("结") || c.matches("本年(?:收入|支出)"));
    Matcher numbers = Pattern.compile("栏次([\\d]+)$").matcher(header);
    boolean counted = !numbers.find() || numbers.group(1).endsWith(String.valueOf(columns.size()));
    return known && !other && counted ? columns : List.of();
  }

  /** Number of words at the start that are a code: 2012901, or 201 29 01; 0 where none is. */
  private static int codeWords(List<String> words) {
    int parts = 1;
    while (parts < Math.min(3, words.size()) && words.get(parts).matches("\\d{2}")) {
      parts++;
    }
    for (int n = parts; n > 0; n--) {
      if (CODE.matcher(String.join("", words.subList(0, n))).matches()) {
        return n;
      }
    }
    return 0;
  }

  /** Reads the rows from a line on; answers the line after the last. */
  private int rows(int first, List<CodedRow> rows) {
    int at = first;
    while (at < lines.size()) {
      List<String> words = lines.get(at).words();
      int parts = at > first ? codeWords(words) : 0;
      if (parts > 0) {
        rows.add(new CodedRow(String.join("", words.subList(0, parts))));
        rows.getLast().add(words.subList(parts, words.size()));
      } else if (at == first) {
        rows.add(new CodedRow(""));
        rows.getLast().add(words.subList(1, words.size()));
      } else if (rows.getLast().open() || words.stream().allMatch(RunningLine::number)) {
        rows.getLast().add(words);
      } else {
        break;
      }
      at++;
    }
    return at;
  }
}
