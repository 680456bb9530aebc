package org.mingzhang.fact.figure;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.mingzhang.model.TableData;
import org.mingzhang.text.AccountColumnRoles;
import org.mingzhang.text.PatternTable;

/**
 * Full names of items of expenditure, {@code 教育支出（类）普通教育（款）小学教育（项）}, and the codes that the tables
 * of a document give them.
 */
final class BudgetItemPaths {
  private static final List<String> LEVEL_MARKS = List.of("（类）", "（款）", "（项）");
  private static final Pattern CLASSIFICATION_CODE = Pattern.compile("\\d{3}(?:\\d{2}){0,2}");
  private static final PatternTable PATTERNS = PatternTable.readForPackageOf(BudgetItemPaths.class);

  /** Level marks, final 支出 and white space, which are not always printed. */
  private static final Pattern IGNORED_IN_KEY = PATTERNS.get("ignored-in-key");

  private final Map<String, String> codeByPathKey = new HashMap<>();

  private BudgetItemPaths() {}

  /**
   * A row with a code.
   *
   * @param code its code
   * @param path names of 类, 款 and 项 joined by "/"; for the economic classification, only its own
   *     name
   * @param fullName the names of the path with the marks of their levels
   */
  record CodedRow(String code, String path, String fullName) {}

  /** Collects the items with codes of all tables of a document. */
  static BudgetItemPaths collect(List<TableData> tables) {
    BudgetItemPaths paths = new BudgetItemPaths();
    for (TableData table : tables) {
      for (AccountColumnRoles.ColumnBlock block :
          AccountColumnRoles.determine(table.header(), table.rows()).blocks()) {
        for (CodedRow row : readCodedRows(table, block)) {
          if (row != null && !isEconomicCode(row.code())) {
            paths.codeByPathKey.putIfAbsent(pathKey(row.path()), row.code());
          }
        }
      }
    }
    return paths;
  }

  /**
   * The rows of a block, null for those without a code; an empty list if the block has no codes.
   */
  static List<@Nullable CodedRow> readCodedRows(
      TableData table, AccountColumnRoles.ColumnBlock block) {
    if (block.codeColumns().isEmpty()) {
      return List.of();
    }
    Map<String, String> known = new HashMap<>();
    List<@Nullable String> codes = block.readCodes(table.rows());
    List<@Nullable CodedRow> rows = new ArrayList<>();
    for (int i = 0; i < table.rows().size(); i++) {
      String name = block.findLabel(table.rows().get(i));
      String code = codes.get(i);
      if (code == null || name.isEmpty() || !CLASSIFICATION_CODE.matcher(code).matches()) {
        rows.add(null);
      } else {
        known.put(code, name);
        rows.add(createCodedRow(code, name, known));
      }
    }
    return rows;
  }

  private static CodedRow createCodedRow(
      String code, String name, Map<String, String> namesByCode) {
    if (isEconomicCode(code)) {
      return new CodedRow(code, name, name);
    }
    List<String> levels = new ArrayList<>();
    StringBuilder full = new StringBuilder();
    for (int length = 3; length <= code.length(); length += 2) {
      String level = length == code.length() ? name : namesByCode.get(code.substring(0, length));
      if (level != null) {
        levels.add(level);
        full.append(level).append(LEVEL_MARKS.get((length - 3) / 2));
      }
    }
    return new CodedRow(code, String.join("/", levels), full.toString());
  }

  private static boolean isEconomicCode(String code) {
    return code.startsWith("3") && code.length() <= 5;
  }

  /**
   * Finds the code that the tables give an item, by its path with levels joined by {@code /}; null
   * if no table has it. Economic items are not found.
   */
  @Nullable String findCode(String path) {
    return codeByPathKey.get(pathKey(path));
  }

  /**
   * A path with the marks of its levels: {@code 教育支出（类）普通教育（款）}.
   *
   * @param path levels joined by {@code /}
   * @param code code of the last level, whose length gives the level
   */
  static String withLevelMarks(String path, String code) {
    String[] levels = path.split("/", -1);
    int last = (code.length() - 3) / 2;
    StringBuilder full = new StringBuilder();
    for (int i = 0; i < levels.length; i++) {
      int mark = last - (levels.length - 1 - i);
      full.append(levels[i]).append(mark < 0 || mark > 2 ? "" : LEVEL_MARKS.get(mark));
    }
    return full.toString();
  }

  /**
   * A path without level marks and without the final 支出 of its levels, which are not always
   * printed.
   */
  private static String pathKey(String path) {
    return IGNORED_IN_KEY.matcher(path).replaceAll("");
  }
}
