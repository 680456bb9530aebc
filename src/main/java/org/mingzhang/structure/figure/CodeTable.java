package org.mingzhang.structure.figure;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.mingzhang.model.TableData;

/**
 * A table whose rows carry classification codes: functional (类 three digits, 款 five, 项 seven) in
 * one column or three, or economic (类 three digits, 款 five, from 301).
 *
 * @param rows the rows with a name, in order
 * @param amounts columns of the amounts
 */
record CodeTable(List<Row> rows, List<Integer> amounts) {
  /**
   * A row.
   *
   * @param index its index among the table's rows
   * @param code digits of all code columns joined, or null for the total row
   * @param name printed name
   * @param item full name: 类, 款 and 项 with their marks for the functional classification, else the
   *     printed name
   */
  record Row(int index, @Nullable String code, String name, String item) {}

  /** The table with its codes read; empty where it has none. */
  static Optional<CodeTable> of(TableData table) {
    List<Integer> codes = columns(table, "编码|代码|[类款项]$");
    List<Integer> names = columns(table, "名称");
    if (codes.isEmpty() || names.size() != 1 || codes.getFirst() > names.getFirst()) {
      return Optional.empty();
    }
    int name = names.getFirst();
    codes = codes.stream().filter(c -> c < name).toList();
    Map<String, String> known = new HashMap<>();
    List<Row> rows = new ArrayList<>();
    for (int i = 0; i < table.rows().size(); i++) {
      rows.add(row(table.rows().get(i), i, codes, name, known));
    }
    List<Integer> amounts = IntStream.range(name + 1, table.header().size()).boxed().toList();
    return rows.stream().anyMatch(r -> r.code() != null)
        ? Optional.of(new CodeTable(rows, amounts))
        : Optional.empty();
  }

  private static List<Integer> columns(TableData table, String pattern) {
    return IntStream.range(0, table.header().size())
        .filter(
            i ->
                Pattern.compile(pattern)
                    .matcher(table.header().get(i).replaceAll("\\s", ""))
                    .find())
        .boxed()
        .toList();
  }

  private static Row row(
      List<String> cells, int index, List<Integer> codes, int name, Map<String, String> known) {
    StringBuilder joined = new StringBuilder();
    for (int column : codes) {
      String part = cells.get(column).replaceAll("\\s", "");
      if (part.matches("\\d+")) {
        joined.append(part);
      }
    }
    String printed = cells.get(name).replaceAll("\\s", "");
    if (printed.isEmpty() || joined.isEmpty()) {
      String label = printed.isEmpty() ? firstText(cells) : printed;
      return new Row(index, null, label, label);
    }
    String code = joined.toString();
    known.put(code, printed);
    return new Row(index, code, printed, fullName(code, printed, known));
  }

  private static String firstText(List<String> cells) {
    return cells.stream()
        .map(c -> c.replaceAll("\\s", ""))
        .filter(c -> !c.isEmpty())
        .findFirst()
        .orElse("");
  }

  private static String fullName(String code, String printed, Map<String, String> known) {
    if (economic(code)) {
      return printed;
    }
    String category = known.get(code.substring(0, Math.min(3, code.length())));
    String group = code.length() >= 5 ? known.get(code.substring(0, 5)) : null;
    return switch (code.length()) {
      case 3 -> printed + "（类）";
      case 5 -> (category == null ? "" : category + "（类）") + printed + "（款）";
      case 7 ->
          (category == null ? "" : category + "（类）")
              + (group == null ? "" : group + "（款）")
              + printed
              + "（项）";
      default -> printed;
    };
  }

  /** Whether a code is one of the economic classification of departments (部门预算支出经济分类). */
  static boolean economic(String code) {
    return code.startsWith("3") && code.length() <= 5;
  }
}
