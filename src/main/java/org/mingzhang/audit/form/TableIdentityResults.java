package org.mingzhang.audit.form;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.mingzhang.audit.check.AuditedDocument;
import org.mingzhang.audit.check.CheckResult;
import org.mingzhang.audit.check.DisclosureTableKind;
import org.mingzhang.audit.check.FindingDraft;
import org.mingzhang.audit.check.StatedSum;
import org.mingzhang.audit.form.AccountingIdentity.TermMatching;
import org.mingzhang.audit.form.WrongCellLocator.CorroboratedAmounts;
import org.mingzhang.audit.form.WrongCellLocator.LocatedError;
import org.mingzhang.model.Finding.QuoteLocation;
import org.mingzhang.text.PatternTable;

/**
 * The results of all identities within single tables, computed once.
 *
 * @param disorderedTables indices of the tables in which at least half of the rows with codes
 *     differ from the sum of their parts; their cells are not compared with anything else
 * @param reportedRows the rows that the findings quote, with page 0 instead of their own; an amount
 *     that repeats one of them is not reported again
 */
record TableIdentityResults(
    List<RuleResult> checks, Set<Integer> disorderedTables, Set<QuoteLocation> reportedRows) {
  /**
   * Minimum number of wrong rows with codes, which must also be at least half of all rows with
   * codes, for the whole table to be reported as disordered.
   */
  private static final int MIN_WRONG_ROWS = 5;

  private static final PatternTable PATTERNS =
      PatternTable.readForPackageOf(TableIdentityResults.class);
  private static final Set<String> PLAIN_TOTALS = PATTERNS.getWords("plain-total");

  /**
   * Result for a broken sum that may have other parts: other sums confirm all its amounts, or it is
   * a subtotal that nothing else in the document supports.
   */
  private static final CheckResult.Undecided PARTS_MAY_BE_MISSING =
      CheckResult.undecided("parts-may-not-be-all");

  private static final CheckResult.Undecided REPORTED_AT_OTHER_ROW =
      CheckResult.undecided("reported-at-other-row");

  static TableIdentityResults checkAll(AuditedDocument document) {
    return document.computeOnce(TableIdentityResults.class, TableIdentityResults::computeResults);
  }

  /** Checks all identities within the tables of a document. */
  private static TableIdentityResults computeResults(AuditedDocument document) {
    List<AuditedTable> tables = AuditedTable.findAll(document);
    List<TableSum> sums = new ArrayList<>();
    for (AuditedTable table : tables) {
      document.throwIfTimeExhausted();
      sums.addAll(findSums(table));
    }
    boolean cut = countBrokenSums(sums, true) < countBrokenSums(sums, false);
    Map<Integer, List<TableSum>> byTable = new LinkedHashMap<>();
    sums.forEach(
        s -> byTable.computeIfAbsent(s.wholeCell().table(), t -> new ArrayList<>()).add(s));
    TableIdentityResults found =
        new TableIdentityResults(new ArrayList<>(), new HashSet<>(), new HashSet<>());
    CorroboratedAmounts corroborated =
        CorroboratedAmounts.findIn(tables, document.disclosure().facts());
    byTable.values().forEach(s -> found.check(document, s, cut, corroborated));
    CheckResult.findingsOf(found.checks.stream().map(RuleResult::check).toList())
        .forEach(f -> found.reportedRows.add(new QuoteLocation(f.sectionPath(), 0, f.quote())));
    return found;
  }

  private static long countBrokenSums(List<TableSum> sums, boolean numbersAreTruncated) {
    return sums.stream().filter(s -> !s.holds(numbersAreTruncated)).count();
  }

  /**
   * Finds the sums of a table. A table of the standard forms is not searched for lists, and a table
   * whose column headers name sums is not searched for relations of columns.
   */
  private static List<TableSum> findSums(AuditedTable table) {
    boolean form = DisclosureTableKind.find(table.cells().data()).isPresent();
    List<TableSum> sums = new ArrayList<>();
    for (AccountingIdentity identity : AccountingIdentity.identitiesOfTables()) {
      boolean known =
          identity.matching() == TermMatching.RELATION
              && sums.stream().anyMatch(s -> s.identity().matching() == TermMatching.COLUMNS);
      if (!known && (identity.matching() != TermMatching.LIST || !form)) {
        findSums(identity, table).forEach(sums::add);
      }
    }
    return sums;
  }

  private static Stream<TableSum> findSums(AccountingIdentity identity, AuditedTable table) {
    return switch (identity.matching()) {
      case CODES -> new AccountLineSumFinder(identity, table).findCodeSums();
      case COLUMNS -> new AccountLineSumFinder(identity, table).findColumnSums();
      case ROWS -> new AccountLineSumFinder(identity, table).findRowSums();
      case SIDES -> new TwoSidedTableSumFinder(identity, table).find();
      case PRODUCT -> new ListSumFinder(identity, table).findQuantityPriceProducts();
      case LIST -> new ListSumFinder(identity, table).findRowSums();
      case LEVELS -> new ListSumFinder(identity, table).findLevelSums();
      case RELATION -> new ColumnRelationFinder(identity, table).find();
      case DOCUMENT, ITEMS -> throw new IllegalArgumentException(identity + " is of no table");
    };
  }

  private void addResult(TableSum sum, CheckResult check) {
    checks.add(new RuleResult(sum.identity().rule(), check));
  }

  private void check(
      AuditedDocument document,
      List<TableSum> sums,
      boolean numbersAreTruncated,
      CorroboratedAmounts corroborated) {
    List<TableSum> held = sums.stream().filter(s -> s.holds(numbersAreTruncated)).toList();
    held.forEach(s -> addResult(s, CheckResult.AGREES));
    List<TableSum> broken =
        sums.stream()
            .filter(s -> !s.holds(numbersAreTruncated))
            .sorted(Comparator.comparingInt(s -> s.identity().rule().order()))
            .toList();
    if (reportIfMostlyWrong(sums, broken)) {
      return;
    }
    UndecidableSumDetector undecidable = new UndecidableSumDetector(document, broken);
    List<TableSum> decided = new ArrayList<>();
    Set<CellPosition> confirmed = new HashSet<>();
    held.stream()
        .filter(s -> s.identity().matching() != TermMatching.RELATION)
        .forEach(s -> confirmed.addAll(s.cellsThatMayBeWrong()));
    for (TableSum sum : broken) {
      boolean otherwise =
          (sum.identity().matching() == TermMatching.RELATION
                  && confirmed.containsAll(sum.cellsThatMayBeWrong()))
              || isUnsupportedSubtotal(sum, corroborated);
      CheckResult.Undecided reason =
          otherwise ? PARTS_MAY_BE_MISSING : undecidable.findReasonUndecided(sum);
      if (reason == null) {
        decided.add(sum);
      } else {
        addUndecided(sum, reason);
      }
    }
    for (LocatedError error : new WrongCellLocator(corroborated, held, decided).locate()) {
      addResult(error.sum(), createFinding(error));
      error.explainedSums().forEach(s -> addUndecided(s, REPORTED_AT_OTHER_ROW));
    }
  }

  private void addUndecided(TableSum sum, CheckResult.Undecided reason) {
    addResult(sum, reason.withLocation(sum.table().location(sum.wholeCell())));
  }

  /**
   * Whether a sum is the labeled subtotal of a list, such as 项目支出合计, and no other table or sentence
   * prints the sum of the rows, so that the list may show only some of the rows.
   */
  private static boolean isUnsupportedSubtotal(TableSum sum, CorroboratedAmounts corroborated) {
    if (sum.identity().matching() != TermMatching.LIST) {
      return false;
    }
    String label =
        sum.table().blockOf(sum.wholeCell()).rows().get(sum.wholeCell().row()).label().strip();
    return !PLAIN_TOTALS.contains(label)
        && !label.isEmpty()
        && corroborated.findSupport(sum.table(), sum.wholeCell(), sum.difference().negate())
            != CorroboratedAmounts.CorrectionSupport.OTHER_TABLE;
  }

  /**
   * If the rows with codes are mostly wrong, records the table as disordered and reports it once,
   * at its total if that is wrong as well, otherwise at the first wrong row. Returns whether it did
   * so.
   */
  private boolean reportIfMostlyWrong(List<TableSum> sums, List<TableSum> broken) {
    List<TableSum> off = broken.stream().filter(TableIdentityResults::isSumOfCodes).toList();
    long rows = countRows(off);
    long all = countRows(sums.stream().filter(TableIdentityResults::isSumOfCodes).toList());
    if (rows < MIN_WRONG_ROWS || rows * 2 < all) {
      return false;
    }
    TableSum at =
        off.stream()
            .filter(
                s ->
                    s.table()
                        .blockOf(s.wholeCell())
                        .rows()
                        .get(s.wholeCell().row())
                        .code()
                        .isEmpty())
            .findFirst()
            .orElse(off.getFirst());
    String computed = at.computedValue().toPlainString();
    disorderedTables.add(at.wholeCell().table());
    addResult(
        at,
        FindingDraft.create("code-roll-up/disorder", at.table().location(at.wholeCell()))
            .setNumbers(at.statedValue(), computed)
            .setUnit(at.table().unitOfMoney(at.wholeCell()))
            .setFormulaPattern("下级之和 %s，表中写 %s", computed, at.statedValue())
            .toResult(all, rows));
    return true;
  }

  private static boolean isSumOfCodes(TableSum sum) {
    return sum.identity().matching() == TermMatching.CODES;
  }

  private static long countRows(List<TableSum> sums) {
    return sums.stream()
        .map(s -> s.wholeCell().block() + "/" + s.wholeCell().row())
        .distinct()
        .count();
  }

  private static CheckResult createFinding(LocatedError error) {
    TableSum sum = error.sum();
    boolean product = sum.identity().kind() == AccountingIdentity.Kind.PRODUCT;
    boolean row =
        product
            || sum.identity().matching() == TermMatching.LIST
            || sum.identity().matching() == TermMatching.LEVELS;
    BigDecimal exact = sum.computedValue();
    String computed = (product ? exact.stripTrailingZeros() : exact).toPlainString();
    String terms =
        product
            ? String.join(
                " × ", sum.operandValues().stream().map(BigDecimal::toPlainString).toList())
            : new StatedSum(sum.statedValue(), sum.operandValues()).formatTerms();
    return FindingDraft.create(
            sum.identity().rule().id(),
            row ? sum.table().rowLocation(error.cell()) : sum.table().location(error.cell()))
        .setNumbers(sum.statedValue(), computed)
        .setUnit(sum.table().unitOfMoney(sum.wholeCell()))
        .setOtherLocation(
            error.cell().equals(sum.wholeCell()) ? null : sum.table().location(sum.wholeCell()))
        .setFormulaPattern("%s = %s，表中写 %s", terms, computed, sum.statedValue())
        .toResult(sum.statedValue(), computed);
  }
}
