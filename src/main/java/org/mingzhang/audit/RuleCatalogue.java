package org.mingzhang.audit;

import java.util.List;
import org.mingzhang.audit.account.CarryOver;
import org.mingzhang.audit.account.CodeRollUp;
import org.mingzhang.audit.account.EconomicList;
import org.mingzhang.audit.account.FigureSums;
import org.mingzhang.audit.account.ItemAgainstTable;
import org.mingzhang.audit.account.ItemName;
import org.mingzhang.audit.account.OperatingCost;
import org.mingzhang.audit.account.PurposeAgainstTable;
import org.mingzhang.audit.account.RowTotals;
import org.mingzhang.audit.account.SameAmount;
import org.mingzhang.audit.account.SideTotals;
import org.mingzhang.audit.account.SmallBusinessAwards;
import org.mingzhang.audit.account.StaffAndOffice;
import org.mingzhang.audit.account.ThreePublicBudget;
import org.mingzhang.audit.account.VehicleCost;
import org.mingzhang.audit.check.Rule;
import org.mingzhang.audit.performance.ExecutionRate;
import org.mingzhang.audit.performance.GroupPoints;
import org.mingzhang.audit.performance.IndicatorScores;
import org.mingzhang.audit.performance.ScoreTotal;
import org.mingzhang.audit.performance.TargetsAreWeights;
import org.mingzhang.audit.sentence.ChangeAmount;
import org.mingzhang.audit.sentence.ChangeRate;
import org.mingzhang.audit.sentence.ComparisonWords;
import org.mingzhang.audit.sentence.CompletionRate;
import org.mingzhang.audit.sentence.ItemTotals;
import org.mingzhang.audit.sentence.Parts;
import org.mingzhang.audit.sentence.Share;
import org.mingzhang.audit.sentence.UnchangedReason;
import org.mingzhang.audit.sentence.UnitSlip;
import org.mingzhang.audit.sentence.ZeroBase;
import org.mingzhang.audit.sentence.ZeroBudget;
import org.mingzhang.audit.wording.AnotherYear;
import org.mingzhang.audit.wording.CopiedPurpose;
import org.mingzhang.audit.wording.DoubledMarks;
import org.mingzhang.audit.wording.GlossaryRepeat;
import org.mingzhang.audit.wording.ImpossibleShare;
import org.mingzhang.audit.wording.NoThreePublic;
import org.mingzhang.audit.wording.ProvincialWording;
import org.mingzhang.audit.wording.StaffNumbers;
import org.mingzhang.audit.wording.TemplateResidue;
import org.mingzhang.audit.wording.YearEnd;
import org.mingzhang.audit.wording.YearOfAmounts;

/** All rules, in the order in which they speak for the same place. */
final class RuleCatalogue {
  private RuleCatalogue() {}

  static List<Rule> all() {
    return List.of(
        new CompletionRate(),
        new ZeroBudget(),
        new ThreePublicBudget(),
        new ChangeRate(),
        new ChangeAmount(),
        new ZeroBase(),
        new UnchangedReason(),
        new Share(),
        new Parts(),
        new ItemTotals(),
        new FigureSums(),
        new SmallBusinessAwards(),
        new SameAmount(),
        new ItemAgainstTable(),
        new CarryOver(),
        new SideTotals(),
        new CodeRollUp(),
        new RowTotals(),
        new StaffAndOffice(),
        new EconomicList(),
        new PurposeAgainstTable(),
        new VehicleCost(),
        new ExecutionRate(),
        new GroupPoints(),
        new ScoreTotal(),
        new IndicatorScores(),
        new TargetsAreWeights(),
        new YearEnd(),
        new NoThreePublic(),
        new StaffNumbers(),
        new ImpossibleShare(),
        new CopiedPurpose(),
        new GlossaryRepeat(),
        new TemplateResidue(),
        new ComparisonWords(),
        new UnitSlip(),
        new OperatingCost(),
        new ItemName(),
        new DoubledMarks(),
        new AnotherYear(),
        new YearOfAmounts(),
        new ProvincialWording());
  }
}
