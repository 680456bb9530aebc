package org.mingzhang.structure.running;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.mingzhang.structure.grid.FoundTable;

/**
 * Reads the table of basic expenditure by economic codes (公开06), whose two or three blocks stand
 * side by side: a code, a name that may wrap, and possibly an amount. The rows are returned in the
 * order of their codes, in one block. Confined to one thread and one table.
 */
final class EconomicTableReader {
  private static final int MOST_HEADER_LINES = 40;
  private static final Pattern CODE = Pattern.compile("3(?:0[1-9]|1[0-3]|99)(?:\\d{2})?");
  private static final Pattern SUM = Pattern.compile("(?:人员|公用)经费合计");
  private static final BigDecimal ROUNDING = new BigDecimal("0.1");

  private final List<RunningLine> lines;
  private final int from;
  private final Map<String, String> names = new TreeMap<>();
  private final Map<String, String> amounts = new TreeMap<>();
  private String current = "";

  EconomicTableReader(List<RunningLine> lines, int from) {
    this.lines = lines;
    this.from = from;
  }

  /** The table whose header starts at the first line, or null. */
  @Nullable FoundTable read() {
    RunningHeader header =
        RunningHeader.read(lines, from, MOST_HEADER_LINES, line -> isCode(line, 0));
    if (header == null) {
      return null;
    }
    String title = header.text();
    boolean beside = title.indexOf("科目名称") != title.lastIndexOf("科目名称");
    boolean staff = title.contains("人员经费") && title.contains("公用经费");
    boolean known = title.contains("科目名称") && (staff || (beside && title.contains("经济")));
    if (!known) {
      return null;
    }
    int end = header.end();
    while (end < lines.size() && !amounts.containsKey("公用经费合计")) {
      if (RunningTables.NO_ROW.matcher(lines.get(end).tight()).matches()) {
        return null;
      }
      add(end++);
    }
    String amount = title.contains("预算数") ? "预算数" : "决算数";
    return end < lines.size() && addsUp() ? new FoundTable(from, end, cells(amount)) : null;
  }

  /** Whether a word is a code: a name follows it, or stands on the lines around it. */
  private boolean isCode(int line, int at) {
    List<String> words = lines.get(line).words();
    if (at == 0
        && line > from
        && CODE.matcher(words.getFirst()).matches()
        && isUpperNameLine(line - 1)) {
      return true;
    }
    boolean last = at + 1 == words.size();
    boolean named =
        last
            ? line + 1 < lines.size()
                && !RunningLine.isNumber(lines.get(line + 1).words().getFirst())
            : !RunningLine.isNumber(words.get(at + 1));
    return CODE.matcher(words.get(at)).matches() && named;
  }

  /** Whether a line holds only the upper part of a name whose code is on the next line. */
  private boolean isUpperNameLine(int line) {
    if (line + 2 >= lines.size() || lines.get(line).words().size() > 1) {
      return false;
    }
    List<String> next = lines.get(line + 1).words();
    boolean code = CODE.matcher(next.getFirst()).matches();
    boolean unnamed = next.size() == 1 || RunningLine.isNumber(next.get(1));
    List<String> below = lines.get(line + 2).words();
    if (next.size() == 1 && endsInsideName(line - 1)) {
      return false;
    }
    return code
        && unnamed
        && below.size() == 1
        && !RunningLine.isNumber(lines.get(line).words().getFirst())
        && !RunningLine.isNumber(below.getFirst());
  }

  /** Whether a line ends inside a name that the next line may continue. */
  private boolean endsInsideName(int line) {
    List<String> words = line < from ? List.of() : lines.get(line).words();
    return words.size() > 1 && !RunningLine.isNumber(words.getLast());
  }

  private void add(int line) {
    List<String> words = lines.get(line).words();
    if (isUpperNameLine(line)) {
      return; // comes with its code
    }
    if (line > 1 && isUpperNameLine(line - 2)) {
      names.merge(lines.get(line - 1).words().getFirst(), words.getFirst(), String::concat);
      return;
    }
    for (int i = 0; i < words.size(); i++) {
      String word = words.get(i);
      if (isCode(line, i) || SUM.matcher(word).matches()) {
        current = word;
        names.put(
            word,
            i == 0 && isUpperNameLine(line - 1) ? lines.get(line - 1).words().getFirst() : "");
      } else if (RunningLine.isNumber(word)) {
        amounts.putIfAbsent(current, word);
      } else {
        names.merge(current, word, String::concat);
      }
    }
  }

  /** Whether the amounts of each 类 add up to its own amount. */
  private boolean addsUp() {
    return names.keySet().stream()
        .filter(code -> code.length() == 3)
        .allMatch(
            head ->
                value(head)
                        .subtract(
                            names.keySet().stream()
                                .filter(c -> c.length() == 5 && c.startsWith(head))
                                .map(this::value)
                                .reduce(BigDecimal.ZERO, BigDecimal::add))
                        .abs()
                        .compareTo(ROUNDING)
                    < 0);
  }

  private BigDecimal value(String code) {
    String amount = amounts.get(code);
    return amount == null ? BigDecimal.ZERO : RunningLine.value(amount);
  }

  private List<List<String>> cells(String amountTitle) {
    List<List<String>> rows = new ArrayList<>();
    rows.add(List.of("科目编码", "科目名称", amountTitle));
    names.forEach((code, name) -> rows.add(List.of(code, name, amounts.getOrDefault(code, ""))));
    return rows;
  }
}
