package org.mingzhang.audit.performance;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.mingzhang.audit.check.AuditedDocument;
import org.mingzhang.audit.check.CheckResult;
import org.mingzhang.audit.check.FindingDraft;
import org.mingzhang.audit.check.Rule;
import org.mingzhang.model.Figure;
import org.mingzhang.model.Finding.Place;

/**
 * The budget and the result that a report gives for a project, against the form of the project of
 * this name. A project with several forms, or of which the report gives several amounts, is left
 * alone.
 *
 * <p>A class, since its operands are found by the name of a project and not by an account.
 */
public final class FormAgainstReport implements Rule {

  @Override
  public List<CheckResult> check(AuditedDocument reading) {
    Map<String, List<Figure>> report = new LinkedHashMap<>();
    Map<String, List<Figure>> forms = new LinkedHashMap<>();
    for (Figure figure : reading.figures()) {
      String project = figure.item();
      if (project != null && figure.name().matches("项目全年预算数|项目执行数")) {
        (figure.fromTable() ? forms : report)
            .computeIfAbsent(figure.name() + plain(project), k -> new ArrayList<>())
            .add(figure);
      }
    }
    List<CheckResult> checks = new ArrayList<>();
    report.forEach(
        (key, stated) -> {
          List<Figure> printed = forms.getOrDefault(key, List.of());
          if (stated.size() == 1 && printed.size() == 1) {
            checks.add(judge(stated.getFirst(), printed.getFirst()));
          } else if (!printed.isEmpty()) {
            checks.add(
                new CheckResult.Undecided(
                    "同名项目有几个数", "there are several amounts of projects of this name"));
          }
        });
    return checks;
  }

  private static String plain(String project) {
    return project.replaceAll("[\\s“”\"《》()（）]", "").replaceFirst("(?:项目|经费|专项|支出|资金)+$", "");
  }

  private static CheckResult judge(Figure stated, Figure form) {
    BigDecimal off =
        stated
            .yuan()
            .orElse(BigDecimal.ZERO)
            .subtract(form.yuan().orElse(BigDecimal.ZERO))
            .abs()
            .movePointLeft(4);
    if (off.compareTo(unit(stated).max(unit(form))) <= 0) {
      return new CheckResult.Agrees();
    }
    String said = stated.value() + stated.unit();
    String printed = form.value() + form.unit();
    return FindingDraft.at(
            "form-against-report", new Place(stated.section(), stated.page(), stated.quote()))
        .numbers(said, printed)
        .formula(said + " ≠ " + printed)
        .other(new Place(form.section(), form.page(), form.quote()))
        .says(said, printed);
  }

  /** One unit of the last digit of an amount in 万元, at least 0.01. */
  private static BigDecimal unit(Figure figure) {
    int scale = figure.unit().equals("万元") ? new BigDecimal(figure.value()).scale() : 2;
    return BigDecimal.ONE.movePointLeft(Math.clamp(scale, 0, 2));
  }
}
