package org.mingzhang.audit.form;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.mingzhang.fact.cell.TableLines;
import org.mingzhang.fact.cell.TableLines.TableLine;

/**
 * Finds the sums of a table without codes whose last or first row is a total: 一般公共预算支出合计 of the
 * classes above it, 一、税收收入 of the taxes below it. Which rows are parts follows from their numerals
 * only; therefore the parts must add up in at least one column, and in no fewer columns than they
 * do not, before a column in which they do not is reported.
 */
final class LevelSumFinder {
  private static final int MIN_PARTS = 3;
  private static final Pattern TOTAL = Pattern.compile("[合总]计$");

  /** A row that gives only some parts of the row above it. */
  private static final Pattern INCLUDED = Pattern.compile("^(?:其中|[#＃]|——|-)");

  /** Headers of columns whose numbers cannot be added up, such as rates. */
  private static final Pattern NOT_ADDED = Pattern.compile("单价|率|比|占|均|年限|年度$|时间|代码|编码|%|％");

  private final FormIdentity identity;
  private final FormTable table;

  LevelSumFinder(FormIdentity identity, FormTable table) {
    this.identity = identity;
    this.table = table;
  }

  /** A row of a total and the rows of its parts, by their indices. */
  private record RowSum(int whole, List<Integer> parts) {}

  /** The sums of the table, each in all columns that it has; empty for a table of another kind. */
  Stream<TableSum> find() {
    if (table.blocks().size() != 1 || table.blocks().getFirst().coded()) {
      return Stream.empty();
    }
    TableLines.Block block = table.blocks().getFirst();
    return findCandidates(block.rows()).stream()
        .flatMap(rowSum -> selectSatisfiedSums(rowSum, block.columns()));
  }

  /** Sums that numerals suggest: the total of the rows of the highest level, and each of those. */
  private List<RowSum> findCandidates(List<TableLine> rows) {
    int total = findTotal(rows);
    if (total < 0) {
      return List.of();
    }
    List<Integer> others =
        IntStream.range(0, rows.size())
            .filter(r -> r != total && !INCLUDED.matcher(label(rows, r)).find())
            .boxed()
            .toList();
    List<Integer> headers = others.stream().filter(r -> rows.get(r).level() == 1).toList();
    List<RowSum> found = new ArrayList<>();
    found.add(
        new RowSum(rows.get(total).index(), rowsAt(rows, headers.size() > 1 ? headers : others)));
    for (int i = 0; headers.size() > 1 && i < headers.size(); i++) {
      int head = headers.get(i);
      int end = i + 1 < headers.size() ? headers.get(i + 1) : rows.size();
      List<Integer> below = others.stream().filter(r -> r > head && r < end).toList();
      List<Integer> numbered = below.stream().filter(r -> rows.get(r).level() == 2).toList();
      found.add(
          new RowSum(rows.get(head).index(), rowsAt(rows, numbered.isEmpty() ? below : numbered)));
    }
    return found;
  }

  /** The only row labeled as a total, if it is the first or the last; -1 otherwise. */
  private static int findTotal(List<TableLine> rows) {
    int[] totals =
        IntStream.range(0, rows.size()).filter(r -> TOTAL.matcher(label(rows, r)).find()).toArray();
    return totals.length == 1 && (totals[0] == 0 || totals[0] == rows.size() - 1) ? totals[0] : -1;
  }

  private static String label(List<TableLine> rows, int row) {
    return rows.get(row).label().strip();
  }

  private static List<Integer> rowsAt(List<TableLine> rows, List<Integer> indices) {
    return indices.stream().map(r -> rows.get(r).index()).toList();
  }

  private Stream<TableSum> selectSatisfiedSums(RowSum rowSum, List<TableLine> columns) {
    if (rowSum.parts().size() < MIN_PARTS) {
      return Stream.empty();
    }
    List<TableSum> all =
        columns.stream()
            .filter(c -> !NOT_ADDED.matcher(table.cells().lowestHeader(c.index())).find())
            .flatMap(
                c ->
                    table.createSum(
                        identity,
                        table.cell(0, rowSum.whole(), c.index()),
                        rowSum.parts().stream().map(row -> table.cell(0, row, c.index()))))
            .toList();
    long held = all.stream().filter(s -> s.statedValue().signum() != 0 && s.holds(false)).count();
    return held > 0 && held * 2 >= all.size() ? all.stream() : Stream.empty();
  }
}
