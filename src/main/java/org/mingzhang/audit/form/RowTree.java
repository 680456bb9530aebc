package org.mingzhang.audit.form;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.mingzhang.fact.cell.TableLines.TableLine;
import org.mingzhang.text.PatternTable;

/**
 * The rows of a table without codes as a tree: each total with the rows that are its parts. A row
 * 合计 or 总计 is the total of the rows before it, back to the preceding total, or of the rows after
 * it. Numerals (一、, （一）) show which rows are headings. Without numerals, a row is the heading of
 * the rows that follow it if it is their sum in at least half of the columns, and if the total is
 * the sum of the headings but not of all rows. The tree is thus found even if some columns do not
 * add up.
 */
final class RowTree {
  private static final PatternTable PATTERNS = PatternTable.readForPackageOf(RowTree.class);
  private static final Pattern TOTAL_LABEL = PATTERNS.get("total");

  private static final Pattern INCLUDED_LABEL = PATTERNS.get("row-tree-included");

  /** Minimum number of parts of a total without headings among them. */
  private static final int MIN_PARTS_WITHOUT_HEADING = 3;

  /** Maximum number of rows that are searched for the parts of a heading without a numeral. */
  private static final int MAX_ROWS_AFTER_HEADING = 40;

  private final AuditedTable table;
  private final List<TableLine> rows;
  private final List<TableLine> columns;

  /** The amounts of the columns read so far, by the index of the column. */
  private final Map<Integer, List<BigDecimal>> amounts = new HashMap<>();

  /**
   * Creates the tree of the first block of a table.
   *
   * @param columns the columns whose amounts can be added up
   */
  RowTree(AuditedTable table, List<TableLine> columns) {
    this.table = table;
    this.rows = table.blocks().getFirst().rows();
    this.columns = columns;
  }

  /** A row of a total and the rows of its parts, by their indices in the table. */
  record RowSum(int wholeRow, List<Integer> partRows) {}

  /** Whether the words of a row denote a total. */
  static boolean isTotalLabel(String label) {
    return TOTAL_LABEL.matcher(label.strip()).find();
  }

  /**
   * The totals and headings of the table with their parts. Empty unless the last row is a total or
   * the first row is the only total.
   */
  List<RowSum> findSums() {
    int[] totals = IntStream.range(0, rows.size()).filter(r -> isTotalLabel(label(r))).toArray();
    List<RowSum> found = new ArrayList<>();
    if (totals.length == 1 && totals[0] == 0) {
      addSums(0, IntStream.range(1, rows.size()).boxed().toList(), found);
      return found;
    }
    if (totals.length == 0 || totals[totals.length - 1] != rows.size() - 1) {
      return found;
    }
    int from = 0;
    for (int total : totals) {
      addSums(total, IntStream.range(from, total).boxed().toList(), found);
      from = total + 1;
    }
    return found;
  }

  /** Whether a row that is not a total is the sum of rows that follow it. */
  boolean hasHeadings() {
    return findSums().stream().anyMatch(s -> !isTotalLabel(label(indexOf(s.wholeRow()))));
  }

  private int indexOf(int row) {
    return IntStream.range(0, rows.size())
        .filter(r -> rows.get(r).index() == row)
        .findFirst()
        .orElseThrow();
  }

  private void addSums(int totalRow, List<Integer> segment, List<RowSum> found) {
    List<Integer> others =
        segment.stream().filter(r -> !INCLUDED_LABEL.matcher(label(r)).find()).toList();
    List<Integer> headings = others.stream().filter(r -> rows.get(r).level() == 1).toList();
    if (headings.size() > 1) {
      found.add(toRowSum(totalRow, headings));
      for (int i = 0; i < headings.size(); i++) {
        int head = headings.get(i);
        int end = i + 1 < headings.size() ? headings.get(i + 1) : Integer.MAX_VALUE;
        List<Integer> below = others.stream().filter(r -> r > head && r < end).toList();
        List<Integer> numbered = below.stream().filter(r -> rows.get(r).level() == 2).toList();
        found.add(toRowSum(head, numbered.isEmpty() ? below : numbered));
      }
      return;
    }
    List<Integer> top = new ArrayList<>();
    List<RowSum> below = new ArrayList<>();
    int at = 0;
    while (at < others.size()) {
      List<Integer> parts = findPartsAfter(others, at);
      top.add(others.get(at));
      if (!parts.isEmpty()) {
        below.add(toRowSum(others.get(at), parts));
      }
      at += 1 + parts.size();
    }
    if (countColumnsThatAddUp(totalRow, top) > countColumnsThatAddUp(totalRow, others)) {
      found.addAll(below);
      found.add(toRowSum(totalRow, top));
    } else if (others.size() >= MIN_PARTS_WITHOUT_HEADING) {
      found.add(toRowSum(totalRow, others));
    }
  }

  private RowSum toRowSum(int wholeRow, List<Integer> parts) {
    return new RowSum(
        rows.get(wholeRow).index(), parts.stream().map(r -> rows.get(r).index()).toList());
  }

  /**
   * The rows that follow a row and add up to it in at least half of the columns in which both the
   * row and these rows have amounts; empty if no such rows exist.
   *
   * @param headingIndex index of the row in the list
   */
  private List<Integer> findPartsAfter(List<Integer> candidateRows, int headingIndex) {
    int whole = candidateRows.get(headingIndex);
    int last = Math.min(candidateRows.size(), headingIndex + 1 + MAX_ROWS_AFTER_HEADING);
    int[] held = new int[last + 1];
    for (TableLine column : columns) {
      BigDecimal total = amountAt(whole, column);
      BigDecimal sum = BigDecimal.ZERO;
      int counting = 0;
      for (int part = headingIndex + 1; part < last && total.signum() > 0; part++) {
        BigDecimal value = amountAt(candidateRows.get(part), column);
        sum = sum.add(value);
        counting += value.signum() != 0 ? 1 : 0;
        if (value.signum() != 0 && counting > 1 && sum.compareTo(total) == 0) {
          held[part + 1]++;
        }
        if (value.signum() >= 0 && sum.compareTo(total) > 0) {
          break;
        }
      }
    }
    int best = 0;
    for (int end = headingIndex + 3; end <= last; end++) {
      best = held[end] > held[best] ? end : best;
    }
    List<Integer> parts =
        held[best] > 0 ? candidateRows.subList(headingIndex + 1, best) : List.of();
    return held[best] * 2L >= countColumnsWithWholeAndPart(whole, parts) ? parts : List.of();
  }

  /** The number of columns that print an amount of a row and of at least one of its parts. */
  private long countColumnsWithWholeAndPart(int wholeRow, List<Integer> parts) {
    return columns.stream()
        .filter(c -> amountAt(wholeRow, c).signum() != 0)
        .filter(c -> parts.stream().anyMatch(r -> amountAt(r, c).signum() != 0))
        .count();
  }

  /**
   * The number of columns in which a row is the sum of other rows, of which at least two, among
   * them the last, are not zero.
   */
  private long countColumnsThatAddUp(int wholeRow, List<Integer> parts) {
    return columns.stream()
        .filter(
            c -> {
              List<BigDecimal> values = parts.stream().map(r -> amountAt(r, c)).toList();
              return values.stream().filter(v -> v.signum() != 0).count() > 1
                  && values.getLast().signum() != 0
                  && values.stream()
                          .reduce(BigDecimal.ZERO, BigDecimal::add)
                          .compareTo(amountAt(wholeRow, c))
                      == 0;
            })
        .count();
  }

  private BigDecimal amountAt(int row, TableLine column) {
    return amounts
        .computeIfAbsent(
            column.index(),
            c -> rows.stream().map(r -> table.amountOrZero(table.cell(0, r.index(), c))).toList())
        .get(row);
  }

  private String label(int row) {
    return rows.get(row).label().strip();
  }
}
