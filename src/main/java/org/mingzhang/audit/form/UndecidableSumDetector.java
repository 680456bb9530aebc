package org.mingzhang.audit.form;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.mingzhang.audit.check.AuditedDocument;
import org.mingzhang.audit.check.CheckResult;
import org.mingzhang.audit.check.LastDocumentPart;
import org.mingzhang.fact.cell.TableLines.LineRole;
import org.mingzhang.fact.cell.TableLines.TableLine;
import org.mingzhang.model.TableData;

/**
 * Decides whether a sum that does not add up must be left undecided because the table may have been
 * read incompletely: a row may be missing, the table may be cut off at the end of the file, blank
 * cells may have been lost so that amounts are in the wrong column, or a row may contain text or
 * the code of its neighbor.
 */
final class UndecidableSumDetector {
  private static final CheckResult.Undecided MAY_BE_TRUNCATED =
      CheckResult.undecided("table-cut-off");
  private static final CheckResult.Undecided MAY_LACK_ROW = CheckResult.undecided("row-not-read");
  private static final CheckResult.Undecided MAY_LACK_BLANK_CELLS =
      CheckResult.undecided("blanks-lost");
  private static final CheckResult.Undecided ROW_MISREAD = CheckResult.undecided("row-broken");
  private static final CheckResult.Undecided PARTS_NOT_ALL = CheckResult.undecided("parts-not-all");
  private static final CheckResult.Undecided PARTS_ADDED_TWICE =
      CheckResult.undecided("parts-of-parts");

  private static final String PLAIN_TEXT_TYPE = "text/plain";

  /**
   * Minimum number of rows with fewer cells than the header that show that blank cells of a table
   * were lost.
   */
  private static final int MIN_SHORT_ROWS = 2;

  /**
   * Maximum number of columns of a table in which lost blank cells cannot have moved an amount to
   * another column.
   */
  private static final int MAX_UNSHIFTABLE_COLUMNS = 2;

  /** Maximum number of amounts outside an identity whose sums are tried as further parts. */
  private static final int MAX_ADDED_AMOUNTS = 8;

  private static final BigDecimal THREE = BigDecimal.valueOf(3);
  private static final Pattern SHORT_INTEGER = Pattern.compile("\\d{1,7}");
  private static final Pattern TWO_DECIMALS = Pattern.compile("\\.\\d{2}$");

  /** Minimum number of amounts with two decimals that show how a column prints its amounts. */
  private static final int MIN_PRECISE_AMOUNTS = 3;

  /** The mark of a second name in one label: 四、上级补助收入四、其他支出. */
  private static final Pattern SECOND_MARK =
      Pattern.compile("(?<=[收支][入出])[一二三四五六七八九十]{1,3}、\\p{IsHan}{2}");

  private static final Pattern TWO_IDEOGRAPHS = Pattern.compile("\\p{IsHan}{2}");

  /**
   * Code of a functional or economic class (政府收支分类科目): in a row of amounts in whole 元, a number of
   * three digits is a code.
   */
  private static final Pattern CLASS_CODE = Pattern.compile("2[0-3]\\d|3\\d\\d");

  private static final Pattern INTEGER_AMOUNT = Pattern.compile("\\d{1,3}(?:[,，]\\d{3})+|\\d{5,}");

  /** Code of a 款 or 项 that is printed in a column of its own; no amount begins with a zero. */
  private static final Pattern SUBCLASS_CODE = Pattern.compile("0[1-9]");

  private final AuditedDocument document;
  private final boolean isPlainText;

  /**
   * The identities that add amounts of several levels in this table, so that a sum is a multiple of
   * its total. Identities by codes are not among them: codes tell the levels apart.
   */
  private final Set<AccountingIdentity> identitiesOverLevels;

  /** The sums that do not add up, by row and identity. */
  private final Map<IdentityRow, List<TableSum>> brokenSumsByRow = new HashMap<>();

  /** Cache: for each block, the last code in its rows, or an empty string if none has a code. */
  private final Map<Integer, String> lastCodeByBlock = new HashMap<>();

  UndecidableSumDetector(AuditedDocument audited, List<TableSum> broken) {
    this.document = audited;
    this.isPlainText = PLAIN_TEXT_TYPE.equals(audited.disclosure().source().mediaType());
    this.identitiesOverLevels =
        broken.stream()
            .filter(UndecidableSumDetector::isMultipleOfTotal)
            .map(TableSum::identity)
            .filter(i -> i.matching() != AccountingIdentity.TermMatching.CODES)
            .collect(Collectors.toSet());
    broken.forEach(
        s ->
            this.brokenSumsByRow.computeIfAbsent(IdentityRow.of(s), k -> new ArrayList<>()).add(s));
  }

  /** The row of a whole, for which an identity is checked in several columns. */
  private record IdentityRow(AccountingIdentity identity, int block, int row) {
    static IdentityRow of(TableSum sum) {
      return new IdentityRow(sum.identity(), sum.wholeCell().block(), sum.wholeCell().row());
    }
  }

  /** The reason why a sum is undecided; null if it can be decided. */
  CheckResult.@Nullable Undecided findReasonUndecided(TableSum sum) {
    AuditedTable table = sum.table();
    boolean sides = sum.identity().matching() == AccountingIdentity.TermMatching.SIDES;
    if (sum.cellsThatMayBeWrong().stream().anyMatch(c -> isRowMisread(table, c))
        || (sides && hasAmountsWithoutName(table))
        || sum.hasUnreadableNumber()) {
      return ROW_MISREAD;
    }
    if (isMultipleOfTotal(sum) || identitiesOverLevels.contains(sum.identity())) {
      return PARTS_ADDED_TWICE;
    }
    if (hasNumberWithoutDecimals(sum)) {
      return ROW_MISREAD;
    }
    if ((isPlainText && mayBeInOtherColumn(sum)) || hasUnplacedAmount(sum)) {
      return MAY_LACK_BLANK_CELLS;
    }
    if (isCompletedByOtherColumns(sum)) {
      return PARTS_NOT_ALL;
    }
    if (sum.identity().matching() != AccountingIdentity.TermMatching.CODES
        || sum.difference().signum() <= 0) {
      return null;
    }
    return mayBeTruncated(sum)
        ? MAY_BE_TRUNCATED
        : isExplainedByMissingRow(sum) ? MAY_LACK_ROW : null;
  }

  /**
   * Whether the parts add up to exactly twice or three times their total. The rows are then at
   * several levels: a body below the total and its projects below the body, or 小计 and its 其中 side
   * by side.
   */
  private static boolean isMultipleOfTotal(TableSum sum) {
    BigDecimal total = sum.statedValue();
    BigDecimal added = sum.computedValue();
    return total.signum() > 0
        && (added.compareTo(total.multiply(BigDecimal.TWO)) == 0
            || added.compareTo(total.multiply(THREE)) == 0);
  }

  /**
   * Whether other amounts of the row make up the difference between the whole and its parts, as
   * 上年结转 beside the funds of 支出合计: the identity then does not name all parts of this table.
   */
  private static boolean isCompletedByOtherColumns(TableSum sum) {
    if (sum.identity().matching() != AccountingIdentity.TermMatching.COLUMNS) {
      return false;
    }
    return someAddUpTo(
        sum.table().blockOf(sum.wholeCell()).columns().stream()
            .map(column -> sum.wholeCell().withColumn(column.index()))
            .filter(cell -> !sum.cellsThatMayBeWrong().contains(cell))
            .map(sum.table()::amountOrZero),
        sum.difference());
  }

  /**
   * Whether one of some amounts equals a sum, or several of the first {@link #MAX_ADDED_AMOUNTS}
   * add up to it.
   */
  static boolean someAddUpTo(Stream<BigDecimal> amounts, BigDecimal sum) {
    Set<BigDecimal> reachable = new HashSet<>();
    int added = 0;
    for (BigDecimal amount : amounts.filter(a -> a.signum() != 0).toList()) {
      if (added++ < MAX_ADDED_AMOUNTS) {
        List.copyOf(reachable).forEach(r -> reachable.add(r.add(amount).stripTrailingZeros()));
      }
      reachable.add(amount.stripTrailingZeros());
    }
    return reachable.contains(sum.stripTrailingZeros());
  }

  /**
   * Whether one of several amounts of a column is a whole number while all others have two
   * decimals: it may be a quantity or a code from the next column.
   */
  private static boolean hasNumberWithoutDecimals(TableSum sum) {
    if (sum.cellsThatMayBeWrong().stream().map(CellPosition::column).distinct().count() > 1) {
      return false;
    }
    List<String> amounts =
        sum.cellsThatMayBeWrong().stream()
            .map(c -> sum.table().cells().data().rows().get(c.row()).get(c.column()).strip())
            .filter(a -> !a.isEmpty() && !a.equals("0"))
            .toList();
    long whole = amounts.stream().filter(a -> SHORT_INTEGER.matcher(a).matches()).count();
    long precise = amounts.stream().filter(a -> TWO_DECIMALS.matcher(a).find()).count();
    return whole == 1 && precise == amounts.size() - 1 && precise >= MIN_PRECISE_AMOUNTS;
  }

  /**
   * Whether a cell of amounts in the row of a cell contains words or the code of a 款 or 项, or,
   * beside amounts in whole 元, the code of a class.
   */
  private static boolean isRowMisread(AuditedTable table, CellPosition cell) {
    List<String> row = table.cells().data().rows().get(cell.row());
    List<String> amounts =
        table.blocks().get(cell.block()).columns().stream().map(c -> row.get(c.index())).toList();
    return anyMatches(
            amounts, a -> TWO_IDEOGRAPHS.matcher(a).find() || SUBCLASS_CODE.matcher(a).matches())
        || (anyMatches(amounts, a -> INTEGER_AMOUNT.matcher(a.strip()).matches())
            && anyMatches(amounts, a -> CLASS_CODE.matcher(a.strip()).matches()));
  }

  private static boolean anyMatches(List<String> cells, Predicate<String> kind) {
    return cells.stream().anyMatch(kind);
  }

  /**
   * Whether amounts are in a row without a name, which therefore belongs to the other side of the
   * table, or with the names of two rows.
   */
  private static boolean hasAmountsWithoutName(AuditedTable table) {
    for (int b = 0; b < table.blocks().size(); b++) {
      int name = table.cells().columns().blocks().get(b).nameColumn();
      for (TableLine tableLine : table.blocks().get(b).rows()) {
        String label = name < 0 ? "" : table.cells().data().rows().get(tableLine.index()).get(name);
        if (name >= 0
            && (label.isBlank() || SECOND_MARK.matcher(label).find())
            && filledCellFlags(table, b, tableLine.index()).contains(true)) {
          return true;
        }
      }
    }
    return false;
  }

  /**
   * Whether the amounts of a sum of rows may occur in another column because blank cells were lost.
   */
  private static boolean mayBeInOtherColumn(TableSum sum) {
    List<TableLine> columns = sum.table().blockOf(sum.wholeCell()).columns();
    return sum.identity().matching() != AccountingIdentity.TermMatching.COLUMNS
        && columns.size() > MAX_UNSHIFTABLE_COLUMNS
        && sum.wholeCell().column() != columns.getFirst().index()
        && hasLostBlanks(sum.table(), sum.wholeCell().block());
  }

  /**
   * Whether several rows lack cells at the end and no row has a blank cell before an amount, as if
   * blank cells had been lost.
   */
  private static boolean hasLostBlanks(AuditedTable table, int block) {
    int found = 0;
    for (TableLine row : table.blocks().get(block).rows()) {
      List<Boolean> filled = filledCellFlags(table, block, row.index());
      int amounts = Collections.frequency(filled, true);
      if (filled.subList(0, amounts).contains(false)) {
        return false;
      }
      found += amounts > 1 && amounts < filled.size() ? 1 : 0;
    }
    return found >= MIN_SHORT_ROWS;
  }

  private static List<Boolean> filledCellFlags(AuditedTable table, int block, int row) {
    List<String> cells = table.cells().data().rows().get(row);
    return table.blocks().get(block).columns().stream()
        .map(c -> !cells.get(c.index()).isBlank())
        .toList();
  }

  /** Whether a row of a sum has an amount whose column is not known. */
  private static boolean hasUnplacedAmount(TableSum sum) {
    TableData data = sum.table().cells().data();
    int unplaced = data.header().indexOf(TableData.UNPLACED_AMOUNTS);
    return unplaced >= 0
        && sum.cellsThatMayBeWrong().stream()
            .anyMatch(c -> !data.rows().get(c.row()).get(unplaced).isBlank());
  }

  /** Whether rows of a sum may be missing because the file ends; not if the last row is a total. */
  private boolean mayBeTruncated(TableSum sum) {
    List<TableLine> rows = sum.table().blockOf(sum.wholeCell()).rows();
    TableLine foot = rows.getLast();
    if (foot.role() == LineRole.TOTAL && foot.code().isEmpty()) {
      return false;
    }
    String last =
        lastCodeByBlock.computeIfAbsent(
            sum.wholeCell().block(),
            b ->
                rows.stream()
                    .map(TableLine::code)
                    .filter(c -> !c.isEmpty())
                    .reduce("", (x, y) -> y));
    return !last.isEmpty()
        && last.startsWith(rows.get(sum.wholeCell().row()).code())
        && document
            .computeOnce(LastDocumentPart.class, LastDocumentPart::findIn)
            .isLastTable(sum.table().cells(), document);
  }

  /** Whether the differences in the columns of a sum are the amounts of one missing row. */
  private boolean isExplainedByMissingRow(TableSum sum) {
    int first = sum.table().blockOf(sum.wholeCell()).columns().getFirst().index();
    List<BigDecimal> others = new ArrayList<>();
    BigDecimal total = BigDecimal.ZERO;
    for (TableSum own : brokenSumsByRow.getOrDefault(IdentityRow.of(sum), List.of()).reversed()) {
      if (own.wholeCell().column() == first) {
        total = own.difference();
      } else {
        others.add(own.difference());
      }
    }
    BigDecimal lacking = total;
    BigDecimal sumOfOthers = others.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
    BigDecimal slack =
        sum.table().unitInLastPlace().multiply(BigDecimal.valueOf(others.size() + 1L));
    return !others.isEmpty()
        && others.stream().allMatch(d -> d.signum() > 0)
        && (total.subtract(sumOfOthers).abs().compareTo(slack) <= 0
            || others.stream().allMatch(d -> d.compareTo(lacking) == 0));
  }
}
