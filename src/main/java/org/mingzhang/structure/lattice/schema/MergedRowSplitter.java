package org.mingzhang.structure.lattice.schema;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.regex.Pattern;
import org.mingzhang.structure.lattice.Column;
import org.mingzhang.structure.lattice.ColumnType;

/**
 * Splits rows that were read as one. If empty cells were dropped in copying, a short row and the
 * beginning of the next row can together fill the columns of one row. In a table of codes, names
 * and amounts, each name, with the code before it, begins a row.
 */
public final class MergedRowSplitter {
  private static final Pattern NAME = Pattern.compile(".*\\p{IsHan}.*");
  private static final Pattern CODE = Pattern.compile("[1-5]\\d{2}(?:\\d{2}){0,2}");

  private final List<Column> columns;
  private final AmountColumns amountColumns;
  private final int codeColumn;
  private final int nameColumn;

  public MergedRowSplitter(List<Column> columns) {
    this.columns = columns;
    this.amountColumns = AmountColumns.of(columns);
    this.codeColumn = Column.indexOf(ColumnType.CODE, columns);
    this.nameColumn =
        Math.max(
            Column.indexOf(ColumnType.ACCOUNT_NAME, columns),
            Column.indexOf(ColumnType.NAME, columns));
  }

  /**
   * Splits the rows so that each has one name, and puts the amounts of each row into the first
   * columns of amounts, without the empty cells between them. Returns the rows unchanged if the
   * columns are not those of codes, names and amounts, if no row has a name or a code among its
   * amounts, or if a row would get more amounts than there are columns.
   */
  public List<List<String>> split(List<List<String>> rows) {
    if (!hasOnlyCodeNameAndAmounts() || rows.stream().noneMatch(this::isMerged)) {
      return rows;
    }
    List<String> cells =
        rows.stream().flatMap(List::stream).filter(cell -> !cell.isEmpty()).toList();
    List<List<String>> split = new ArrayList<>();
    int at = 0;
    while (at < cells.size()) {
      boolean coded = startsWithCodeAndName(cells, at);
      int first = coded ? at + 2 : isName(cells.get(at)) ? at + 1 : at;
      int end = first;
      while (end < cells.size() && !isName(cells.get(end)) && !startsWithCodeAndName(cells, end)) {
        end++;
      }
      if (end - first > amountColumns.size()) {
        return rows;
      }
      List<String> row = new ArrayList<>(Collections.nCopies(columns.size(), ""));
      if (coded) {
        row.set(codeColumn, cells.get(at));
      }
      if (first > at) {
        row.set(nameColumn, cells.get(first - 1));
      }
      for (int i = first; i < end; i++) {
        row.set(amountColumns.indexes().get(i - first), cells.get(i));
      }
      split.add(row);
      at = end;
    }
    return split;
  }

  /** Whether the columns are an optional code, a name, and amounts. */
  private boolean hasOnlyCodeNameAndAmounts() {
    int keys = codeColumn < 0 ? 1 : 2;
    return amountColumns.areAdjacent()
        && nameColumn == keys - 1
        && codeColumn <= 0
        && columns.size() == keys + amountColumns.size();
  }

  /**
   * Whether a row has words before an amount, a code in the place of an amount, or words in the
   * place of its code.
   */
  private boolean isMerged(List<String> row) {
    boolean named = codeColumn >= 0 && isName(row.get(codeColumn)) && isName(row.get(nameColumn));
    int last = amountColumns.indexes().getLast();
    return named
        || amountColumns.indexes().stream()
            .anyMatch(
                c ->
                    (c < last && isName(row.get(c)) && AmountColumns.isNumber(row.get(c + 1)))
                        || (codeColumn >= 0 && CODE.matcher(row.get(c)).matches()));
  }

  private boolean startsWithCodeAndName(List<String> cells, int at) {
    return codeColumn >= 0
        && at + 1 < cells.size()
        && CODE.matcher(cells.get(at)).matches()
        && isName(cells.get(at + 1));
  }

  private static boolean isName(String cell) {
    return NAME.matcher(cell).matches();
  }
}
