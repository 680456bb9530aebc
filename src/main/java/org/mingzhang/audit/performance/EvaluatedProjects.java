package org.mingzhang.audit.performance;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.mingzhang.audit.check.AuditedDocument;
import org.mingzhang.audit.check.CheckResult;
import org.mingzhang.audit.check.DigitComparison;
import org.mingzhang.audit.check.FindingDraft;
import org.mingzhang.audit.check.Passage;
import org.mingzhang.audit.check.PassageRule;
import org.mingzhang.audit.check.Tolerance;
import org.mingzhang.model.Figure;
import org.mingzhang.model.Finding.Place;

/**
 * {@code 共涉及项目2个，资金60.16万元} against the budgets or the results of the projects that the document
 * then goes through, if there are as many. The evaluated money is not held against all project
 * expenditure: not every project is evaluated, and the share that is printed says how many are.
 *
 * <p>A class, since its parts are the projects that the document goes through, however many these
 * are.
 */
public final class EvaluatedProjects implements PassageRule {
  private static final Pattern STATED =
      Pattern.compile(
          "(?:项目(?<after>\\d{1,3})个|(?<before>\\d{1,3})个(?:二级)?(?:预算)?项目)[^。；]{0,16}?"
              + "资金(?:总额)?(?:共计?|合计)?(?:为)?(?<money>\\d[\\d,]*(?:\\.\\d+)?)万元");

  @Override
  public void check(AuditedDocument reading, Passage passage, List<CheckResult> checks) {
    Matcher stated = STATED.matcher(passage.compact());
    if (passage.compact().contains("资金") && stated.find()) {
      checks.add(judge(reading, passage, stated));
    }
  }

  private static CheckResult judge(AuditedDocument reading, Passage passage, Matcher stated) {
    String after = stated.group("after");
    int count = Integer.parseInt(after == null ? stated.group("before") : after);
    BigDecimal money = DigitComparison.number(stated.group("money"));
    Projects projects = reading.derived(Projects.class, Projects::of);
    Map<String, Figure> budgets = projects.budgets();
    Map<String, Figure> results = projects.results();
    int told = results.size();
    if (told >= 2
        && told != count
        && budgets.size() == told
        && (agrees(money, budgets) || agrees(money, results))) {
      return miscounted(passage, stated, count, results);
    }
    if (count < 2 || budgets.size() != count || told != count) {
      return new CheckResult.Undecided(
          "没有逐个读到这些项目的预算数和执行数", "budget and result were not read for each of the projects");
    }
    return agrees(money, budgets) || agrees(money, results)
        ? new CheckResult.Agrees()
        : finding(passage, stated, money, budgets, results);
  }

  private static CheckResult finding(
      Passage passage,
      Matcher stated,
      BigDecimal money,
      Map<String, Figure> budgets,
      Map<String, Figure> results) {
    Figure first = results.values().iterator().next();
    String planned = sum(budgets).toPlainString();
    String spent = sum(results).toPlainString();
    return FindingDraft.at("evaluated-projects", passage, clause(passage, stated), stated.end())
        .numbers(money.toPlainString() + "万元", "预算数之和" + planned + "万元，执行数之和" + spent + "万元")
        .formulaOf("%s = %s，%s = %s", formula(budgets), planned, formula(results), spent)
        .other(new Place(first.section(), first.page(), first.quote()))
        .says(results.size(), planned, spent, money);
  }

  private static int clause(Passage passage, Matcher stated) {
    String before = passage.compact().substring(0, stated.start());
    return 1 + Math.max(before.lastIndexOf('。'), before.lastIndexOf('，'));
  }

  /** The money is that of the projects that are told, but they are said to be more or fewer. */
  private static CheckResult miscounted(
      Passage passage, Matcher stated, int count, Map<String, Figure> results) {
    Figure first = results.values().iterator().next();
    int told = results.size();
    return FindingDraft.at(
            "evaluated-projects/count", passage, clause(passage, stated), stated.end())
        .numbers(count + "个", told + "个")
        .other(new Place(first.section(), first.page(), first.quote()))
        .says(told, count);
  }

  private record Projects(Map<String, Figure> budgets, Map<String, Figure> results) {
    static Projects of(AuditedDocument reading) {
      Projects told = of(reading, false);
      return told.budgets().isEmpty() && told.results().isEmpty() ? of(reading, true) : told;
    }

    /** What sentences say of the projects, or their forms. */
    private static Projects of(AuditedDocument reading, boolean forms) {
      return new Projects(
          projects(reading, forms ? "项目全年预算数" : "项目(?:全年|年初)?预算数", forms),
          projects(reading, "项目执行数", forms));
    }
  }

  /** One amount for each project; none for a project that has several. */
  private static Map<String, Figure> projects(AuditedDocument reading, String name, boolean forms) {
    Map<String, Figure> byProject = new LinkedHashMap<>();
    for (Figure figure : reading.figures()) {
      String project = figure.item();
      if (project != null
          && figure.fromTable() == forms
          && figure.unit().equals("万元")
          && figure.name().matches(name)) {
        byProject.putIfAbsent(project, figure);
      }
    }
    return byProject;
  }

  private static boolean agrees(BigDecimal stated, Map<String, Figure> parts) {
    return Tolerance.sumAgrees(stated, sum(parts), parts.size() + 1);
  }

  private static BigDecimal sum(Map<String, Figure> parts) {
    return parts.values().stream()
        .map(f -> new BigDecimal(f.value()))
        .reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  private static String formula(Map<String, Figure> parts) {
    return String.join(" + ", parts.values().stream().map(Figure::value).toList());
  }
}
