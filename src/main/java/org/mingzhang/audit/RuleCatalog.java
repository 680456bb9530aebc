package org.mingzhang.audit;

import static java.util.Map.entry;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.mingzhang.audit.account.ItemNameChecks;
import org.mingzhang.audit.account.SpendingPurposeChecks;
import org.mingzhang.audit.account.TableCompletenessRule;
import org.mingzhang.audit.account.ThreePublicBudgetRule;
import org.mingzhang.audit.check.Rule;
import org.mingzhang.audit.check.RuleDescription;
import org.mingzhang.audit.check.RuleTexts;
import org.mingzhang.audit.form.AccountingIdentityRule;
import org.mingzhang.audit.performance.EvaluatedProjectTotalRule;
import org.mingzhang.audit.performance.FormFundingRule;
import org.mingzhang.audit.performance.FormRateChecks;
import org.mingzhang.audit.performance.IndicatorPointChecks;
import org.mingzhang.audit.performance.PointTotalChecks;
import org.mingzhang.audit.performance.ReportFormChecks;
import org.mingzhang.audit.performance.ReportedResultRule;
import org.mingzhang.audit.performance.ReportedScoreChecks;
import org.mingzhang.audit.performance.ScoreTotalRule;
import org.mingzhang.audit.sentence.ChangeReasonChecks;
import org.mingzhang.audit.sentence.ComparisonWordRule;
import org.mingzhang.audit.sentence.CountPartsRule;
import org.mingzhang.audit.sentence.SmallBusinessContractChecks;
import org.mingzhang.audit.sentence.UnitCostRule;
import org.mingzhang.audit.sentence.UnitErrorRule;
import org.mingzhang.audit.wording.MajorityYearChecks;
import org.mingzhang.audit.wording.NumberingChecks;
import org.mingzhang.audit.wording.OtherAgencyWordingChecks;
import org.mingzhang.audit.wording.RepeatedWordChecks;
import org.mingzhang.audit.wording.RetiredNameRule;
import org.mingzhang.audit.wording.UnpairedMarkRule;
import org.mingzhang.audit.wording.WordingRule;

/** The rules that are applied to single documents, in the order of {@code rules.tsv}. */
final class RuleCatalog {
  private static final Map<String, Rule> RULES_BY_ID =
      Map.ofEntries(
          entry("three-public-budget", new ThreePublicBudgetRule()),
          entry("reason-direction", ChangeReasonChecks::checkDirections),
          entry("reason-against-change", ChangeReasonChecks::checkCauses),
          entry("vehicle-count", new CountPartsRule("vehicle-count")),
          entry("count-parts", new CountPartsRule("count-parts")),
          entry("reception-per-head", new UnitCostRule("reception-per-head")),
          entry("cost-per-head", new UnitCostRule("cost-per-head")),
          entry("cost-per-vehicle", new UnitCostRule("cost-per-vehicle")),
          entry("small-business-awards", SmallBusinessContractChecks::checkAwards),
          entry("economic-list", SpendingPurposeChecks::checkEconomicItems),
          entry("purpose-against-table", SpendingPurposeChecks::checkExpenditureKinds),
          entry("execution-score", FormRateChecks::checkExecution),
          entry("group-points", PointTotalChecks::checkGroups),
          entry("heading-points", PointTotalChecks::checkHeadings),
          entry("score-total", new ScoreTotalRule()),
          entry("indicator-score", IndicatorPointChecks::checkScores),
          entry("targets-are-weights", IndicatorPointChecks::checkWeightsEnteredAsTargets),
          entry("form-funding", new FormFundingRule()),
          entry("form-totals", ReportFormChecks::checkTotals),
          entry("score-in-report", ReportedScoreChecks::checkBodyScores),
          entry("project-score", ReportedScoreChecks::checkProjectScores),
          entry("score-parts", new CountPartsRule("score-parts")),
          entry("evaluated-projects", new EvaluatedProjectTotalRule()),
          entry("form-against-report", ReportFormChecks::checkProjects),
          entry("result-in-report", new ReportedResultRule()),
          entry("deducted-points", IndicatorPointChecks::checkDeductions),
          entry("score-grade", ReportedScoreChecks::checkGrades),
          entry("control-rate", FormRateChecks::checkControlAndCompletionRates),
          entry("copied-purpose", RepeatedWordChecks::checkPurposes),
          entry("glossary-repeat", RepeatedWordChecks::checkExplanations),
          entry("comparison-words", new ComparisonWordRule()),
          entry("unit-slip", new UnitErrorRule()),
          entry("item-name", ItemNameChecks::checkUnknownItems),
          entry("item-path", ItemNameChecks::checkPaths),
          entry("unpaired-marks", new UnpairedMarkRule()),
          entry("retired-name", new RetiredNameRule()),
          entry("department-or-unit", OtherAgencyWordingChecks::checkDepartmentOrUnit),
          entry("repeated-paragraph", RepeatedWordChecks::checkParagraphs),
          entry("year-of-amounts", MajorityYearChecks::checkYearsOfSections),
          entry("year-of-items", MajorityYearChecks::checkYearsOfItems),
          entry("year-of-plan", MajorityYearChecks::checkYearOfPlan),
          entry("another-agency", OtherAgencyWordingChecks::checkAgency),
          entry("annex-numbers", NumberingChecks::checkAnnexes),
          entry("number-gap", NumberingChecks::checkGaps),
          entry("award-shares", SmallBusinessContractChecks::checkShares),
          entry("account-tables", new TableCompletenessRule()),
          entry("provincial-wording", OtherAgencyWordingChecks::checkProvincialWords));

  private RuleCatalog() {}

  /** The implementation of a rule with its description. */
  record RuleWithDescription(RuleDescription description, Rule rule) {}

  static List<RuleWithDescription> all() {
    return RuleTexts.all().stream()
        .flatMap(r -> findRule(r).map(rule -> new RuleWithDescription(r, rule)).stream())
        .toList();
  }

  /**
   * The implementation of a rule; empty for rules whose results come from the identities of prose,
   * from the class of the preceding rule, or from {@link DisclosureComparison}.
   *
   * @throws NullPointerException if no class is registered for a rule of checker {@code CLASS}
   */
  private static Optional<Rule> findRule(RuleDescription rule) {
    return switch (rule.checker()) {
      case FORMS -> Optional.of(new AccountingIdentityRule(rule));
      case WORDINGS -> Optional.of(new WordingRule(rule));
      case CLASS -> Optional.of(Objects.requireNonNull(RULES_BY_ID.get(rule.id()), rule.id()));
      case STATEMENTS, SAME_CLASS_AS_PREVIOUS, DOCUMENTS -> Optional.empty();
    };
  }
}
