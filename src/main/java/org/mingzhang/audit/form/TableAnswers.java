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
 * The answers of all identities of single tables, found once.
 *
 * @param disordered the tables of which most rows are not the sum of their parts, by their index:
 *     their cells are compared with nothing else
 * @param broken the rows that do not agree with themselves, all as of page 0: an amount that
 *     repeats theirs is not reported again
 */
record TableAnswers(List<Answer> checks, Set<Integer> disordered, Set<Place> broken) {
  /** From this many wrong rows on, and half of all, the whole table is reported as disordered. */
  private static final int MANY = 5;

  /** The order in which findings of one cell are reported. Lists are no tables of the forms. */
  private static final List<Matching> MATCHINGS =
      List.of(
          Matching.PRODUCT,
          Matching.COLUMNS,
          Matching.ROWS,
          Matching.SIDES,
          Matching.CODES,
          Matching.LIST);

  private static final CheckResult EXPLAINED = CheckResult.undecided("reported-at-other-row");

  /** An answer with its rule. */
  record Answer(RuleDescription rule, CheckResult check) {}

  static TableAnswers of(AuditedDocument reading) {
    return reading.derived(TableAnswers.class, TableAnswers::find);
  }

  private static TableAnswers find(AuditedDocument reading) {
    List<FormTable> tables = FormTable.all(reading);
    List<TableSum> sums = new ArrayList<>();
    for (FormTable table : tables) {
      reading.step();
      sums.addAll(sums(table));
    }
    boolean cut = broken(sums, true) < broken(sums, false);
    Map<Integer, List<TableSum>> byTable = new LinkedHashMap<>();
    sums.forEach(s -> byTable.computeIfAbsent(s.whole().table(), t -> new ArrayList<>()).add(s));
    TableAnswers found = new TableAnswers(new ArrayList<>(), new HashSet<>(), new HashSet<>());
    CorroboratedAmounts elsewhere = CorroboratedAmounts.of(tables, reading.disclosure().facts());
    byTable.values().forEach(s -> found.check(reading, s, cut, elsewhere));
    CheckResult.findings(found.checks.stream().map(Answer::check).toList())
        .forEach(f -> found.broken.add(new Place(f.section(), 0, f.quote())));
    return found;
  }

  private static long broken(List<TableSum> sums, boolean cut) {
    return sums.stream().filter(s -> !s.holds(cut)).count();
  }

  private static List<TableSum> sums(FormTable table) {
    boolean form = TableKind.of(table.cells().data()).isPresent();
    return MATCHINGS.stream()
        .filter(b -> b != Matching.LIST || !form)
        .flatMap(b -> FormIdentity.matchedBy(b).stream())
        .flatMap(i -> sums(i, table))
        .toList();
  }

  private static Stream<TableSum> sums(FormIdentity identity, FormTable table) {
    return switch (identity.matching()) {
      case CODES -> new AccountLineSums(identity, table).ofCodes();
      case COLUMNS -> new AccountLineSums(identity, table).ofColumns();
      case ROWS -> new AccountLineSums(identity, table).ofRows();
      case SIDES -> new TwoSidedTableSums(identity, table).find();
      case PRODUCT -> new ListSums(identity, table).ofProducts();
      case LIST -> new ListSums(identity, table).ofRows();
      case DOCUMENT -> throw new IllegalArgumentException(identity + " is of no table");
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
      CheckResult reason = undecidable.reason(sum);
      if (reason == null) {
        decided.add(sum);
      } else {
        checks.add(new Answer(sum.identity().rule(), reason));
      }
    }
    for (WrongCellLocator.Located located :
        new WrongCellLocator(elsewhere, held, decided).locate()) {
      checks.add(new Answer(located.sum().identity().rule(), finding(located)));
      located.explained().forEach(s -> checks.add(new Answer(s.identity().rule(), EXPLAINED)));
    }
  }

  /**
   * Whether most rows of codes are wrong. The table is then reported once, at its total if that is
   * wrong as well, else at the first wrong row.
   */
  private boolean isDisordered(List<TableSum> sums, List<TableSum> broken) {
    List<TableSum> off = broken.stream().filter(TableAnswers::isOfCodes).toList();
    long rows = rows(off);
    long all = rows(sums.stream().filter(TableAnswers::isOfCodes).toList());
    if (rows < MANY || rows * 2 < all) {
      return false;
    }
    TableSum at =
        off.stream()
            .filter(s -> s.table().block(s.whole()).rows().get(s.whole().row()).code().isEmpty())
            .findFirst()
            .orElse(off.getFirst());
    String computed = at.computed().toPlainString();
    disordered.add(at.whole().table());
    checks.add(
        new Answer(
            at.identity().rule(),
            FindingDraft.at("code-roll-up/disorder", at.table().place(at.whole()))
                .numbers(at.stated(), computed)
                .formulaOf("下级之和 %s，表中写 %s", computed, at.stated())
                .report(all, rows)));
    return true;
  }

  private static boolean isOfCodes(TableSum sum) {
    return sum.identity().matching() == Matching.CODES;
  }

  private static long rows(List<TableSum> sums) {
    return sums.stream().map(s -> s.whole().block() + "/" + s.whole().row()).distinct().count();
  }

  private static CheckResult finding(WrongCellLocator.Located located) {
    TableSum sum = located.sum();
    boolean product = sum.identity().kind() == FormIdentity.Kind.PRODUCT;
    boolean row = product || sum.identity().matching() == Matching.LIST;
    BigDecimal exact = sum.computed();
    String computed = (product ? exact.stripTrailingZeros() : exact).toPlainString();
    String terms =
        product
            ? String.join(" × ", sum.values().stream().map(BigDecimal::toPlainString).toList())
            : new StatedSum(sum.stated(), sum.values()).terms();
    return FindingDraft.at(
            sum.identity().rule().id(),
            row ? sum.table().row(located.cell()) : sum.table().place(located.cell()))
        .numbers(sum.stated(), computed)
        .other(located.cell().equals(sum.whole()) ? null : sum.table().place(sum.whole()))
        .formulaOf("%s = %s，表中写 %s", terms, computed, sum.stated())
        .report(sum.stated(), computed);
  }
}
