package org.mingzhang.structure.outline;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.mingzhang.model.Block;
import org.mingzhang.model.TextBlock;

/**
 * Weighs the evidence that a block is a heading, apart from the sequence of numerals: the form of
 * its title, its position in the standard outline, neighboring blocks and declared levels.
 *
 * <p>The cost unit is one doubtful decision. Costs were set on documents of several provinces; a
 * change must preserve the outlines of all of them.
 */
final class HeadingEvidenceWeigher {
  private static final Pattern OWN_TITLE =
      Pattern.compile(".*\\d{4}.*(?:部门|单位|本级)?(?:预算|决算).*(?:说明|表|报告)");

  private static final Pattern PERFORMANCE = Pattern.compile("绩效|自评");
  private static final int COVER = 4;

  private static final int MIN_SENTENCE_LENGTH = 15;

  /** Minimum length, in characters, of a caption that identifies its table. */
  private static final int MIN_CAPTION_LENGTH = 6;

  /** Returns the candidates with their costs. */
  List<Candidate> weigh(List<Candidate> found, List<Block> blocks) {
    Map<String, Integer> last = new HashMap<>();
    found.forEach(c -> last.put(c.title().text(), c.block()));
    int firstPart = firstBlockOfStyle(found, NumeralStyle.PART, 0);
    int menu = Math.min(firstPart, firstBlockOfStyle(found, NumeralStyle.HAN, firstPart));
    List<Candidate> weighed = new ArrayList<>();
    for (int i = 0; i < found.size(); i++) {
      Candidate candidate = found.get(i);
      double acceptance =
          FormCosts.acceptanceCost(candidate) + ListCosts.listCost(found, blocks, i);
      acceptance +=
          RowLabelDetector.isRowLabel(candidate) && !isExplained(blocks, candidate.block())
              ? FormCosts.TABLE_ROW_COST
              : 0;
      double rejection = hasWrongBrackets(found, i) ? 1.5 : FormCosts.rejectionCost(candidate);
      if (isCover(candidate, firstPart, menu) || repeatsHeading(found, i, blocks)) {
        rejection = 0;
        acceptance += 2;
      }
      if (candidate.style() == NumeralStyle.DIGIT
          && last.getOrDefault(candidate.title().text(), 0) > candidate.block()
          && candidate.position() == StandardTitle.OutlinePosition.CAPTION) {
        acceptance += 2.5;
      }
      weighed.add(candidate.withCosts(acceptance, rejection));
    }
    return weighed;
  }

  private static int firstBlockOfStyle(List<Candidate> found, NumeralStyle style, int none) {
    return found.stream()
        .filter(c -> c.style() == style)
        .mapToInt(Candidate::block)
        .findFirst()
        .orElse(none);
  }

  /**
   * Whether a candidate is a line of the cover, the document's own title, or a page menu ({@code
   * 1.首页}) before all parts and sections.
   */
  private static boolean isCover(Candidate candidate, int firstPart, int menu) {
    if (candidate.style() == NumeralStyle.ANNEX) {
      return candidate.block() < COVER;
    }
    boolean title =
        candidate.block() < COVER
            && OWN_TITLE.matcher(candidate.title().text()).matches()
            && candidate.position() != StandardTitle.OutlinePosition.CAPTION;
    return switch (candidate.style()) {
      case NONE -> title || candidate.block() < firstPart;
      case DIGIT -> candidate.block() < menu;
      default -> false;
    };
  }

  /**
   * Whether a caption repeats the numbered heading directly above it, possibly with a form number
   * between.
   */
  private static boolean repeatsHeading(List<Candidate> found, int index, List<Block> blocks) {
    Candidate candidate = found.get(index);
    if (index == 0 || candidate.position() != StandardTitle.OutlinePosition.CAPTION) {
      return false;
    }
    Candidate above = found.get(index - 1);
    boolean numbered = above.style() != NumeralStyle.NONE && above.style() != NumeralStyle.PART;
    return candidate.style() == NumeralStyle.NONE
        && numbered
        && above.block() + 1 == candidate.block() - (hasFormNumber(blocks, candidate) ? 1 : 0)
        && above.role() == HeadingRole.TABLE
        && nameSameTable(above.title().text(), candidate.title().text());
  }

  private static boolean hasFormNumber(List<Block> blocks, Candidate candidate) {
    return blocks.get(candidate.block() - 1) instanceof TextBlock text
        && HeadingCandidateFinder.isFormNumber(text.text().strip());
  }

  /** Whether two captions name the same table; performance tables are named loosely. */
  private static boolean nameSameTable(String above, String below) {
    boolean performance = PERFORMANCE.matcher(above).find() && PERFORMANCE.matcher(below).find();
    boolean longer = above.length() >= MIN_CAPTION_LENGTH && below.endsWith(above);
    return longer || TitleSimilarity.measure(above, below) >= (performance ? 0.7 : 0.9);
  }

  /** Whether a numeral continues the outer sequence in the wrong brackets: （3） after （二）. */
  private static boolean hasWrongBrackets(List<Candidate> found, int index) {
    Candidate candidate = found.get(index);
    if (candidate.style() != NumeralStyle.DIGIT_BRACKETS
        || candidate.ordinal() < 2
        || candidate.title().form() == Title.Form.SENTENCE) {
      return false;
    }
    for (int i = index - 1; i >= 0; i--) {
      NumeralStyle style = found.get(i).style();
      if (style == NumeralStyle.HAN_BRACKETS) {
        return found.get(i).ordinal() == candidate.ordinal() - 1;
      }
      if (style == NumeralStyle.DIGIT_BRACKETS || style.rank() < NumeralStyle.HAN.rank()) {
        return false;
      }
    }
    return false;
  }

  /** Whether the next block is a sentence. Numbered table rows are not followed by one. */
  private static boolean isExplained(List<Block> blocks, int block) {
    return block + 1 < blocks.size()
        && blocks.get(block + 1) instanceof TextBlock text
        && text.text().length() >= MIN_SENTENCE_LENGTH
        && text.text().indexOf('。') > 0;
  }
}
