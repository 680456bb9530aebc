package org.mingzhang.structure.running;

import java.util.ArrayList;
import java.util.List;

/** A row of revenue and expenditure side by side under construction; confined to one thread. */
final class TwoSidedRow {
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

    /** Whether the row is a side's grand total. */
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

  /** Whether both sides are grand totals, which ends the table. */
  boolean closes() {
    return income.total() && spent.total();
  }

  /** The amount of revenue, or an empty string. */
  String earned() {
    return income.amounts.isEmpty() ? "" : income.amounts.getFirst();
  }
}
