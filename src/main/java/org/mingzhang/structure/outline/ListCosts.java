package org.mingzhang.structure.outline;

import java.util.List;
import org.mingzhang.model.Block;
import org.mingzhang.model.TextBlock;

/**
 * Computes the cost of accepting candidates that look like list entries. Units: see {@link
 * HeadingEvidenceWeigher}.
 */
final class ListCosts {
  private ListCosts() {}

  /** The cost of a candidate announced by a colon or within a run of bare lines. */
  static double listCost(List<Candidate> found, List<Block> blocks, int index) {
    Candidate candidate = found.get(index);
    Title.Form form = candidate.title().form();
    if (candidate.style() == NumeralStyle.HAN_BRACKETS) {
      return isBareEntry(found, index) ? (form == Title.Form.CLOSED ? 1.5 : 1) : 0;
    }
    boolean digits =
        candidate.style() == NumeralStyle.DIGIT || candidate.style() == NumeralStyle.DIGIT_BRACKETS;
    if (!digits || form == Title.Form.SUBJECT || form == Title.Form.AMOUNT) {
      return 0;
    }
    double cost = 0;
    int block = candidate.block();
    if (block > 0
        && blocks.get(block - 1) instanceof TextBlock before
        && (before.text().endsWith("：") || before.text().endsWith(":"))) {
      cost += 0.6;
    }
    boolean bare = !candidate.title().runIn();
    if (bare && (hasAdjacentEntry(found, index, 1) || hasAdjacentEntry(found, index, -1))) {
      cost += 1;
    }
    return cost;
  }

  /** Whether （一） is in a run of lines without text between them and without titles of the forms. */
  private static boolean isBareEntry(List<Candidate> found, int index) {
    Candidate candidate = found.get(index);
    return candidate.position() == null
        && !candidate.title().runIn()
        && candidate.title().form() != Title.Form.SUBJECT
        && !(candidate.title().form() == Title.Form.PLAIN
            && TopicResolver.isBudgetMatter(candidate.title().text()))
        && (hasAdjacentEntry(found, index, 1) || hasAdjacentEntry(found, index, -1));
  }

  /**
   * Whether the neighboring candidate is the next or previous entry of the same run and also has no
   * text below it.
   */
  private static boolean hasAdjacentEntry(List<Candidate> found, int index, int step) {
    int other = index + step;
    if (other < 0 || other >= found.size()) {
      return false;
    }
    Candidate candidate = found.get(index);
    Candidate neighbor = found.get(other);
    return neighbor.block() == candidate.block() + step
        && neighbor.style() == candidate.style()
        && neighbor.ordinal() == candidate.ordinal() + step
        && !neighbor.title().runIn();
  }
}
