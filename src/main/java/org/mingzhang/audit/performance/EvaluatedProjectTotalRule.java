package org.mingzhang.audit.performance;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.mingzhang.audit.check.AccountTable;
import org.mingzhang.audit.check.AuditedDocument;
import org.mingzhang.audit.check.CheckResult;
import org.mingzhang.audit.check.CompactParagraph;
import org.mingzhang.audit.check.FindingDraft;
import org.mingzhang.audit.check.ParagraphMatch;
import org.mingzhang.audit.check.Rule;
import org.mingzhang.audit.check.StatedSum;
import org.mingzhang.model.Figure;
import org.mingzhang.model.Finding.QuoteLocation;
import org.mingzhang.text.AccountColumnRoles;
import org.mingzhang.text.AmountParser;
import org.mingzhang.text.PatternTable;
import org.mingzhang.text.PrefilteredPattern;

/**
 * Checks the total that a report states for its evaluated projects, {@code 共涉及项目2个，资金60.16万元},
 * against the sum of the budgets or of the results of the projects that the document then lists.
 * The total is never compared with all project expenditure, because not every project is evaluated.
 */
public final class EvaluatedProjectTotalRule implements Rule {
  private static final PatternTable PATTERNS =
      PatternTable.readForPackageOf(EvaluatedProjectTotalRule.class);
  private static final PrefilteredPattern STATED_TOTAL = PATTERNS.getPrefiltered("stated");
  private static final Pattern PROJECT_NAME = PATTERNS.get("name-of-project");
  private static final Pattern TOTAL_LABEL = PATTERNS.get("total");
  private static final int MIN_LISTED_PROJECTS = 3;
  private static final int POWER_OF_WAN = 4;

  @Override
  public List<CheckResult> check(AuditedDocument document) {
    List<ParagraphMatch> stated = document.findFirstMatches(STATED_TOTAL).toList();
    if (stated.isEmpty()) {
      return List.of();
    }
    // The amounts that sentences state or, if there are none, the amounts of the forms.
    List<Figure> budgets = findAmountByProject(document, "项目(?:全年|年初)?预算数", false);
    List<Figure> results = findAmountByProject(document, "项目执行数", false);
    boolean forms = budgets.isEmpty() && results.isEmpty();
    List<Figure> planned = forms ? findAmountByProject(document, "项目全年预算数", true) : budgets;
    List<Figure> spent = forms ? findAmountByProject(document, "项目执行数", true) : results;
    return stated.stream()
        .map(
            s ->
                planned.isEmpty() && spent.isEmpty()
                    ? checkAgainstList(s, document)
                    : check(s, planned, spent))
        .toList();
  }

  private static int parseProjectCount(ParagraphMatch stated) {
    String after = stated.group("after");
    return Integer.parseInt(after == null ? stated.group("before") : after);
  }

  /**
   * Checks the total stated for a number of projects against the only table that lists as many.
   * Undecided if the two differ by more than a tenth, since the table may then list other projects.
   */
  private static CheckResult checkAgainstList(ParagraphMatch stated, AuditedDocument document) {
    BigDecimal money = stated.parseNumber("money");
    List<AccountTable> lists =
        document.tables().stream()
            .filter(t -> listsProjects(t, parseProjectCount(stated)))
            .toList();
    if (lists.size() != 1 || parseProjectCount(stated) < MIN_LISTED_PROJECTS) {
      return CheckResult.undecided("projects-not-all-read").withLocation(stated.location());
    }
    AccountTable list = lists.getFirst();
    int column = list.columns().blocks().getFirst().amountColumns().getFirst();
    int power = AmountParser.powerOfTenOrZero(Objects.requireNonNullElse(list.data().unit(), ""));
    StatedSum sum =
        new StatedSum(
            money,
            projectRows(list)
                .mapToObj(r -> list.amountOrZero(r, column).scaleByPowerOfTen(power - POWER_OF_WAN))
                .toList());
    BigDecimal difference = sum.sum().subtract(money).abs();
    return sum.addsUpWithinTolerance()
        ? CheckResult.AGREES
        : difference.compareTo(money.movePointLeft(1)) > 0
            ? CheckResult.undecided("projects-not-all-read").withLocation(stated.location())
            : stated
                .createDraft("evaluated-projects/list")
                .setUnequalNumbers(money + "万元", sum.sum().toPlainString() + "万元")
                .setOtherLocation(
                    new QuoteLocation(
                        list.data().sectionPath(), list.pageOfRow(0), list.data().title()))
                .toResult(parseProjectCount(stated), sum.sum(), money);
  }

  /** Whether a table lists this number of projects, with one amount for each. */
  private static boolean listsProjects(AccountTable table, int count) {
    List<AccountColumnRoles.ColumnBlock> blocks = table.columns().blocks();
    return table.data().header().stream().anyMatch(h -> PROJECT_NAME.matcher(h).find())
        && blocks.size() == 1
        && blocks.getFirst().amountColumns().size() == 1
        && projectRows(table).count() == count;
  }

  private static IntStream projectRows(AccountTable table) {
    return IntStream.range(0, table.rowCount())
        .filter(
            r ->
                table.data().rows().get(r).stream()
                    .noneMatch(c -> TOTAL_LABEL.matcher(c).matches()));
  }

  private static CheckResult check(
      ParagraphMatch stated, List<Figure> budgets, List<Figure> results) {
    int count = parseProjectCount(stated);
    BigDecimal money = stated.parseNumber("money");
    StatedSum planned = toStatedSum(money, budgets);
    StatedSum spent = toStatedSum(money, results);
    int listed = results.size();
    boolean agrees = planned.addsUpWithinTolerance() || spent.addsUpWithinTolerance();
    boolean miscounted = listed >= 2 && listed != count && budgets.size() == listed && agrees;
    if (!miscounted && (count < 2 || budgets.size() != count || listed != count)) {
      return CheckResult.undecided("projects-not-all-read").withLocation(stated.location());
    }
    if (!miscounted && agrees) {
      return CheckResult.AGREES;
    }
    CompactParagraph paragraph = stated.paragraph();
    int clause = paragraph.clauseStart(stated.words().start());
    String message = miscounted ? "evaluated-projects/count" : "evaluated-projects";
    FindingDraft draft =
        FindingDraft.create(message, paragraph, clause, stated.words().end())
            .setOtherLocation(FindingDraft.locationOf(results.getFirst()));
    return miscounted
        ? draft.setNumbers(count + "个", listed + "个").toResult(listed, count)
        : draft
            .setNumbers(
                money.toPlainString() + "万元",
                "预算数之和%s万元，执行数之和%s万元"
                    .formatted(planned.sum().toPlainString(), spent.sum().toPlainString()))
            .setFormulaPattern(
                "%s = %s，%s = %s",
                planned.formatTerms(), planned.sum(), spent.formatTerms(), spent.sum())
            .toResult(listed, planned.sum(), spent.sum(), money);
  }

  /** Finds the first amount that the document states for each evaluated project. */
  private static List<Figure> findAmountByProject(
      AuditedDocument document, String name, boolean isFromForms) {
    Map<String, Figure> byProject = new LinkedHashMap<>();
    for (Figure figure : document.figures()) {
      String project = figure.item();
      if (project != null
          && figure.isFromTable() == isFromForms
          && figure.unit().equals("万元")
          && figure.name().matches(name)) {
        byProject.putIfAbsent(project, figure);
      }
    }
    return List.copyOf(byProject.values());
  }

  private static StatedSum toStatedSum(BigDecimal stated, List<Figure> parts) {
    return new StatedSum(stated, parts.stream().map(f -> new BigDecimal(f.value())).toList());
  }
}
