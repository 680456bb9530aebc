package org.mingzhang.structure.outline;

import java.util.List;
import org.mingzhang.model.Block;
import org.mingzhang.model.TextBlock;

/**
 * Computes the cost of accepting candidates that look like list entries. For the unit, see {@link
 * HeadingEvidenceWeigher}.
 */
final class ListEntryCosts {
  private ListEntryCosts() {}

  /**
   * The cost of a candidate that is announced by a colon or is part of a run of lines without text;
   * 0 for any other candidate.
   */
  static double listCost(List<HeadingCandidate> found, List<Block> blocks, int index) {
    HeadingCandidate headingCandidate = found.get(index);
    HeadingTitle.TitleForm form = headingCandidate.title().form();
    if (headingCandidate.style() == NumeralStyle.HAN_BRACKETS) {
      return isBareEntry(found, index) ? (form == HeadingTitle.TitleForm.END_MARKED ? 1.5 : 1) : 0;
    }
    boolean digits =
        headingCandidate.style() == NumeralStyle.DIGIT
            || headingCandidate.style() == NumeralStyle.DIGIT_BRACKETS;
    if (!digits
        || form == HeadingTitle.TitleForm.BUDGET_ITEM
        || form == HeadingTitle.TitleForm.AMOUNT) {
      return 0;
    }
    double cost = 0;
    int block = headingCandidate.blockIndex();
    if (block > 0
        && blocks.get(block - 1) instanceof TextBlock before
        && (before.text().endsWith("：") || before.text().endsWith(":"))) {
      cost += 0.6;
    }
    boolean bare = !headingCandidate.title().isRunIn();
    if (bare && (hasAdjacentEntry(found, index, 1) || hasAdjacentEntry(found, index, -1))) {
      cost += 1;
    }
    return cost;
  }

  /**
   * Whether a candidate such as （一） is part of a run of lines without text between them and does
   * not have a title that the forms prescribe.
   */
  private static boolean isBareEntry(List<HeadingCandidate> found, int index) {
    HeadingCandidate headingCandidate = found.get(index);
    return headingCandidate.outlinePosition() == null
        && !headingCandidate.title().isRunIn()
        && headingCandidate.title().form() != HeadingTitle.TitleForm.BUDGET_ITEM
        && !(headingCandidate.title().form() == HeadingTitle.TitleForm.PLAIN
            && SectionTopicResolver.isBudgetMatter(headingCandidate.title().text()))
        && (hasAdjacentEntry(found, index, 1) || hasAdjacentEntry(found, index, -1));
  }

  /**
   * Whether the adjacent candidate is the next or previous entry of the same run and has no text
   * below it either.
   */
  private static boolean hasAdjacentEntry(List<HeadingCandidate> found, int index, int step) {
    int other = index + step;
    if (other < 0 || other >= found.size()) {
      return false;
    }
    HeadingCandidate headingCandidate = found.get(index);
    HeadingCandidate neighbor = found.get(other);
    return neighbor.blockIndex() == headingCandidate.blockIndex() + step
        && neighbor.style() == headingCandidate.style()
        && neighbor.ordinal() == headingCandidate.ordinal() + step
        && !neighbor.title().isRunIn();
  }
}
