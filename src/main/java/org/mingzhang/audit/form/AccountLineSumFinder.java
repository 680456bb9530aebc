package org.mingzhang.audit.form;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.mingzhang.account.ChartOfAccounts;
import org.mingzhang.audit.form.AccountingIdentity.IdentityPart;
import org.mingzhang.fact.cell.TableLines.LineRole;
import org.mingzhang.fact.cell.TableLines.TableLine;
import org.mingzhang.model.Fund;
import org.mingzhang.text.PatternTable;

/**
 * Finds the sums of a table whose whole and parts are named by an identity. A name denotes rows or
 * columns by their account, by their fund after "@", by their code, or by their printed words after
 * "="; 合计 denotes a total that names nothing else.
 */
record AccountLineSumFinder(AccountingIdentity identity, AuditedTable table) {
  /** Number of digits of the code of a class (类). */
  private static final int CLASS_CODE_LENGTH = 3;

  private static final PatternTable PATTERNS =
      PatternTable.readForPackageOf(AccountLineSumFinder.class);
  private static final Pattern INCLUDED_LABEL = PATTERNS.get("included");

  private static final int GROUP_CODE_LENGTH = 5;
  private static final String TOTAL_NAME = "合计";

  /** Prefix of a name that is compared with the words of a line and not with its account. */
  private static final String PRINTED_NAME_PREFIX = "=";

  private IntStream blockIndices() {
    return IntStream.range(0, table.blocks().size());
  }

  /**
   * Finds the sums by codes: a class is the sum of its groups, a group the sum of its items, and
   * the total the sum of all classes. The parts of a class or group may also be in another block in
   * which its code has no row, as when the row of class 302 and most of its groups are in the left
   * block of a form, and its last groups at the top of the right one.
   */
  Stream<TableSum> findCodeSums() {
    List<BlockRow> coded =
        blockRows().stream().filter(row -> table.blocks().get(row.block()).hasCodes()).toList();
    Map<String, List<BlockRow>> below =
        coded.stream()
            .filter(row -> row.line().code().length() >= CLASS_CODE_LENGTH)
            .collect(Collectors.groupingBy(row -> parentCode(row.line())));
    Map<String, Set<Integer>> blocks =
        coded.stream()
            .collect(
                Collectors.groupingBy(
                    row -> row.line().code(),
                    Collectors.mapping(BlockRow::block, Collectors.toSet())));
    return coded.stream()
        .filter(row -> isTotalClassOrGroup(row.line()))
        .flatMap(
            whole ->
                createSums(
                    whole,
                    below.getOrDefault(whole.line().code(), List.of()).stream()
                        .filter(
                            part ->
                                part.block() == whole.block()
                                    || (!whole.line().code().isEmpty()
                                        && !blocks
                                            .getOrDefault(whole.line().code(), Set.of())
                                            .contains(part.block())))
                        .toList()));
  }

  private List<BlockRow> blockRows() {
    return IntStream.range(0, table.blocks().size())
        .boxed()
        .flatMap(b -> table.blocks().get(b).rows().stream().map(line -> new BlockRow(b, line)))
        .toList();
  }

  /** The sums of a row in its columns; the columns of several blocks correspond by their order. */
  private Stream<TableSum> createSums(BlockRow whole, List<BlockRow> parts) {
    return IntStream.range(0, columns(whole).size())
        .boxed()
        .flatMap(
            k ->
                table.createSum(
                    identity,
                    cell(whole, k),
                    parts.stream().filter(r -> k < columns(r).size()).map(r -> cell(r, k))));
  }

  private static boolean isTotalClassOrGroup(TableLine line) {
    int digits = line.code().length();
    return digits == 0
        ? line.role() == LineRole.TOTAL
        : digits >= CLASS_CODE_LENGTH && digits <= GROUP_CODE_LENGTH;
  }

  private static String parentCode(TableLine line) {
    String code = line.code();
    return code.length() == CLASS_CODE_LENGTH ? "" : code.substring(0, code.length() - 2);
  }

  /**
   * Finds the sums of columns: a whole is the sum of the columns after it, up to the next whole.
   * After a plain 合计, every column must be one of its parts; after a whole that names an account,
   * other columns may be between the parts of that account.
   */
  Stream<TableSum> findColumnSums() {
    return blockIndices()
        .boxed()
        .flatMap(
            b -> {
              List<TableLine> columns = table.blocks().get(b).columns();
              return IntStream.range(0, columns.size())
                  .filter(i -> isWhole(columns.get(i)))
                  .boxed()
                  .flatMap(
                      i -> findColumnSums(b, columns.get(i), columnsUpToNextWhole(columns, i + 1)));
            });
  }

  private List<TableLine> columnsUpToNextWhole(List<TableLine> columns, int from) {
    return columns.subList(from, columns.size()).stream()
        .takeWhile(c -> !isWhole(c) && !(c.role() == LineRole.TOTAL && c.namesNoAccountOrFund()))
        .toList();
  }

  private Stream<TableSum> findColumnSums(int block, TableLine whole, List<TableLine> columns) {
    List<TableLine> parts = findParts(whole, columns);
    return parts.size() >= 2
            && (!whole.account().isEmpty() || includeAllSummableLines(parts, columns))
        ? table.blocks().get(block).rows().stream()
            .map(row -> table.cell(block, row.index(), whole.index()))
            .flatMap(
                c -> table.createSum(identity, c, parts.stream().map(p -> c.withColumn(p.index()))))
        : Stream.empty();
  }

  /** A row of a table in one of its blocks of columns. */
  private record BlockRow(int block, TableLine line) {}

  /**
   * Finds the sums of rows: the row of a whole is the sum of the rows of its parts, including those
   * in other blocks. The columns of several blocks correspond by their order. Empty unless exactly
   * one row is a whole.
   */
  Stream<TableSum> findRowSums() {
    List<BlockRow> rows = blockRows();
    List<BlockRow> wholes = rows.stream().filter(r -> isWhole(r.line())).toList();
    if (wholes.size() != 1) {
      return Stream.empty();
    }
    BlockRow whole = wholes.getFirst();
    List<TableLine> parts = findParts(whole.line(), rows.stream().map(BlockRow::line).toList());
    return createSums(whole, rows.stream().filter(r -> parts.contains(r.line())).toList());
  }

  private List<TableLine> columns(BlockRow row) {
    return table.blocks().get(row.block()).columns();
  }

  private CellPosition cell(BlockRow row, int k) {
    return table.cell(row.block(), row.line().index(), columns(row).get(k).index());
  }

  private boolean isWhole(TableLine line) {
    return identity.wholes().stream()
        .anyMatch(
            name ->
                name.equals(TOTAL_NAME)
                    ? line.role() == LineRole.TOTAL && line.namesNoAccountOrFund()
                    : matches(name, line) && line.code().isEmpty());
  }

  /**
   * The candidates that are the parts of a whole; empty if a required part is missing or a name
   * matches several lines of the same fund.
   */
  private List<TableLine> findParts(TableLine whole, List<TableLine> candidates) {
    List<TableLine> found = new ArrayList<>();
    for (IdentityPart part : identity.parts()) {
      List<TableLine> lines =
          withoutNarrowerFunds(
              candidates.stream()
                  .filter(l -> matches(part.name(), l) && l.isOfSameTime(whole))
                  .filter(l -> isOfSameFund(part.name(), whole, l))
                  .toList());
      if (lines.isEmpty() ? part.isRequired() : !areOfDifferentFunds(lines)) {
        return List.of();
      }
      found.addAll(lines);
    }
    return found;
  }

  private static boolean matches(String name, TableLine line) {
    if (name.startsWith("@")) {
      Fund fund = line.fund();
      return fund != null && line.code().isEmpty() && fund.label().equals(name.substring(1));
    }
    if (name.startsWith(PRINTED_NAME_PREFIX)) {
      return line.code().isEmpty()
          && ChartOfAccounts.normalize(line.label()).equals(name.substring(1));
    }
    return Character.isDigit(name.charAt(0))
        ? line.code().equals(name)
        : line.account().equals(name) && line.code().isEmpty();
  }

  /**
   * Whether a part may belong to the fund of its whole; true if one of them names no fund, or if
   * the part is denoted by its fund.
   */
  private static boolean isOfSameFund(String name, TableLine whole, TableLine part) {
    Fund wholeFund = whole.fund();
    Fund own = part.fund();
    return name.startsWith("@") || wholeFund == null || own == null || own.isWithin(wholeFund);
  }

  /**
   * The lines without those whose fund is contained in the fund of another line; if a line names no
   * fund, only the lines that name none.
   */
  private static List<TableLine> withoutNarrowerFunds(List<TableLine> lines) {
    boolean unnamed = lines.stream().anyMatch(l -> l.fund() == null);
    Set<Fund> funds = EnumSet.noneOf(Fund.class);
    lines.stream().map(TableLine::fund).filter(Objects::nonNull).forEach(funds::add);
    return lines.stream()
        .filter(l -> l.fund() == null || !(unnamed || isWithinWiderFund(l.fund(), funds)))
        .toList();
  }

  private static boolean isWithinWiderFund(Fund fund, Set<Fund> funds) {
    return funds.stream().anyMatch(wider -> wider != fund && fund.isWithin(wider));
  }

  private static boolean areOfDifferentFunds(List<TableLine> lines) {
    return lines.stream().map(l -> String.valueOf(l.fund())).distinct().count() == lines.size();
  }

  /**
   * Whether every line is one of the parts, has no amounts that can be added up, or gives only some
   * parts of another line (其中).
   */
  private static boolean includeAllSummableLines(
      List<TableLine> parts, List<TableLine> candidates) {
    return candidates.stream()
        .allMatch(
            l ->
                l.role() == LineRole.NONE
                    || parts.contains(l)
                    || INCLUDED_LABEL.matcher(l.label().strip()).find());
  }
}
