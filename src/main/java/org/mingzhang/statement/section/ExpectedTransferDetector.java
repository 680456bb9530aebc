package org.mingzhang.statement.section;

import java.util.regex.Pattern;
import org.mingzhang.account.ChartOfAccounts;
import org.mingzhang.model.Section;
import org.mingzhang.model.Stage;
import org.mingzhang.statement.phrase.InheritedContext;
import org.mingzhang.statement.token.FoldedText;
import org.mingzhang.text.PatternTable;
import org.mingzhang.text.TraditionalToSimplifiedConverter;

/**
 * Detects sections of government documents on transfers that are only expected or announced in
 * advance, 预计全县上级补助收入8.9亿元, 为省提前下达数. Such transfers belong to the budget, although neither the
 * title of the document nor that of the section says so.
 */
final class ExpectedTransferDetector {
  private static final PatternTable PATTERNS =
      PatternTable.readForPackageOf(ExpectedTransferDetector.class);
  private static final Pattern EXPECTED_TRANSFERS = PATTERNS.get("expected-transfers");

  private ExpectedTransferDetector() {}

  /**
   * The context of a section, with the budget as its stage if it is on expected transfers;
   * otherwise, and if a title states a stage, the context itself.
   */
  static InheritedContext withStageOfExpectedTransfers(InheritedContext own, Section section) {
    String title = TraditionalToSimplifiedConverter.simplify(section.title());
    return own.chart() == ChartOfAccounts.governments()
            && TitleContextReader.findStage(own.title()) == null
            && TitleContextReader.findStage(title) == null
            && EXPECTED_TRANSFERS.matcher(FoldedText.fold(section.text()).text()).find()
        ? own.withStageAndTime(own.stageAndTime().withStage(Stage.BUDGET))
        : own;
  }
}
