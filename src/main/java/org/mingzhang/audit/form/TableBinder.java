package org.mingzhang.audit.form;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Binds an identity to the cells of one table. */
abstract class TableBinder {
  final FormIdentity identity;
  final FormTable table;
  private final List<BoundSum> sums = new ArrayList<>();

  TableBinder(FormIdentity identity, FormTable table) {
    this.identity = identity;
    this.table = table;
  }

  static List<BoundSum> bind(FormIdentity identity, FormTable table) {
    TableBinder binder =
        switch (identity.binder()) {
          case CODES -> new CodeBinder(identity, table);
          case COLUMNS -> new ColumnBinder(identity, table);
          case ROWS -> new RowBinder(identity, table);
          case SIDES -> new SideBinder(identity, table);
          case PRODUCT -> new ProductBinder(identity, table);
          case LIST -> new ListBinder(identity, table);
          case DOCUMENT -> throw new IllegalArgumentException(identity + " is of no table");
        };
    binder.bind();
    return binder.sums;
  }

  abstract void bind();

  Cell cell(int block, int row, int column) {
    return new Cell(table.lines().table(), block, row, column);
  }

  /** Adds a sum of those parts that print an amount, where there are any and the whole does. */
  void add(Cell whole, Stream<Cell> parts) {
    List<Cell> filled = parts.filter(c -> table.amount(c).isPresent()).toList();
    if (!filled.isEmpty() && table.amount(whole).isPresent()) {
      add(BoundSum.of(identity, table, whole, filled));
    }
  }

  void add(BoundSum sum) {
    sums.add(sum);
  }
}
