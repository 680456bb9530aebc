package org.mingzhang.audit.performance;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.mingzhang.audit.check.AuditedDocument;
import org.mingzhang.audit.check.CheckResult;
import org.mingzhang.audit.check.FindingDraft;
import org.mingzhang.audit.check.Rule;
import org.mingzhang.audit.check.Tolerance;
import org.mingzhang.model.Finding.Place;

/**
 * A rate of control in the data of an evaluation, beside the two numbers it is made of: staff ÷
 * posts, the size or the investment of a building ÷ what was approved.
 *
 * <p>A class, since its operands are cells of a form that is no table of accounts.
 */
public final class ControlRate implements Rule {
  private static final String APPROVED = "(?:编制|批复|核定|预算|概算|计划).*";
  private static final String ACTUAL = ".*(?:实际|在职).*";

  @Override
  public List<CheckResult> check(AuditedDocument reading) {
    List<CheckResult> checks = new ArrayList<>();
    for (CompactForm form : CompactForm.withTables(reading)) {
      for (int row = 0; row + 1 < form.rows().size(); row++) {
        check(form, row, checks);
      }
    }
    return checks;
  }

  /** Goes through the heads of a row that are not blank, three at a time. */
  private static void check(CompactForm form, int row, List<CheckResult> checks) {
    List<String> cells = form.rows().get(row);
    List<Integer> heads =
        IntStream.range(0, cells.size()).filter(c -> !cells.get(c).isEmpty()).boxed().toList();
    for (int i = 2; i < heads.size(); i++) {
      if (cells.get(heads.get(i)).endsWith("控制率")
          && cells.get(heads.get(i - 2)).matches(APPROVED)
          && cells.get(heads.get(i - 1)).matches(ACTUAL)) {
        Optional<BigDecimal> whole = form.number(row + 1, heads.get(i - 2));
        Optional<BigDecimal> part = form.number(row + 1, heads.get(i - 1));
        Optional<BigDecimal> rate = form.number(row + 1, heads.get(i));
        if (whole.filter(w -> w.signum() > 0).isPresent() && part.isPresent() && rate.isPresent()) {
          checks.add(judge(form.place(row + 1), whole.get(), part.get(), rate.get()));
        }
      }
    }
  }

  private static CheckResult judge(
      Place place, BigDecimal whole, BigDecimal part, BigDecimal rate) {
    if (Tolerance.rateAgrees(rate, part, whole, true)
        || Tolerance.rateAgrees(rate.movePointRight(2), part, whole, true)) {
      return CheckResult.AGREES;
    }
    String right = Tolerance.fullRate(Tolerance.percent(part, whole));
    String stated = rate.toPlainString() + "%";
    return FindingDraft.at("control-rate", place)
        .numbers(stated, right)
        .formulaOf("%s ÷ %s = %s，表中写 %s", part, whole, right, stated)
        .says(right, stated);
  }
}
