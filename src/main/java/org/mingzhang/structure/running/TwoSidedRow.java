package org.mingzhang.structure.running;

import java.util.ArrayList;
import java.util.List;

/** A row of revenue and expenditure side by side under construction; confined to one thread. */
final class TwoSidedRow {
  private final Side revenue = new Side();
  private final Side expenditure = new Side();

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

    /** Whether the row is the grand total of a side. */
    boolean isTotal() {
      return label.matches("(?:收入|支出)?总计");
    }
  }

  Side revenue() {
    return revenue;
  }

  Side expenditure() {
    return expenditure;
  }

  /** Whether both sides are grand totals, so that this is the last row of the table. */
  boolean isGrandTotal() {
    return revenue.isTotal() && expenditure.isTotal();
  }

  /** The amount of revenue, or an empty string. */
  String revenueAmount() {
    return revenue.amounts.isEmpty() ? "" : revenue.amounts.getFirst();
  }
}
