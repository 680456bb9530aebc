package org.mingzhang.audit.form;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.mingzhang.fact.cell.TableLines;
import org.mingzhang.fact.cell.TableLines.LineRole;
import org.mingzhang.fact.cell.TableLines.TableLine;

/**
 * Finds the sums of a table whose terms are rows or columns with the name or code of an account or
 * fund.
 */
record AccountLineSumFinder(FormIdentity identity, FormTable table) {
  /** Number of digits of the code of a class (类). */
  private static final int CLASS_DIGITS = 3;

  private static final int GROUP_DIGITS = 5;

  private LineMatcher lines() {
    return new LineMatcher(identity);
  }

  private IntStream blocks() {
    return IntStream.range(0, table.blocks().size());
  }

  /**
   * Finds the sums by codes: a class is the sum of its groups, a group the sum of its items, and
   * the total the sum of all classes.
   */
  Stream<TableSum> findCodeSums() {
    return blocks().filter(b -> table.blocks().get(b).coded()).boxed().flatMap(this::findCodeSums);
  }

  private Stream<TableSum> findCodeSums(int block) {
    TableLines.Block lines = table.blocks().get(block);
    Map<String, List<Integer>> below =
        lines.rows().stream()
            .filter(l -> l.code().length() >= CLASS_DIGITS)
            .collect(
                Collectors.groupingBy(
                    AccountLineSumFinder::findCodeAbove,
                    Collectors.mapping(TableLine::index, Collectors.toList())));
    return lines.rows().stream()
        .filter(AccountLineSumFinder::hasParts)
        .flatMap(
            row ->
                table.createSums(
                    identity,
                    block,
                    lines.columns().stream(),
                    row.index(),
                    below.getOrDefault(row.code(), List.of())));
  }

  private static boolean hasParts(TableLine line) {
    int digits = line.code().length();
    return digits == 0
        ? line.role() == LineRole.TOTAL
        : digits >= CLASS_DIGITS && digits <= GROUP_DIGITS;
  }

  private static String findCodeAbove(TableLine line) {
    String code = line.code();
    return code.length() == CLASS_DIGITS ? "" : code.substring(0, code.length() - 2);
  }

  /**
   * Finds the sums of columns: a whole is the sum of the columns after it, up to the next whole.
   * After a plain 合计 every column must be one of its parts; a whole that names an account has the
   * parts of that account, and other columns may be beside them.
   */
  Stream<TableSum> findColumnSums() {
    return blocks()
        .boxed()
        .flatMap(
            b -> {
              List<TableLine> columns = table.blocks().get(b).columns();
              return IntStream.range(0, columns.size())
                  .filter(i -> lines().isWhole(columns.get(i)))
                  .boxed()
                  .flatMap(
                      i -> findColumnSums(b, columns.get(i), columnsBeforeWhole(columns, i + 1)));
            });
  }

  private List<TableLine> columnsBeforeWhole(List<TableLine> columns, int from) {
    return columns.subList(from, columns.size()).stream()
        .takeWhile(c -> !lines().isWhole(c) && !(c.role() == LineRole.TOTAL && c.isPlain()))
        .toList();
  }

  private Stream<TableSum> findColumnSums(int block, TableLine whole, List<TableLine> columns) {
    List<TableLine> parts = lines().findParts(whole, columns);
    return parts.size() >= 2 && (!whole.account().isEmpty() || lines().coverAll(columns, parts))
        ? table.blocks().get(block).rows().stream()
            .map(row -> table.cell(block, row.index(), whole.index()))
            .flatMap(
                c -> table.createSum(identity, c, parts.stream().map(p -> c.withColumn(p.index()))))
        : Stream.empty();
  }

  /** A row of a table in one of its blocks of columns. */
  private record BlockLine(int block, TableLine line) {}

  /**
   * Finds the sums of rows: the only row of a whole is the sum of the rows of its parts, including
   * those in the neighboring blocks. The columns of several blocks correspond by their order.
   */
  Stream<TableSum> findRowSums() {
    List<BlockLine> rows =
        blocks()
            .boxed()
            .flatMap(b -> table.blocks().get(b).rows().stream().map(line -> new BlockLine(b, line)))
            .toList();
    List<BlockLine> wholes = rows.stream().filter(r -> lines().isWhole(r.line())).toList();
    if (wholes.size() != 1) {
      return Stream.empty();
    }
    BlockLine whole = wholes.getFirst();
    List<TableLine> parts =
        lines().findParts(whole.line(), rows.stream().map(BlockLine::line).toList());
    return IntStream.range(0, columns(whole).size())
        .boxed()
        .flatMap(
            k ->
                table.createSum(
                    identity,
                    cell(whole, k),
                    rows.stream()
                        .filter(r -> parts.contains(r.line()) && k < columns(r).size())
                        .map(r -> cell(r, k))));
  }

  private List<TableLine> columns(BlockLine row) {
    return table.blocks().get(row.block()).columns();
  }

  private CellPosition cell(BlockLine row, int k) {
    return table.cell(row.block(), row.line().index(), columns(row).get(k).index());
  }
}
