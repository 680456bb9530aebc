package org.mingzhang.structure.lattice.pitch;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.mingzhang.structure.lattice.CellTextClass;
import org.mingzhang.structure.lattice.CellTextClassifier;
import org.mingzhang.structure.lattice.Column;
import org.mingzhang.structure.lattice.ColumnType;
import org.mingzhang.structure.lattice.CostModel;
import org.mingzhang.text.EastAsianWidth;

/** Row costs of a performance form. Confined to one thread and one table. */
final class FormRowCosts implements RowCosts {
  private static final Set<ColumnType> VALUES =
      EnumSet.of(ColumnType.TARGET, ColumnType.ACTUAL, ColumnType.ADJUSTED);
  private static final Set<CellTextClass> WHOLE_VALUES =
      EnumSet.of(CellTextClass.QUANTITY, CellTextClass.PERCENT);
  private static final Pattern NUMBER = Pattern.compile("[\\d.,]+分?");

  private final FixedPitchTableBody body;
  private final boolean topAligned;
  private final double[] widths;
  private final int key;

  /**
   * @param topAligned whether the cells of a row begin on its first line; else they are centred
   */
  FormRowCosts(FixedPitchTableBody body, boolean topAligned) {
    this.body = body;
    this.topAligned = topAligned;
    this.widths = new double[body.columns().size()];
    int[] numbers = new int[widths.length];
    for (int line = 0; line < body.size(); line++) {
      for (int c = 0; c < widths.length; c++) {
        String text = body.text(line, c);
        widths[c] = Math.max(widths[c], EastAsianWidth.measure(text));
        numbers[c] += NUMBER.matcher(text).matches() ? 1 : 0;
      }
    }
    this.key = findKeyColumn(numbers);
  }

  /** Index of the column of points or amounts with the most numbers; -1 if there is none. */
  private int findKeyColumn(int[] numbers) {
    int best = -1;
    for (int c = 0; c < numbers.length; c++) {
      ColumnType type = type(c);
      boolean may = type == ColumnType.POINTS || type == ColumnType.AMOUNT;
      best = may && numbers[c] > (best < 0 ? 0 : numbers[best]) ? c : best;
    }
    return best;
  }

  private ColumnType type(int column) {
    return body.columns().get(column).type();
  }

  /** Whether each cell of a column belongs to one row; level names apply to several rows. */
  static boolean ofRow(Column column) {
    return column.type() != ColumnType.LEVEL1 && column.type() != ColumnType.LEVEL2;
  }

  @Override
  public boolean isFilled(int line) {
    for (int c = 0; c < widths.length; c++) {
      if (ofRow(body.columns().get(c)) && !body.text(line, c).isEmpty()) {
        return true;
      }
    }
    return false;
  }

  @Override
  public double cost(int from, int to) {
    int first = from;
    while (first < to && !isFilled(first)) {
      first++;
    }
    if (first == to) {
      return CostModel.NEVER;
    }
    double anchor = findAnchor(first, to);
    if (anchor < 0) {
      return CostModel.NEVER;
    }
    double sum = CostModel.limit("row");
    if (key >= 0 && filledLines(key, from, to).isEmpty()) {
      sum += CostModel.limit("pitch_no_points");
    }
    for (int c = 0; c < widths.length && sum < CostModel.NEVER; c++) {
      if (ofRow(body.columns().get(c))) {
        sum += cellCost(c, filledLines(c, from, to), first, anchor);
      }
    }
    return sum;
  }

  /** Vertical position of the row's numbers in lines; negative if the lines hold two rows. */
  private double findAnchor(int from, int to) {
    int column = key;
    if (column < 0) {
      for (int c = 0; c < widths.length; c++) {
        column = type(c) == ColumnType.TARGET ? c : column;
      }
    }
    List<Integer> lines = column < 0 ? List.of() : filledLines(column, from, to);
    if (key >= 0 && lines.size() > 1) {
      return -1;
    }
    return lines.isEmpty() ? (from + to - 1) / 2.0 : mean(lines);
  }

  private static double mean(List<Integer> lines) {
    return lines.stream().mapToInt(line -> line).average().orElse(0);
  }

  private List<Integer> filledLines(int column, int from, int to) {
    List<Integer> lines = new ArrayList<>();
    for (int line = from; line < to; line++) {
      if (!body.text(line, column).isEmpty()) {
        lines.add(line);
      }
    }
    return lines;
  }

  private double cellCost(int column, List<Integer> lines, int first, double anchor) {
    ColumnType type = type(column);
    if (lines.isEmpty()) {
      return blankCost(type);
    }
    boolean single = type == ColumnType.POINTS || type == ColumnType.SHARE;
    if (single && lines.size() > 1) {
      return CostModel.NEVER;
    }
    List<String> texts = lines.stream().map(line -> body.text(line, column)).toList();
    String text = String.join("", texts);
    double like = CostModel.emissionCost(type, CellTextClassifier.classify(text));
    double sum = Math.min(like, CostModel.limit("pitch_unlike"));
    if (type == ColumnType.AMOUNT
        && texts.stream().filter(CellTextClassifier::isNumber).count() > 1) {
      sum += CostModel.limit("pitch_two_values");
    }
    if (VALUES.contains(type)
        && texts.size() > 1
        && texts.stream().allMatch(FormRowCosts::isValue)) {
      sum += CostModel.limit("pitch_two_values");
    }
    double off = topAligned ? lines.getFirst() - first : mean(lines) - anchor;
    double weight =
        topAligned ? CostModel.limit("pitch_off_top") : CostModel.limit("pitch_off_centre");
    sum += Math.min(CostModel.limit("pitch_most_off"), weight * off * off);
    return sum
        + (lines.size() - 1) * CostModel.limit("pitch_wrapped")
        + (lines.size() - 1) * (lines.size() - 1) * CostModel.limit("pitch_many_lines")
        + CellWrapCosts.cost(texts, widths[column])
        + skippedLineCost(lines, anchor);
  }

  private static boolean isValue(String text) {
    return CellTextClassifier.classify(text).stream().anyMatch(WHOLE_VALUES::contains);
  }

  /**
   * Cost of empty lines inside a cell. A cell with an even number of lines, centred on the line of
   * the row's numbers, may leave that line empty at no cost.
   */
  private double skippedLineCost(List<Integer> lines, double anchor) {
    int skipped = lines.getLast() - lines.getFirst() + 1 - lines.size();
    boolean around = !topAligned && lines.size() % 2 == 0 && mean(lines) == anchor && skipped == 1;
    return around ? 0 : skipped * CostModel.limit("pitch_skipped_line");
  }

  private double blankCost(ColumnType type) {
    return switch (type) {
      case LEVEL3, FUND -> CostModel.NEVER;
      case TARGET -> CostModel.limit("pitch_no_target");
      case ACTUAL -> CostModel.limit("pitch_no_result");
      default -> 0;
    };
  }
}
