package org.mingzhang.structure.figure;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.mingzhang.model.TableData;
import org.mingzhang.text.AccountColumns;

/**
 * A block of a table whose rows carry classification codes: functional (类 three digits, 款 five, 项
 * seven) or economic (类 three digits, 款 five, from 301).
 *
 * @param rows one for each row of the table
 * @param columns the block
 */
record CodeTable(List<Row> rows, AccountColumns.Block columns) {
  /**
   * A row.
   *
   * @param code its code, or null for a total
   * @param name printed name, empty where none
   * @param item full name: 类, 款 and 项 with their marks for the functional classification, else the
   *     printed name
   */
  record Row(@Nullable String code, String name, String item) {}

  /** Codes of other lengths are those of bodies and projects. */
  private static final Pattern CLASSIFICATION = Pattern.compile("\\d{3}(?:\\d{2}){0,2}");

  /** The blocks of a table that have codes. */
  static List<CodeTable> of(TableData table) {
    return AccountColumns.of(table.header(), table.rows()).blocks().stream()
        .filter(b -> !b.codes().isEmpty())
        .map(b -> of(table, b))
        .toList();
  }

  private static CodeTable of(TableData table, AccountColumns.Block block) {
    Map<String, String> known = new HashMap<>();
    List<@Nullable String> codes = block.codes(table.rows());
    List<Row> rows = new ArrayList<>();
    for (int i = 0; i < table.rows().size(); i++) {
      String name = block.label(table.rows().get(i));
      String code = codes.get(i);
      if (code == null || name.isEmpty() || !CLASSIFICATION.matcher(code).matches()) {
        rows.add(new Row(null, name, name));
      } else {
        known.put(code, name);
        rows.add(new Row(code, name, fullName(code, name, known)));
      }
    }
    return new CodeTable(rows, block);
  }

  private static String fullName(String code, String name, Map<String, String> known) {
    if (economic(code)) {
      return name;
    }
    String category = known.get(code.substring(0, Math.min(3, code.length())));
    String group = code.length() >= 5 ? known.get(code.substring(0, 5)) : null;
    String above = category == null ? "" : category + "（类）";
    return switch (code.length()) {
      case 3 -> name + "（类）";
      case 5 -> above + name + "（款）";
      case 7 -> above + (group == null ? "" : group + "（款）") + name + "（项）";
      default -> name;
    };
  }

  /** Whether a code is one of the economic classification of departments (部门预算支出经济分类). */
  static boolean economic(String code) {
    return code.startsWith("3") && code.length() <= 5;
  }
}
