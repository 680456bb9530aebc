package org.mingzhang.structure.lattice.text;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.mingzhang.structure.lattice.CellTextClass;
import org.mingzhang.structure.lattice.CellTextClassifier;
import org.mingzhang.structure.lattice.Column;
import org.mingzhang.structure.lattice.ColumnType;
import org.mingzhang.structure.lattice.schema.AccountColumnFactory;
import org.mingzhang.text.ColumnTitles;

/**
 * A candidate header of a table of accounts or projects.
 *
 * @param chunkCount number of chunks that it consists of
 * @param columns its columns
 */
record AccountHeader(int chunkCount, List<Column> columns) {
  private static final double UNKNOWN_TITLE_COST = 0.7;

  /** The header with these titles; null if they cannot form one. */
  static @Nullable AccountHeader create(int chunkCount, List<String> titles) {
    List<Column> columns = AccountColumnFactory.create(titles);
    return columns.isEmpty() ? null : new AccountHeader(chunkCount, columns);
  }

  /** Whether some columns may be sums of others: one has the title of a sum or of a group. */
  boolean mayHaveSums() {
    return columns.stream()
        .anyMatch(
            c ->
                !ColumnTitles.lastLevel(c.title()).equals(c.title())
                    || CellTextClassifier.isOfClass(c.title(), CellTextClass.TOTAL));
  }

  /** The cost of the titles of the header that are not known. */
  double unknownTitleCost() {
    return UNKNOWN_TITLE_COST * columns.stream().filter(c -> c.type() == ColumnType.ANY).count();
  }
}
