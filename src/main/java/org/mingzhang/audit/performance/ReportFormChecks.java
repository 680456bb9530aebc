package org.mingzhang.audit.performance;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.mingzhang.audit.check.AuditedDocument;
import org.mingzhang.audit.check.CheckResult;
import org.mingzhang.audit.check.FindingDraft;
import org.mingzhang.model.Fact;
import org.mingzhang.model.FactLocation;
import org.mingzhang.model.Figure;
import org.mingzhang.model.Finding.QuoteLocation;
import org.mingzhang.model.Fund;
import org.mingzhang.model.Stage;
import org.mingzhang.text.PatternTable;

/**
 * Checks amounts that a report states for a project or a body against its performance form: budget
 * and result of the project with the same name, and basic and project expenditure in the upper part
 * of the form for the whole body.
 */
public final class ReportFormChecks {
  /** Power of ten of 万元, the unit of forms. */
  private static final int POWER_OF_WAN = 4;

  private static final BigDecimal TOLERANCE_YUAN = BigDecimal.valueOf(200);

  private static final PatternTable PATTERNS =
      PatternTable.readForPackageOf(ReportFormChecks.class);
  private static final Pattern BASIC_TOTAL = PATTERNS.get("basic-total");
  private static final Pattern PROJECT_TOTAL = PATTERNS.get("project-total");

  private ReportFormChecks() {}

  /**
   * Checks the amounts of projects. A project with several forms, or with several amounts in the
   * report, is undecided.
   */
  public static List<CheckResult> checkProjects(AuditedDocument document) {
    Map<String, List<Figure>> report = new LinkedHashMap<>();
    Map<String, List<Figure>> forms = new LinkedHashMap<>();
    for (Figure figure : document.figures()) {
      String project = figure.item();
      if (project != null && figure.name().matches("项目全年预算数|项目执行数")) {
        (figure.isFromTable() ? forms : report)
            .computeIfAbsent(figure.name() + normalize(project), k -> new ArrayList<>())
            .add(figure);
      }
    }
    List<CheckResult> checks = new ArrayList<>();
    report.forEach(
        (key, stated) -> {
          List<Figure> printed = forms.getOrDefault(key, List.of());
          if (stated.size() == 1 && printed.size() == 1) {
            checks.add(check(stated.getFirst(), printed.getFirst()));
          } else if (!printed.isEmpty()) {
            checks.add(
                CheckResult.undecided("several-amounts")
                    .withLocation(FindingDraft.locationOf(stated.getFirst())));
          }
        });
    return checks;
  }

  /**
   * The name of a project without white space, quotation marks and brackets, and without final
   * words such as 项目 or 经费.
   */
  static String normalize(String project) {
    return project.replaceAll("[\\s“”\"《》()（）]", "").replaceFirst("(?:项目|经费|专项|支出|资金)+$", "");
  }

  private static CheckResult check(Figure stated, Figure formFigure) {
    BigDecimal difference =
        toYuan(stated).subtract(toYuan(formFigure)).abs().movePointLeft(POWER_OF_WAN);
    if (difference.compareTo(unitInLastPlaceInWan(stated).max(unitInLastPlaceInWan(formFigure)))
        <= 0) {
      return CheckResult.AGREES;
    }
    String statedText = stated.value() + stated.unit();
    String printed = formFigure.value() + formFigure.unit();
    return FindingDraft.create("form-against-report", FindingDraft.locationOf(stated))
        .setUnequalNumbers(statedText, printed)
        .setOtherLocation(FindingDraft.locationOf(formFigure))
        .toResult(statedText, printed);
  }

  private static BigDecimal toYuan(Figure figure) {
    return figure.yuan().orElse(BigDecimal.ZERO);
  }

  /**
   * One unit in the last place of a figure, in 万元, from 0.01 to 1; 0.01 for a figure in another
   * unit.
   */
  private static BigDecimal unitInLastPlaceInWan(Figure figure) {
    int scale = figure.unit().equals("万元") ? new BigDecimal(figure.value()).scale() : 2;
    return BigDecimal.ONE.movePointLeft(Math.clamp(scale, 0, 2));
  }

  /**
   * An amount in the upper part of a form.
   *
   * @param amount in 万元
   * @param facts the facts of the same account that sentences state
   */
  private record UpperFormAmount(
      PerformanceForm form, int row, BigDecimal amount, List<Fact> facts) {
    boolean agrees() {
      BigDecimal yuan = amount.scaleByPowerOfTen(POWER_OF_WAN);
      return facts.stream()
          .anyMatch(f -> f.value().subtract(yuan).abs().compareTo(TOLERANCE_YUAN) <= 0);
    }

    CheckResult createFinding() {
      Fact fact = facts.getFirst();
      String stated = amount.toPlainString();
      String printed = fact.printed() + fact.unit();
      FactLocation location =
          fact.locations().stream().filter(p -> p.cell() == null).findFirst().orElseThrow();
      return FindingDraft.create("form-totals", form.location(row))
          .setNumbers(stated, printed)
          .setFormula(stated + "万元 ≠ " + printed)
          .setOtherLocation(
              new QuoteLocation(location.sectionPath(), location.page(), location.quote()))
          .toResult(fact.account(), stated, printed);
    }
  }

  /**
   * Checks the totals in the upper parts of forms. A form of targets may print the budget instead,
   * so the budget or the result is reported only if the other amount agrees with the account.
   */
  public static List<CheckResult> checkTotals(AuditedDocument document) {
    List<CheckResult> checks = new ArrayList<>();
    List<Fact> basic = findStatedFacts(document, "基本支出");
    List<Fact> project = findStatedFacts(document, "项目支出");
    for (PerformanceForm form : PerformanceForm.findAll(document)) {
      UpperFormAmount left = findFirstAmount(form, BASIC_TOTAL, basic);
      UpperFormAmount right = findFirstAmount(form, PROJECT_TOTAL, project);
      if (left != null && right != null && !basic.isEmpty() && !project.isEmpty()) {
        boolean agrees = left.agrees();
        checks.add(
            agrees != right.agrees()
                ? (agrees ? right : left).createFinding()
                : agrees ? CheckResult.AGREES : CheckResult.undecided("may-be-budget"));
      }
    }
    return checks;
  }

  /** The facts that sentences state for a whole account, of all funds. */
  private static List<Fact> findStatedFacts(AuditedDocument document, String account) {
    return document.disclosure().facts().stream()
        .filter(f -> f.kind() == Fact.Kind.AMOUNT && f.account().equals(account))
        .filter(f -> f.context().item() == null && f.context().stage() == Stage.RESULT)
        .filter(f -> f.context().fund() == Fund.ALL)
        .filter(f -> f.context().year() == null || f.context().year().equals(document.year()))
        .filter(f -> f.locations().stream().anyMatch(p -> p.cell() == null))
        .toList();
  }

  /** The first amount to the right of a name in the form; null if there is none. */
  private static @Nullable UpperFormAmount findFirstAmount(
      PerformanceForm form, Pattern name, List<Fact> facts) {
    for (int row = 0; row < form.rows().size(); row++) {
      int at = form.findColumn(row, name);
      for (int c = at + 1; at >= 0 && c < form.rows().get(row).size(); c++) {
        Optional<BigDecimal> amount = form.findNumber(row, c);
        if (amount.isPresent()) {
          return new UpperFormAmount(form, row, amount.get(), facts);
        }
      }
    }
    return null;
  }
}
