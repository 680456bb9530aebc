package org.mingzhang.audit.performance;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.mingzhang.audit.check.Check;
import org.mingzhang.audit.check.Draft;
import org.mingzhang.audit.check.Reading;
import org.mingzhang.audit.check.Rule;
import org.mingzhang.audit.check.RuleDescription;
import org.mingzhang.model.Figure;
import org.mingzhang.model.Finding.Kind;
import org.mingzhang.model.Finding.Place;
import org.mingzhang.model.Finding.Severity;

/**
 * The budget and the result that a report gives for a project, against the form of the project of
 * this name. A project with several forms, or of which the report gives several amounts, is left
 * alone.
 */
public final class FormAgainstReport implements Rule {
  private static final RuleDescription ABOUT =
      new RuleDescription(
          "form-against-report",
          Kind.TEXT_TABLE_MISMATCH,
          "自评综述中某项目的全年预算数、执行数与同名项目自评表的预算数、执行数",
          "Budget and result of a project in the report against the form of the same project",
          "末位数字的一个单位",
          "one unit of the last digit",
          "综述与自评表说的是同一个项目的同一笔资金。",
          "Report and form speak of the same money of the same project.");

  @Override
  public RuleDescription description() {
    return ABOUT;
  }

  @Override
  public List<Check> check(Reading reading) {
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
    List<Check> checks = new ArrayList<>();
    report.forEach(
        (key, stated) -> {
          List<Figure> printed = forms.getOrDefault(key, List.of());
          if (stated.size() == 1 && printed.size() == 1) {
            checks.add(judge(stated.getFirst(), printed.getFirst()));
          } else if (!printed.isEmpty()) {
            checks.add(
                new Check.Undecided(
                    "同名项目有几个数", "there are several amounts of projects of this name"));
          }
        });
    return checks;
  }

  private static String plain(String project) {
    return project.replaceAll("[\\s“”\"《》()（）]", "").replaceFirst("(?:项目|经费|专项|支出|资金)+$", "");
  }

  private static Check judge(Figure stated, Figure form) {
    BigDecimal off =
        stated
            .yuan()
            .orElse(BigDecimal.ZERO)
            .subtract(form.yuan().orElse(BigDecimal.ZERO))
            .abs()
            .movePointLeft(4);
    if (off.compareTo(unit(stated).max(unit(form))) <= 0) {
      return new Check.Agrees();
    }
    String said = stated.value() + stated.unit();
    String printed = form.value() + form.unit();
    return Draft.at(
            ABOUT, Severity.PROOF, new Place(stated.section(), stated.page(), stated.quote()))
        .numbers(said, printed)
        .formula(said + " ≠ " + printed)
        .other(new Place(form.section(), form.page(), form.quote()))
        .says(
            "综述中该项目的数为%s，自评表中为%s。", "The report gives the project %s, its form %s.", said, printed);
  }

  /** One unit of the last digit of an amount in 万元, at least 0.01. */
  private static BigDecimal unit(Figure figure) {
    int scale = figure.unit().equals("万元") ? new BigDecimal(figure.value()).scale() : 2;
    return BigDecimal.ONE.movePointLeft(Math.clamp(scale, 0, 2));
  }
}
