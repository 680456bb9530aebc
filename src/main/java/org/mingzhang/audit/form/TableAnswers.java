package org.mingzhang.audit.form;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.mingzhang.audit.check.AuditedDocument;
import org.mingzhang.audit.check.CheckResult;
import org.mingzhang.audit.check.FindingDraft;
import org.mingzhang.audit.check.RuleDescription;
import org.mingzhang.audit.check.StatedSum;
import org.mingzhang.audit.check.TableKind;
import org.mingzhang.audit.form.FormIdentity.Binder;
import org.mingzhang.model.Finding.Place;

/**
 * The answers of all identities that are bound to the cells of single tables, found once.
 *
 * @param disordered the tables of which most rows are not the sum of their parts, by their index:
 *     their cells are held against nothing else
 * @param broken the rows that do not agree with themselves, all as of page 0: what repeats them is
 *     not told once more
 */
record TableAnswers(List<Answer> checks, Set<Integer> disordered, Set<Place> broken) {
  /** From this many rows on, and half of all, it is the table that is out of order. */
  private static final int MANY = 5;

  /** The order in which findings of one cell are told; lists are no tables of the forms. */
  private static final List<Binder> BINDERS =
      List.of(Binder.PRODUCT, Binder.COLUMNS, Binder.ROWS, Binder.SIDES, Binder.CODES, Binder.LIST);

  private static final CheckResult EXPLAINED =
      CheckResult.undecided("差额已在另一行提示", "the difference is told at another row");

  /** An answer with the rule that gives it. */
  record Answer(RuleDescription rule, CheckResult check) {}

  static TableAnswers of(AuditedDocument reading) {
    return reading.derived(TableAnswers.class, TableAnswers::find);
  }

  private static TableAnswers find(AuditedDocument reading) {
    List<FormTable> tables = FormTable.of(reading);
    List<BoundSum> sums = new ArrayList<>();
    for (FormTable table : tables) {
      reading.step();
      sums.addAll(bind(table));
    }
    BoundSum.Shortened how =
        broken(sums, BoundSum.Shortened.CUT) < broken(sums, BoundSum.Shortened.ROUNDED)
            ? BoundSum.Shortened.CUT
            : BoundSum.Shortened.ROUNDED;
    Map<Integer, List<BoundSum>> byTable = new LinkedHashMap<>();
    sums.forEach(s -> byTable.computeIfAbsent(s.whole().table(), t -> new ArrayList<>()).add(s));
    TableAnswers found = new TableAnswers(new ArrayList<>(), new HashSet<>(), new HashSet<>());
    CorroboratedAmounts elsewhere = CorroboratedAmounts.of(tables, reading.disclosure().facts());
    byTable.values().forEach(s -> found.judge(reading, s, how, elsewhere));
    CheckResult.findings(found.checks.stream().map(Answer::check).toList())
        .forEach(f -> found.broken.add(new Place(f.section(), 0, f.quote())));
    return found;
  }

  private static long broken(List<BoundSum> sums, BoundSum.Shortened how) {
    return sums.stream().filter(s -> !s.holds(how)).count();
  }

  private static List<BoundSum> bind(FormTable table) {
    boolean form = TableKind.of(table.cells().data()).isPresent();
    return BINDERS.stream()
        .filter(b -> b != Binder.LIST || !form)
        .flatMap(b -> FormIdentity.with(b).stream())
        .flatMap(i -> TableBinder.bind(i, table).stream())
        .toList();
  }

  private void judge(
      AuditedDocument reading,
      List<BoundSum> sums,
      BoundSum.Shortened how,
      CorroboratedAmounts elsewhere) {
    List<BoundSum> held = sums.stream().filter(s -> s.holds(how)).toList();
    held.forEach(s -> checks.add(new Answer(s.identity().rule(), CheckResult.AGREES)));
    List<BoundSum> broken =
        sums.stream()
            .filter(s -> !s.holds(how))
            .sorted(Comparator.comparingInt(s -> s.identity().rule().order()))
            .toList();
    if (disorder(sums, broken)) {
      return;
    }
    TableGuards guards = new TableGuards(reading, broken);
    List<BoundSum> told = new ArrayList<>();
    for (BoundSum sum : broken) {
      CheckResult reason = guards.of(sum);
      if (reason == null) {
        told.add(sum);
      } else {
        checks.add(new Answer(sum.identity().rule(), reason));
      }
    }
    for (TableBlame.Blamed blamed : new TableBlame(elsewhere, held, told).blame()) {
      checks.add(new Answer(blamed.sum().identity().rule(), finding(blamed)));
      blamed.explained().forEach(s -> checks.add(new Answer(s.identity().rule(), EXPLAINED)));
    }
  }

  /** Told once, at the total where that is off as well, else at the first row that is. */
  private boolean disorder(List<BoundSum> sums, List<BoundSum> broken) {
    List<BoundSum> off = broken.stream().filter(TableAnswers::isOfCodes).toList();
    long rows = rows(off);
    long all = rows(sums.stream().filter(TableAnswers::isOfCodes).toList());
    if (rows < MANY || rows * 2 < all) {
      return false;
    }
    BoundSum at =
        off.stream()
            .filter(s -> s.table().line(s.whole()).code().isEmpty())
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
                .says(all, rows)));
    return true;
  }

  private static boolean isOfCodes(BoundSum sum) {
    return sum.identity().binder() == Binder.CODES;
  }

  private static long rows(List<BoundSum> sums) {
    return sums.stream().map(s -> s.whole().block() + "/" + s.whole().row()).distinct().count();
  }

  private static CheckResult finding(TableBlame.Blamed blamed) {
    BoundSum sum = blamed.sum();
    boolean product = sum.identity().kind() == FormIdentity.Kind.PRODUCT;
    boolean row = product || sum.identity().binder() == Binder.LIST;
    BigDecimal exact = sum.computed();
    String computed = (product ? exact.stripTrailingZeros() : exact).toPlainString();
    String terms =
        product
            ? String.join(" × ", sum.values().stream().map(BigDecimal::toPlainString).toList())
            : new StatedSum(sum.stated(), sum.values()).terms();
    return FindingDraft.at(
            sum.identity().rule().id(),
            row ? sum.table().row(blamed.cell()) : sum.table().place(blamed.cell()))
        .numbers(sum.stated(), computed)
        .other(blamed.cell().equals(sum.whole()) ? null : sum.table().place(sum.whole()))
        .formulaOf("%s = %s，表中写 %s", terms, computed, sum.stated())
        .says(sum.stated(), computed);
  }
}
