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
import org.mingzhang.audit.check.FindingDraft;
import org.mingzhang.audit.check.RuleDescription;
import org.mingzhang.audit.check.StatedSum;
import org.mingzhang.audit.check.TableKind;
import org.mingzhang.audit.form.FormIdentity.Matching;
import org.mingzhang.model.Finding.Place;

/**
 * The results of all identities within single tables, computed once.
 *
 * @param disordered indices of the tables in which most rows differ from the sum of their parts;
 *     their cells are not compared with anything else
 * @param broken the rows that contradict themselves, recorded with page 0; an amount that repeats
 *     one of them is not reported again
 */
record TableAnswers(List<Answer> checks, Set<Integer> disordered, Set<Place> broken) {
  /** From this many wrong rows on, and half of all, the whole table is reported as disordered. */
  private static final int MANY = 5;

  /**
   * The kinds of matching in the order in which findings of one cell are reported. {@code LIST} is
   * skipped for tables of the standard forms, which are never lists.
   */
  private static final List<Matching> MATCHINGS =
      List.of(
          Matching.PRODUCT,
          Matching.COLUMNS,
          Matching.ROWS,
          Matching.SIDES,
          Matching.CODES,
          Matching.LIST,
          Matching.LEVELS);

  private static final CheckResult EXPLAINED = CheckResult.undecided("reported-at-other-row");

  /** An answer with its rule. */
  record Answer(RuleDescription rule, CheckResult check) {}

  static TableAnswers checkAll(AuditedDocument reading) {
    return reading.computeOnce(TableAnswers.class, TableAnswers::find);
  }

  private static TableAnswers find(AuditedDocument reading) {
    List<FormTable> tables = FormTable.findAll(reading);
    List<TableSum> sums = new ArrayList<>();
    for (FormTable table : tables) {
      reading.checkBudget();
      sums.addAll(findSums(table));
    }
    boolean cut = countBrokenSums(sums, true) < countBrokenSums(sums, false);
    Map<Integer, List<TableSum>> byTable = new LinkedHashMap<>();
    sums.forEach(s -> byTable.computeIfAbsent(s.whole().table(), t -> new ArrayList<>()).add(s));
    TableAnswers found = new TableAnswers(new ArrayList<>(), new HashSet<>(), new HashSet<>());
    CorroboratedAmounts elsewhere =
        CorroboratedAmounts.findIn(tables, reading.disclosure().facts());
    byTable.values().forEach(s -> found.check(reading, s, cut, elsewhere));
    CheckResult.findings(found.checks.stream().map(Answer::check).toList())
        .forEach(f -> found.broken.add(new Place(f.section(), 0, f.quote())));
    return found;
  }

  private static long countBrokenSums(List<TableSum> sums, boolean cut) {
    return sums.stream().filter(s -> !s.holds(cut)).count();
  }

  private static List<TableSum> findSums(FormTable table) {
    boolean form = TableKind.find(table.cells().data()).isPresent();
    return MATCHINGS.stream()
        .filter(b -> b != Matching.LIST || !form)
        .flatMap(b -> FormIdentity.matchedBy(b).stream())
        .flatMap(i -> findSums(i, table))
        .toList();
  }

  private static Stream<TableSum> findSums(FormIdentity identity, FormTable table) {
    return switch (identity.matching()) {
      case CODES -> new AccountLineSums(identity, table).findCodeSums();
      case COLUMNS -> new AccountLineSums(identity, table).findColumnSums();
      case ROWS -> new AccountLineSums(identity, table).findRowSums();
      case SIDES -> new TwoSidedTableSums(identity, table).find();
      case PRODUCT -> new ListSums(identity, table).findProducts();
      case LIST -> new ListSums(identity, table).findRowSums();
      case LEVELS -> new LevelSums(identity, table).find();
      case DOCUMENT, ITEMS -> throw new IllegalArgumentException(identity + " is of no table");
    };
  }

  private void check(
      AuditedDocument reading, List<TableSum> sums, boolean cut, CorroboratedAmounts elsewhere) {
    List<TableSum> held = sums.stream().filter(s -> s.holds(cut)).toList();
    held.forEach(s -> checks.add(new Answer(s.identity().rule(), CheckResult.AGREES)));
    List<TableSum> broken =
        sums.stream()
            .filter(s -> !s.holds(cut))
            .sorted(Comparator.comparingInt(s -> s.identity().rule().order()))
            .toList();
    if (isDisordered(sums, broken)) {
      return;
    }
    UndecidableSums undecidable = new UndecidableSums(reading, broken);
    List<TableSum> decided = new ArrayList<>();
    for (TableSum sum : broken) {
      CheckResult reason = undecidable.findReason(sum);
      if (reason == null) {
        decided.add(sum);
      } else {
        checks.add(new Answer(sum.identity().rule(), reason));
      }
    }
    for (WrongCellLocator.Located located :
        new WrongCellLocator(elsewhere, held, decided).locate()) {
      checks.add(new Answer(located.sum().identity().rule(), createFinding(located)));
      located.explained().forEach(s -> checks.add(new Answer(s.identity().rule(), EXPLAINED)));
    }
  }

  /**
   * Whether most rows of codes are wrong. The table is then reported once, at its total if that is
   * wrong as well, else at the first wrong row.
   */
  private boolean isDisordered(List<TableSum> sums, List<TableSum> broken) {
    List<TableSum> off = broken.stream().filter(TableAnswers::isOfCodes).toList();
    long rows = countRows(off);
    long all = countRows(sums.stream().filter(TableAnswers::isOfCodes).toList());
    if (rows < MANY || rows * 2 < all) {
      return false;
    }
    TableSum at =
        off.stream()
            .filter(s -> s.table().block(s.whole()).rows().get(s.whole().row()).code().isEmpty())
            .findFirst()
            .orElse(off.getFirst());
    String computed = at.computedValue().toPlainString();
    disordered.add(at.whole().table());
    checks.add(
        new Answer(
            at.identity().rule(),
            FindingDraft.at("code-roll-up/disorder", at.table().place(at.whole()))
                .withNumbers(at.statedValue(), computed)
                .withFormulaPattern("下级之和 %s，表中写 %s", computed, at.statedValue())
                .report(all, rows)));
    return true;
  }

  private static boolean isOfCodes(TableSum sum) {
    return sum.identity().matching() == Matching.CODES;
  }

  private static long countRows(List<TableSum> sums) {
    return sums.stream().map(s -> s.whole().block() + "/" + s.whole().row()).distinct().count();
  }

  private static CheckResult createFinding(WrongCellLocator.Located located) {
    TableSum sum = located.sum();
    boolean product = sum.identity().kind() == FormIdentity.Kind.PRODUCT;
    boolean row =
        product
            || sum.identity().matching() == Matching.LIST
            || sum.identity().matching() == Matching.LEVELS;
    BigDecimal exact = sum.computedValue();
    String computed = (product ? exact.stripTrailingZeros() : exact).toPlainString();
    String terms =
        product
            ? String.join(" × ", sum.values().stream().map(BigDecimal::toPlainString).toList())
            : new StatedSum(sum.statedValue(), sum.values()).formatTerms();
    return FindingDraft.at(
            sum.identity().rule().id(),
            row ? sum.table().placeOfRow(located.cell()) : sum.table().place(located.cell()))
        .withNumbers(sum.statedValue(), computed)
        .withOtherPlace(located.cell().equals(sum.whole()) ? null : sum.table().place(sum.whole()))
        .withFormulaPattern("%s = %s，表中写 %s", terms, computed, sum.statedValue())
        .report(sum.statedValue(), computed);
  }
}
