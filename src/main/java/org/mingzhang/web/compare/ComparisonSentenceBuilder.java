package org.mingzhang.web.compare;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import org.mingzhang.web.render.Labels;

/** Sentences on a comparison: number of values, extremes, largest changes. */
final class ComparisonSentenceBuilder {
  private record ValueOfRow(String label, int year, ComparisonGrid.Cell cell, BigDecimal value) {
    String labelWithYear() {
      return label + " " + year;
    }
  }

  /** A change from the first to the last year, in percent. */
  private record Change(String label, BigDecimal percent) {
    String formatPercent() {
      return (percent.signum() > 0 ? "+" : "") + percent.toPlainString().replace('-', '−') + "%";
    }
  }

  private final ComparisonAnswer comparison;
  private final Labels labels;
  private final List<String> sentences = new ArrayList<>();

  private ComparisonSentenceBuilder(ComparisonAnswer comparison, Labels labels) {
    this.comparison = comparison;
    this.labels = labels;
  }

  static List<String> build(ComparisonAnswer comparison, Labels labels) {
    ComparisonSentenceBuilder statements = new ComparisonSentenceBuilder(comparison, labels);
    statements.addCounts();
    statements.addExtremes();
    if (comparison.amounts() == null) {
      statements.addChanges();
    } else {
      statements.sentences.addAll(
          new ChangeSentenceBuilder(comparison.amounts(), labels).buildSentences());
    }
    return List.copyOf(statements.sentences);
  }

  private void addCounts() {
    ComparisonGrid grid = comparison.grid();
    sentences.add(
        labels.format(
            "compare.summary.amount",
            grid.rows().size(),
            grid.years().size(),
            grid.count(ComparisonGrid.CellState.STATED)));
    for (ComparisonGrid.CellState state :
        EnumSet.complementOf(EnumSet.of(ComparisonGrid.CellState.STATED))) {
      int missing = grid.count(state);
      if (missing > 0) {
        sentences.add(labels.text("compare.summary." + state.id(), missing));
      }
    }
    int fullYear = grid.fullYearBudgetCount();
    if (fullYear > 0) {
      sentences.add(
          fullYear == grid.count(ComparisonGrid.CellState.STATED)
              ? labels.text("compare.summary.full-year.all")
              : labels.text("compare.summary.full-year", fullYear));
    }
    int accused = grid.accusedCount();
    if (accused > 0) {
      sentences.add(labels.text("compare.summary.accused", accused));
    }
  }

  private List<ValueOfRow> collectValues() {
    List<ValueOfRow> stated = new ArrayList<>();
    List<Integer> years = comparison.grid().years();
    for (ComparisonGrid.Row row : comparison.grid().rows()) {
      for (int i = 0; i < row.cells().size(); i++) {
        ComparisonGrid.Cell cell = row.cells().get(i);
        BigDecimal value = cell.value();
        if (value != null) {
          stated.add(new ValueOfRow(row.label(), years.get(i), cell, value));
        }
      }
    }
    return stated;
  }

  private void addExtremes() {
    List<ValueOfRow> stated = collectValues();
    if (stated.size() < 2) {
      return;
    }
    stated.sort(Comparator.comparing(ValueOfRow::value));
    ValueOfRow least = stated.getFirst();
    ValueOfRow most = stated.getLast();
    sentences.add(
        least.value().compareTo(most.value()) == 0
            ? labels.text("compare.summary.equal", comparison.formatWithUnit(most.cell(), labels))
            : labels.format(
                "compare.summary.extremes",
                most.labelWithYear(),
                comparison.formatWithUnit(most.cell(), labels),
                least.labelWithYear(),
                comparison.formatWithUnit(least.cell(), labels)));
  }

  /**
   * Adds the smallest and the largest rate of change between the first and the last year. Adds
   * nothing for scores, if fewer than two rows have a value of both years of which the first is
   * positive, or if all rates are equal.
   */
  private void addChanges() {
    List<Integer> years = comparison.grid().years();
    int last = years.size() - 1;
    List<Change> changes = new ArrayList<>();
    for (ComparisonGrid.Row row : comparison.grid().rows()) {
      BigDecimal before = last < 1 ? null : row.cells().getFirst().value();
      BigDecimal after = last < 1 ? null : row.cells().get(last).value();
      if (before != null && after != null && before.signum() > 0) {
        changes.add(new Change(row.label(), percentChange(before, after)));
      }
    }
    if (changes.size() < 2 || comparison.question().measure() == ComparisonMeasure.SCORE) {
      return;
    }
    changes.sort(Comparator.comparing(Change::percent));
    if (changes.getFirst().percent().compareTo(changes.getLast().percent()) == 0) {
      return;
    }
    sentences.add(
        labels.format(
            "compare.summary.changes",
            years.getFirst(),
            years.get(last),
            changes.getFirst().label(),
            changes.getFirst().formatPercent(),
            changes.getLast().label(),
            changes.getLast().formatPercent()));
  }

  private static BigDecimal percentChange(BigDecimal before, BigDecimal after) {
    return after.subtract(before).movePointRight(2).divide(before, 1, RoundingMode.HALF_UP);
  }
}
