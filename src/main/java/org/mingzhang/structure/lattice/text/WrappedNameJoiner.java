package org.mingzhang.structure.lattice.text;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.mingzhang.structure.lattice.Column;
import org.mingzhang.structure.lattice.ColumnType;
import org.mingzhang.text.PatternTable;

/**
 * Joins account names that wrap below the line of their code and amounts: 机关事业单位基本养老保险缴 above 费支出.
 * In a table with codes or row numbers, a row that has only a short name continues the row above,
 * unless it begins like the name of a row or the name above is complete.
 */
final class WrappedNameJoiner {
  /** The beginning of a name that starts a row of its own. */
  private static final Pattern START_OF_ROW_NAME =
      Pattern.compile("(?:其中|合计|小计|总计|[一二三四五六七八九十]{1,3}、|[（(][一二三四五六七八九十\\d]{1,3}[）)]|\\d).*");

  private static final PatternTable PATTERNS =
      PatternTable.readForPackageOf(WrappedNameJoiner.class);
  private static final Pattern COMPLETE_NAME = PATTERNS.get("complete-name");

  private static final Pattern SHORT_NAME_ENDING = PATTERNS.get("short-name-ending");

  private static final int MAX_CONTINUATION_LENGTH = 20;

  private WrappedNameJoiner() {}

  /**
   * The rows with wrapped names joined; unchanged if the table has no names, or neither codes nor
   * row numbers.
   */
  static List<List<String>> join(List<Column> columns, List<List<String>> rows) {
    int code = Column.indexOf(ColumnType.CODE, columns);
    int key = code < 0 ? Column.indexOf(ColumnType.ORDINAL, columns) : code;
    int label = Column.indexOf(ColumnType.ACCOUNT_NAME, columns);
    int name = label < 0 ? Column.indexOf(ColumnType.NAME, columns) : label;
    if (key < 0 || name < 0) {
      return rows;
    }
    List<List<String>> joined = new ArrayList<>();
    for (List<String> row : rows) {
      boolean tail = isNameContinuation(row, name) && !joined.isEmpty();
      if (tail
          && !joined.getLast().get(key).isEmpty()
          && isContinuedBy(joined.getLast().get(name), row.get(name))) {
        List<String> above = new ArrayList<>(joined.removeLast());
        above.set(name, above.get(name) + row.get(name));
        joined.add(List.copyOf(above));
      } else {
        joined.add(row);
      }
    }
    return List.copyOf(joined);
  }

  private static boolean isContinuedBy(String name, String tail) {
    return !COMPLETE_NAME.matcher(name).matches() || SHORT_NAME_ENDING.matcher(tail).matches();
  }

  private static boolean isNameContinuation(List<String> row, int nameColumn) {
    String text = row.get(nameColumn);
    return !text.isEmpty()
        && text.length() <= MAX_CONTINUATION_LENGTH
        && !START_OF_ROW_NAME.matcher(text).matches()
        && row.stream().filter(cell -> !cell.isEmpty()).count() == 1;
  }
}
