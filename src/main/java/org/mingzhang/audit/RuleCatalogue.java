package org.mingzhang.audit;

import java.util.List;
import java.util.stream.Stream;
import org.mingzhang.audit.account.AccountTables;
import org.mingzhang.audit.account.EconomicList;
import org.mingzhang.audit.account.ItemName;
import org.mingzhang.audit.account.ItemPath;
import org.mingzhang.audit.account.PurposeAgainstTable;
import org.mingzhang.audit.account.SmallBusinessAwards;
import org.mingzhang.audit.account.ThreePublicBudget;
import org.mingzhang.audit.check.Rule;
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
import org.mingzhang.audit.performance.ScoreParts;
import org.mingzhang.audit.performance.ScoreTotal;
import org.mingzhang.audit.performance.TargetsAreWeights;
import org.mingzhang.audit.sentence.AdjustedBudget;
import org.mingzhang.audit.sentence.AwardShares;
import org.mingzhang.audit.sentence.ComparisonWords;
import org.mingzhang.audit.sentence.CostPerVehicle;
import org.mingzhang.audit.sentence.CountChange;
import org.mingzhang.audit.sentence.CountParts;
import org.mingzhang.audit.sentence.CountedList;
import org.mingzhang.audit.sentence.FundingRate;
import org.mingzhang.audit.sentence.ItemTotals;
import org.mingzhang.audit.sentence.ListedBodies;
import org.mingzhang.audit.sentence.MissingUnit;
import org.mingzhang.audit.sentence.ReasonAgainstChange;
import org.mingzhang.audit.sentence.ReasonDirection;
import org.mingzhang.audit.sentence.ReceptionPerHead;
import org.mingzhang.audit.sentence.ReportTotals;
import org.mingzhang.audit.sentence.SurveyRate;
import org.mingzhang.audit.sentence.TargetRate;
import org.mingzhang.audit.sentence.TaxLines;
import org.mingzhang.audit.sentence.TrailingTotal;
import org.mingzhang.audit.sentence.UnchangedReason;
import org.mingzhang.audit.sentence.UnitSlip;
import org.mingzhang.audit.sentence.VehicleCount;
import org.mingzhang.audit.wording.AnnexNumbers;
import org.mingzhang.audit.wording.AnotherAgency;
import org.mingzhang.audit.wording.AnotherYear;
import org.mingzhang.audit.wording.BrokenSentence;
import org.mingzhang.audit.wording.CopiedPurpose;
import org.mingzhang.audit.wording.DepartmentOrUnit;
import org.mingzhang.audit.wording.DoubledMarks;
import org.mingzhang.audit.wording.GarbledWords;
import org.mingzhang.audit.wording.GlossaryRepeat;
import org.mingzhang.audit.wording.ImpossibleShare;
import org.mingzhang.audit.wording.NoThreePublic;
import org.mingzhang.audit.wording.NumberGap;
import org.mingzhang.audit.wording.ProvincialWording;
import org.mingzhang.audit.wording.RepeatedParagraph;
import org.mingzhang.audit.wording.RetiredName;
import org.mingzhang.audit.wording.StaffNumbers;
import org.mingzhang.audit.wording.TemplateResidue;
import org.mingzhang.audit.wording.UnfilledBlank;
import org.mingzhang.audit.wording.UnpairedMarks;
import org.mingzhang.audit.wording.YearEnd;
import org.mingzhang.audit.wording.YearOfAmounts;
import org.mingzhang.audit.wording.YearOfItems;
import org.mingzhang.audit.wording.YearOfPlan;

/** All rules, in the order in which they speak for the same place. */
final class RuleCatalogue {
  private RuleCatalogue() {}

  static List<Rule> all() {
    return Stream.of(before(), FormRules.all(), behind()).flatMap(List::stream).toList();
  }

  private static List<Rule> before() {
    return List.of(
        new FundingRate(),
        new TargetRate(),
        new SurveyRate(),
        new ThreePublicBudget(),
        new CountChange(),
        new AdjustedBudget(),
        new UnchangedReason(),
        new ReasonDirection(),
        new ReasonAgainstChange(),
        new CountedList(),
        new TrailingTotal(),
        new ItemTotals(),
        new ReportTotals(),
        new TaxLines(),
        new VehicleCount(),
        new CountParts(),
        new ListedBodies(),
        new ReceptionPerHead(),
        new CostPerVehicle(),
        new SmallBusinessAwards());
  }

  private static List<Rule> behind() {
    return List.of(
        new EconomicList(),
        new PurposeAgainstTable(),
        new ExecutionRate(),
        new GroupPoints(),
        new HeadingPoints(),
        new ScoreTotal(),
        new IndicatorScores(),
        new TargetsAreWeights(),
        new FormFunding(),
        new FormTotals(),
        new ScoreInReport(),
        new ProjectScores(),
        new ScoreParts(),
        new EvaluatedProjects(),
        new FormAgainstReport(),
        new ResultInReport(),
        new DeductedPoints(),
        new ScoreGrade(),
        new ControlRate(),
        new YearEnd(),
        new NoThreePublic(),
        new StaffNumbers(),
        new ImpossibleShare(),
        new CopiedPurpose(),
        new GlossaryRepeat(),
        new TemplateResidue(),
        new ComparisonWords(),
        new UnitSlip(),
        new ItemName(),
        new ItemPath(),
        new DoubledMarks(),
        new GarbledWords(),
        new BrokenSentence(),
        new UnpairedMarks(),
        new RetiredName(),
        new DepartmentOrUnit(),
        new RepeatedParagraph(),
        new AnotherYear(),
        new YearOfAmounts(),
        new YearOfItems(),
        new YearOfPlan(),
        new AnotherAgency(),
        new AnnexNumbers(),
        new NumberGap(),
        new MissingUnit(),
        new AwardShares(),
        new UnfilledBlank(),
        new AccountTables(),
        new ProvincialWording());
  }
}
