package org.mingzhang.fact.cell;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The side of the accounts to which an amount belongs: revenue or expenditure. */
enum FlowDirection {
  REVENUE("收入"),
  EXPENDITURE("支出");

  private final String word;

  FlowDirection(String word) {
    this.word = word;
  }

  /** Revenue for expenditure, and the reverse. */
  FlowDirection opposite() {
    return this == REVENUE ? EXPENDITURE : REVENUE;
  }

  /** The word for this side: 收入 or 支出. */
  String word() {
    return word;
  }

  /** The prefix of the rows of {@code roles.tsv} for this side. */
  String rolePrefix() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The side that a text names; null if it names neither or both. */
  static @Nullable FlowDirection find(String text) {
    boolean revenue = text.contains(REVENUE.word);
    boolean expenditure = text.contains(EXPENDITURE.word);
    if (revenue == expenditure) {
      return null;
    }
    return revenue ? REVENUE : EXPENDITURE;
  }
}
