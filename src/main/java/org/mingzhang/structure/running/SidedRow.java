package org.mingzhang.structure.running;

import java.util.ArrayList;
import java.util.List;

/** A row of income and expenditure side by side while it is read; confined to one thread. */
final class SidedRow {
  private final Side income = new Side();
  private final Side spent = new Side();

  /** Label and amounts of one side. */
  static final class Side {
    private String label = "";
    private final List<String> amounts = new ArrayList<>();

    String label() {
      return label;
    }

    List<String> amounts() {
      return amounts;
    }

    void addToLabel(String word) {
      label += word;
    }

    /** Whether the row is that of a side's totals. */
    boolean total() {
      return label.matches("(?:收入|支出)?总计");
    }
  }

  Side income() {
    return income;
  }

  Side spent() {
    return spent;
  }

  /** Whether both sides are totals, the last row of such a table. */
  boolean closes() {
    return income.total() && spent.total();
  }

  /** The row's amount of income, empty where none is. */
  String earned() {
    return income.amounts.isEmpty() ? "" : income.amounts.getFirst();
  }
}
