package org.mingzhang.audit.performance;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.mingzhang.audit.check.AuditedDocument;
import org.mingzhang.audit.check.CheckResult;
import org.mingzhang.audit.check.FindingDraft;
import org.mingzhang.audit.check.Rule;
import org.mingzhang.model.Fact;
import org.mingzhang.model.FactPlace;
import org.mingzhang.model.Finding;
import org.mingzhang.model.Fund;
import org.mingzhang.model.Stage;

/**
 * 基本支出总额 and 项目支出总额 at the head of a form on the whole body, against the account in the same
 * document. A form of targets may print the budget instead: one amount is accused only where the
 * other one is the account's.
 *
 * <p>A class, since which of two stages the form prints is told by the other amount beside it.
 */
public final class FormTotals implements Rule {

  /** Forms print 万元. */
  private static final int WAN = 4;

  private static final BigDecimal SLACK = BigDecimal.valueOf(200);

  /** An amount of the form's head. */
  private record Head(CompactForm form, int row, BigDecimal amount) {}

  @Override
  public List<CheckResult> check(AuditedDocument reading) {
    List<CheckResult> checks = new ArrayList<>();
    List<Fact> basic = stated(reading, "基本支出");
    List<Fact> project = stated(reading, "项目支出");
    for (CompactForm form : CompactForm.of(reading)) {
      Head left = head(form, "基本支出总额").orElse(null);
      Head right = head(form, "项目支出总额").orElse(null);
      if (left != null && right != null && !basic.isEmpty() && !project.isEmpty()) {
        boolean basicAgrees = agrees(left, basic);
        boolean projectAgrees = agrees(right, project);
        checks.add(judge(left, right, basicAgrees, projectAgrees, basic, project));
      }
    }
    return checks;
  }

  /** What the sentences of the account state of an account as a whole, of all money. */
  private static List<Fact> stated(AuditedDocument reading, String account) {
    return reading.disclosure().facts().stream()
        .filter(f -> f.kind() == Fact.Kind.AMOUNT && f.account().equals(account))
        .filter(f -> f.context().item() == null && f.context().stage() == Stage.RESULT)
        .filter(f -> f.context().fund() == Fund.ALL)
        .filter(f -> f.context().year() == null || f.context().year().equals(reading.year()))
        .filter(f -> f.places().stream().anyMatch(p -> p.cell() == null))
        .toList();
  }

  private static CheckResult judge(
      Head left,
      Head right,
      boolean basicAgrees,
      boolean projectAgrees,
      List<Fact> basic,
      List<Fact> project) {
    if (basicAgrees == projectAgrees) {
      return basicAgrees
          ? new CheckResult.Agrees()
          : new CheckResult.Undecided("表中可能是预算数", "the form may print the budget");
    }
    return basicAgrees ? finding(right, project.getFirst()) : finding(left, basic.getFirst());
  }

  private static Optional<Head> head(CompactForm form, String name) {
    for (int row = 0; row < form.rows().size(); row++) {
      int at = form.column(row, name + "(?:[(]万元[)])?");
      @Nullable BigDecimal amount = null;
      for (int c = at + 1; at >= 0 && amount == null && c < form.rows().get(row).size(); c++) {
        amount = form.number(row, c).orElse(null);
      }
      if (amount != null) {
        return Optional.of(new Head(form, row, amount));
      }
    }
    return Optional.empty();
  }

  private static boolean agrees(Head head, List<Fact> facts) {
    return facts.stream()
        .anyMatch(
            f ->
                f.value().subtract(head.amount().scaleByPowerOfTen(WAN)).abs().compareTo(SLACK)
                    <= 0);
  }

  private static CheckResult finding(Head head, Fact fact) {
    String stated = head.amount().toPlainString();
    String printed = fact.printed() + fact.unit();
    FactPlace place =
        fact.places().stream().filter(p -> p.cell() == null).findFirst().orElseThrow();
    return FindingDraft.at("form-totals", head.form().place(head.row()))
        .numbers(stated, printed)
        .formula(stated + "万元 ≠ " + printed)
        .other(new Finding.Place(place.section(), place.page(), place.quote()))
        .says(fact.account(), stated, printed);
  }
}
