package org.mingzhang.audit;

import static java.util.Map.entry;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.mingzhang.audit.account.ItemNames;
import org.mingzhang.audit.account.SpendingPurposeChecks;
import org.mingzhang.audit.account.TableCompleteness;
import org.mingzhang.audit.account.ThreePublicBudget;
import org.mingzhang.audit.check.Rule;
import org.mingzhang.audit.check.RuleBook;
import org.mingzhang.audit.check.RuleDescription;
import org.mingzhang.audit.form.FormRule;
import org.mingzhang.audit.performance.ControlRate;
import org.mingzhang.audit.performance.EvaluatedProjects;
import org.mingzhang.audit.performance.ExecutionRate;
import org.mingzhang.audit.performance.FormFunding;
import org.mingzhang.audit.performance.IndicatorPoints;
import org.mingzhang.audit.performance.PointTotals;
import org.mingzhang.audit.performance.ReportFormConsistency;
import org.mingzhang.audit.performance.ReportedScores;
import org.mingzhang.audit.performance.ResultInReport;
import org.mingzhang.audit.performance.ScoreTotal;
import org.mingzhang.audit.performance.WeightsAsTargets;
import org.mingzhang.audit.sentence.ComparisonWords;
import org.mingzhang.audit.sentence.CountParts;
import org.mingzhang.audit.sentence.ReasonOfChange;
import org.mingzhang.audit.sentence.SmallBusinessContracts;
import org.mingzhang.audit.sentence.UnitCost;
import org.mingzhang.audit.sentence.UnitError;
import org.mingzhang.audit.wording.Numbering;
import org.mingzhang.audit.wording.OtherAgencyWording;
import org.mingzhang.audit.wording.RepeatedWords;
import org.mingzhang.audit.wording.RetiredName;
import org.mingzhang.audit.wording.UnpairedMarks;
import org.mingzhang.audit.wording.WordingRule;
import org.mingzhang.audit.wording.YearByMajority;

/** The rules that are applied to single documents, in the order of {@code rules.tsv}. */
final class RuleCatalogue {
  private static final Map<String, Rule> CLASSES =
      Map.ofEntries(
          entry("three-public-budget", new ThreePublicBudget()),
          entry("unchanged-reason", ReasonOfChange::checkUnchangedAmounts),
          entry("reason-direction", ReasonOfChange::checkDirections),
          entry("reason-against-change", ReasonOfChange::checkCauses),
          entry("vehicle-count", new CountParts("vehicle-count")),
          entry("count-parts", new CountParts("count-parts")),
          entry("reception-per-head", new UnitCost("reception-per-head")),
          entry("cost-per-vehicle", new UnitCost("cost-per-vehicle")),
          entry("small-business-awards", SmallBusinessContracts::checkAwards),
          entry("economic-list", SpendingPurposeChecks::checkEconomicItems),
          entry("purpose-against-table", SpendingPurposeChecks::checkExpenditureKinds),
          entry("execution-score", new ExecutionRate()),
          entry("group-points", PointTotals::checkGroups),
          entry("heading-points", PointTotals::checkHeadings),
          entry("score-total", new ScoreTotal()),
          entry("indicator-score", IndicatorPoints::checkScores),
          entry("targets-are-weights", new WeightsAsTargets()),
          entry("form-funding", new FormFunding()),
          entry("form-totals", ReportFormConsistency::checkTotals),
          entry("score-in-report", ReportedScores::checkBodyScores),
          entry("project-score", ReportedScores::checkProjectScores),
          entry("score-parts", new CountParts("score-parts")),
          entry("evaluated-projects", new EvaluatedProjects()),
          entry("form-against-report", ReportFormConsistency::checkProjects),
          entry("result-in-report", new ResultInReport()),
          entry("deducted-points", IndicatorPoints::checkDeductions),
          entry("score-grade", ReportedScores::checkGrades),
          entry("control-rate", new ControlRate()),
          entry("copied-purpose", RepeatedWords::checkPurposes),
          entry("glossary-repeat", RepeatedWords::checkExplanations),
          entry("comparison-words", new ComparisonWords()),
          entry("unit-slip", new UnitError()),
          entry("item-name", ItemNames::checkUnknownItems),
          entry("item-path", ItemNames::checkPaths),
          entry("unpaired-marks", new UnpairedMarks()),
          entry("retired-name", new RetiredName()),
          entry("department-or-unit", OtherAgencyWording::checkDepartmentOrUnit),
          entry("repeated-paragraph", RepeatedWords::checkParagraphs),
          entry("year-of-amounts", YearByMajority::checkYearsOfSections),
          entry("year-of-items", YearByMajority::checkYearsOfItems),
          entry("year-of-plan", YearByMajority::checkYearOfPlan),
          entry("another-agency", OtherAgencyWording::checkAgency),
          entry("annex-numbers", Numbering::checkAnnexes),
          entry("number-gap", Numbering::checkGaps),
          entry("award-shares", SmallBusinessContracts::checkShares),
          entry("account-tables", new TableCompleteness()),
          entry("provincial-wording", OtherAgencyWording::checkProvincialWords));

  private RuleCatalogue() {}

  /** A rule with its description. */
  record Applied(RuleDescription description, Rule rule) {}

  static List<Applied> all() {
    return RuleBook.all().stream()
        .flatMap(r -> findRule(r).map(rule -> new Applied(r, rule)).stream())
        .toList();
  }

  /** The implementation of a rule; empty for rules whose answers are found together with others. */
  private static Optional<Rule> findRule(RuleDescription rule) {
    return switch (rule.checker()) {
      case FORMS -> Optional.of(new FormRule(rule));
      case WORDINGS -> Optional.of(new WordingRule(rule));
      case CLASS -> Optional.of(Objects.requireNonNull(CLASSES.get(rule.id()), rule.id()));
      case STATEMENTS, WITH, DOCUMENTS -> Optional.empty();
    };
  }
}
