package org.mingzhang.audit.performance;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.mingzhang.audit.check.AuditedDocument;
import org.mingzhang.audit.check.CheckResult;
import org.mingzhang.audit.check.FindingDraft;
import org.mingzhang.audit.check.Rule;
import org.mingzhang.audit.check.StatedRate;

/**
 * Checks rates of control in the data of an evaluation against the two numbers beside them: staff ÷
 * posts, or the size or investment of a building ÷ what was approved.
 */
public final class ControlRateRule implements Rule {
  private static final String APPROVED = "(?:编制|批复|核定|预算|概算|计划).*";
  private static final String ACTUAL = ".*(?:实际|在职).*";

  @Override
  public List<CheckResult> check(AuditedDocument document) {
    return PerformanceForm.withTables(document).stream()
        .flatMap(f -> IntStream.range(0, f.rows().size()).boxed().flatMap(row -> check(f, row)))
        .toList();
  }

  /** Checks the row below a row of column titles; every three consecutive columns are tried. */
  private static Stream<CheckResult> check(PerformanceForm form, int row) {
    List<String> cells = form.rows().get(row);
    List<Integer> headers =
        IntStream.range(0, cells.size()).filter(c -> !cells.get(c).isEmpty()).boxed().toList();
    List<CheckResult> checks = new ArrayList<>();
    for (int i = 2; i < headers.size(); i++) {
      if (cells.get(headers.get(i)).endsWith("控制率")
          && cells.get(headers.get(i - 2)).matches(APPROVED)
          && cells.get(headers.get(i - 1)).matches(ACTUAL)) {
        Optional<BigDecimal> whole = form.number(row + 1, headers.get(i - 2));
        Optional<BigDecimal> part = form.number(row + 1, headers.get(i - 1));
        Optional<BigDecimal> rate = form.number(row + 1, headers.get(i));
        if (whole.filter(w -> w.signum() > 0).isPresent() && part.isPresent() && rate.isPresent()) {
          StatedRate stated = new StatedRate(rate.get(), part.get(), whole.get());
          checks.add(
              stated.agreesAsPercentOrFraction(true)
                  ? CheckResult.AGREES
                  : FindingDraft.create("control-rate", form.location(row + 1))
                      .withNumbers(stated.printedText(), stated.computedText())
                      .withFormulaPattern(
                          "%s ÷ %s = %s，表中写 %s",
                          part.get(), whole.get(), stated.computedText(), stated.printedText())
                      .toResult(stated.computedText(), stated.printedText()));
        }
      }
    }
    return checks.stream();
  }
}
