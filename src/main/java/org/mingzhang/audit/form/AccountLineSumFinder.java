package org.mingzhang.audit.form;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.mingzhang.fact.cell.TableLines;
import org.mingzhang.fact.cell.TableLines.Role;
import org.mingzhang.fact.cell.TableLines.TableLine;

/** Finds the sums of one table whose terms are rows or columns of accounts, funds or codes. */
final class AccountLineSumFinder {
  /** Number of digits of the code of a class. */
  private static final int CLASS_DIGITS = 3;

  private static final int GROUP_DIGITS = 5;

  private final FormIdentity identity;
  private final FormTable table;
  private final LineMatcher lines;

  AccountLineSumFinder(FormIdentity identity, FormTable table) {
    this.identity = identity;
    this.table = table;
    this.lines = new LineMatcher(identity);
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
    Map<String, List<TableLine>> below =
        lines.rows().stream()
            .filter(l -> l.code().length() >= CLASS_DIGITS)
            .collect(Collectors.groupingBy(AccountLineSumFinder::findCodeAbove));
    return lines.rows().stream()
        .filter(AccountLineSumFinder::hasParts)
        .flatMap(
            row ->
                lines.columns().stream()
                    .flatMap(
                        column ->
                            table.sum(
                                identity,
                                table.cell(block, row.at(), column.at()),
                                below.getOrDefault(row.code(), List.of()).stream()
                                    .map(l -> table.cell(block, l.at(), column.at())))));
  }

  private static boolean hasParts(TableLine tableLine) {
    int digits = tableLine.code().length();
    return digits == 0
        ? tableLine.role() == Role.TOTAL
        : digits >= CLASS_DIGITS && digits <= GROUP_DIGITS;
  }

  private static String findCodeAbove(TableLine tableLine) {
    String code = tableLine.code();
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
                  .filter(i -> lines.isWhole(columns.get(i)))
                  .boxed()
                  .flatMap(
                      i -> findColumnSums(b, columns.get(i), columnsBeforeWhole(columns, i + 1)));
            });
  }

  private List<TableLine> columnsBeforeWhole(List<TableLine> columns, int from) {
    return columns.subList(from, columns.size()).stream()
        .takeWhile(c -> !lines.isWhole(c) && !(c.role() == Role.TOTAL && c.isPlain()))
        .toList();
  }

  private Stream<TableSum> findColumnSums(int block, TableLine whole, List<TableLine> columns) {
    List<TableLine> parts = lines.findParts(whole, columns);
    return parts.size() >= 2 && (!whole.account().isEmpty() || lines.coverAll(columns, parts))
        ? table.blocks().get(block).rows().stream()
            .map(row -> table.cell(block, row.at(), whole.at()))
            .flatMap(c -> table.sum(identity, c, parts.stream().map(p -> c.inColumn(p.at()))))
        : Stream.empty();
  }

  /** A row of a table in one of its blocks of columns. */
  private record BlockLine(int block, TableLine line) {}

  /**
   * Finds the sums of rows: the only row of a whole is the sum of the rows of its parts, including
   * those in the neighboring blocks. The columns of several blocks correspond by their order.
   */
  Stream<TableSum> findRowSums() {
    List<BlockLine> blockLines =
        blocks()
            .boxed()
            .flatMap(
                b ->
                    table.blocks().get(b).rows().stream()
                        .map(tableLine -> new BlockLine(b, tableLine)))
            .toList();
    List<BlockLine> wholes = blockLines.stream().filter(r -> lines.isWhole(r.line())).toList();
    if (wholes.size() != 1) {
      return Stream.empty();
    }
    BlockLine whole = wholes.getFirst();
    List<TableLine> parts =
        lines.findParts(whole.line(), blockLines.stream().map(BlockLine::line).toList());
    return IntStream.range(0, columns(whole).size())
        .boxed()
        .flatMap(
            k ->
                table.sum(
                    identity,
                    cell(whole, k),
                    blockLines.stream()
                        .filter(r -> parts.contains(r.line()) && k < columns(r).size())
                        .map(r -> cell(r, k))));
  }

  private List<TableLine> columns(BlockLine blockLine) {
    return table.blocks().get(blockLine.block()).columns();
  }

  private Cell cell(BlockLine blockLine, int k) {
    return table.cell(blockLine.block(), blockLine.line().at(), columns(blockLine).get(k).at());
  }
}
