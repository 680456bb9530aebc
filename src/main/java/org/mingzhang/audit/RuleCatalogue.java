package org.mingzhang.audit;

import static java.util.Map.entry;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.mingzhang.audit.account.AccountTables;
import org.mingzhang.audit.account.EconomicList;
import org.mingzhang.audit.account.ItemName;
import org.mingzhang.audit.account.ItemPath;
import org.mingzhang.audit.account.PurposeAgainstTable;
import org.mingzhang.audit.account.SmallBusinessAwards;
import org.mingzhang.audit.account.ThreePublicBudget;
import org.mingzhang.audit.check.Rule;
import org.mingzhang.audit.check.RuleDescription;
import org.mingzhang.audit.check.RuleTexts;
import org.mingzhang.audit.form.FormRules;
import org.mingzhang.audit.performance.ControlRate;
import org.mingzhang.audit.performance.DeductedPoints;
import org.mingzhang.audit.performance.EvaluatedProjects;
import org.mingzhang.audit.performance.ExecutionRate;
import org.mingzhang.audit.performance.FormAgainstReport;
import org.mingzhang.audit.performance.FormFunding;
import org.mingzhang.audit.performance.FormTotals;
import org.mingzhang.audit.performance.GroupPoints;
import org.mingzhang.audit.performance.HeadingPoints;
import org.mingzhang.audit.performance.IndicatorScores;
import org.mingzhang.audit.performance.ProjectScores;
import org.mingzhang.audit.performance.ResultInReport;
import org.mingzhang.audit.performance.ScoreGrade;
import org.mingzhang.audit.performance.ScoreInReport;
import org.mingzhang.audit.performance.ScoreTotal;
import org.mingzhang.audit.performance.TargetsAreWeights;
import org.mingzhang.audit.sentence.AdjustedBudget;
import org.mingzhang.audit.sentence.AwardShares;
import org.mingzhang.audit.sentence.ComparisonWords;
import org.mingzhang.audit.sentence.CountChange;
import org.mingzhang.audit.sentence.CountParts;
import org.mingzhang.audit.sentence.CountedList;
import org.mingzhang.audit.sentence.CountedRate;
import org.mingzhang.audit.sentence.FundingRate;
import org.mingzhang.audit.sentence.ItemTotals;
import org.mingzhang.audit.sentence.ListedBodies;
import org.mingzhang.audit.sentence.ReasonAgainstChange;
import org.mingzhang.audit.sentence.ReasonDirection;
import org.mingzhang.audit.sentence.ReportTotals;
import org.mingzhang.audit.sentence.TaxLines;
import org.mingzhang.audit.sentence.TrailingTotal;
import org.mingzhang.audit.sentence.UnchangedReason;
import org.mingzhang.audit.sentence.UnitCost;
import org.mingzhang.audit.sentence.UnitError;
import org.mingzhang.audit.wording.AnnexNumbers;
import org.mingzhang.audit.wording.AnotherAgency;
import org.mingzhang.audit.wording.CopiedPurpose;
import org.mingzhang.audit.wording.DepartmentOrUnit;
import org.mingzhang.audit.wording.GlossaryRepeat;
import org.mingzhang.audit.wording.NoThreePublic;
import org.mingzhang.audit.wording.NumberGap;
import org.mingzhang.audit.wording.ProvincialWording;
import org.mingzhang.audit.wording.RepeatedParagraph;
import org.mingzhang.audit.wording.RetiredName;
import org.mingzhang.audit.wording.StaffNumbers;
import org.mingzhang.audit.wording.StatedYear;
import org.mingzhang.audit.wording.UnfilledBlank;
import org.mingzhang.audit.wording.UnpairedMarks;
import org.mingzhang.audit.wording.WordingRule;
import org.mingzhang.audit.wording.YearOfAmounts;
import org.mingzhang.audit.wording.YearOfItems;
import org.mingzhang.audit.wording.YearOfPlan;

/** All rules that look at one document and are applied one by one, in the order of the data. */
final class RuleCatalogue {
  private static final Map<String, Rule> CLASSES =
      Map.ofEntries(
          entry("funding-rate", new FundingRate()),
          entry("target-rate", new CountedRate("target-rate")),
          entry("survey-rate", new CountedRate("survey-rate")),
          entry("three-public-budget", new ThreePublicBudget()),
          entry("count-change", new CountChange()),
          entry("adjusted-budget", new AdjustedBudget()),
          entry("unchanged-reason", new UnchangedReason()),
          entry("reason-direction", new ReasonDirection()),
          entry("reason-against-change", new ReasonAgainstChange()),
          entry("counted-list", new CountedList()),
          entry("trailing-total", new TrailingTotal()),
          entry("item-totals", new ItemTotals()),
          entry("report-totals", new ReportTotals()),
          entry("tax-lines", new TaxLines()),
          entry("vehicle-count", new CountParts("vehicle-count")),
          entry("count-parts", new CountParts("count-parts")),
          entry("listed-bodies", new ListedBodies()),
          entry("reception-per-head", new UnitCost("reception-per-head")),
          entry("cost-per-vehicle", new UnitCost("cost-per-vehicle")),
          entry("small-business-awards", new SmallBusinessAwards()),
          entry("economic-list", new EconomicList()),
          entry("purpose-against-table", new PurposeAgainstTable()),
          entry("execution-score", new ExecutionRate()),
          entry("group-points", new GroupPoints()),
          entry("heading-points", new HeadingPoints()),
          entry("score-total", new ScoreTotal()),
          entry("indicator-score", new IndicatorScores()),
          entry("targets-are-weights", new TargetsAreWeights()),
          entry("form-funding", new FormFunding()),
          entry("form-totals", new FormTotals()),
          entry("score-in-report", new ScoreInReport()),
          entry("project-score", new ProjectScores()),
          entry("score-parts", new CountParts("score-parts")),
          entry("evaluated-projects", new EvaluatedProjects()),
          entry("form-against-report", new FormAgainstReport()),
          entry("result-in-report", new ResultInReport()),
          entry("deducted-points", new DeductedPoints()),
          entry("score-grade", new ScoreGrade()),
          entry("control-rate", new ControlRate()),
          entry("year-end", new StatedYear("year-end")),
          entry("no-three-public", new NoThreePublic()),
          entry("staff-numbers", new StaffNumbers()),
          entry("copied-purpose", new CopiedPurpose()),
          entry("glossary-repeat", new GlossaryRepeat()),
          entry("comparison-words", new ComparisonWords()),
          entry("unit-slip", new UnitError()),
          entry("item-name", new ItemName()),
          entry("item-path", new ItemPath()),
          entry("unpaired-marks", new UnpairedMarks()),
          entry("retired-name", new RetiredName()),
          entry("department-or-unit", new DepartmentOrUnit()),
          entry("repeated-paragraph", new RepeatedParagraph()),
          entry("another-year", new StatedYear("another-year")),
          entry("year-of-amounts", new YearOfAmounts()),
          entry("year-of-items", new YearOfItems()),
          entry("year-of-plan", new YearOfPlan()),
          entry("another-agency", new AnotherAgency()),
          entry("annex-numbers", new AnnexNumbers()),
          entry("number-gap", new NumberGap()),
          entry("award-shares", new AwardShares()),
          entry("unfilled-blank", new UnfilledBlank()),
          entry("account-tables", new AccountTables()),
          entry("provincial-wording", new ProvincialWording()));

  private RuleCatalogue() {}

  /** A rule with what it is. */
  record Applied(RuleDescription description, Rule rule) {}

  static List<Applied> all() {
    return RuleTexts.all().stream()
        .flatMap(r -> rule(r).map(rule -> new Applied(r, rule)).stream())
        .toList();
  }

  /** What applies a rule; none for those that are answered for together with others. */
  private static Optional<Rule> rule(RuleDescription rule) {
    return switch (rule.checker()) {
      case FORMS -> Optional.of(new FormRules(rule));
      case WORDINGS -> Optional.of(new WordingRule(rule));
      case CLASS -> Optional.of(Objects.requireNonNull(CLASSES.get(rule.id()), rule.id()));
      case STATEMENTS, WITH, DOCUMENTS -> Optional.empty();
    };
  }
}
