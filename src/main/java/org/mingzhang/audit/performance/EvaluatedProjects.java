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
      checks.add(judge(reading.derived(Projects.class, Projects::of), passage, stated));
    }
  }

  private static CheckResult judge(Projects projects, Passage passage, Matcher stated) {
    String after = stated.group("after");
    int count = Integer.parseInt(after == null ? stated.group("before") : after);
    BigDecimal money = DigitComparison.number(stated.group("money"));
    List<Figure> budgets = projects.budgets();
    List<Figure> results = projects.results();
    int told = results.size();
    boolean agrees = agrees(money, budgets) || agrees(money, results);
    boolean miscounted = told >= 2 && told != count && budgets.size() == told && agrees;
    if (!miscounted && (count < 2 || budgets.size() != count || told != count)) {
      return CheckResult.undecided(
          "没有逐个读到这些项目的预算数和执行数", "budget and result were not read for each of the projects");
    }
    if (!miscounted && agrees) {
      return CheckResult.AGREES;
    }
    String message = miscounted ? "evaluated-projects/count" : "evaluated-projects";
    String before = passage.compact().substring(0, stated.start());
    int clause = 1 + Math.max(before.lastIndexOf('。'), before.lastIndexOf('，'));
    FindingDraft draft =
        FindingDraft.at(message, passage, clause, stated.end())
            .other(FindingDraft.place(results.getFirst()));
    if (miscounted) {
      return draft.numbers(count + "个", told + "个").says(told, count);
    }
    String planned = sum(budgets).toPlainString();
    String spent = sum(results).toPlainString();
    return draft
        .numbers(money.toPlainString() + "万元", "预算数之和" + planned + "万元，执行数之和" + spent + "万元")
        .formulaOf("%s = %s，%s = %s", formula(budgets), planned, formula(results), spent)
        .says(told, planned, spent, money);
  }

  /** What sentences say of the projects; where they say nothing, what their forms say. */
  private record Projects(List<Figure> budgets, List<Figure> results) {
    static Projects of(AuditedDocument reading) {
      Projects told =
          new Projects(
              projects(reading, "项目(?:全年|年初)?预算数", false), projects(reading, "项目执行数", false));
      return told.budgets().isEmpty() && told.results().isEmpty()
          ? new Projects(projects(reading, "项目全年预算数", true), projects(reading, "项目执行数", true))
          : told;
    }
  }

  /** The first amount of each project. */
  private static List<Figure> projects(AuditedDocument reading, String name, boolean forms) {
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
    return List.copyOf(byProject.values());
  }

  private static boolean agrees(BigDecimal stated, List<Figure> parts) {
    return Tolerance.sumAgrees(stated, sum(parts), parts.size() + 1);
  }

  private static BigDecimal sum(List<Figure> parts) {
    return parts.stream()
        .map(f -> new BigDecimal(f.value()))
        .reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  private static String formula(List<Figure> parts) {
    return String.join(" + ", parts.stream().map(Figure::value).toList());
  }
}
