package org.mingzhang.structure.outline;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.mingzhang.model.Block;
import org.mingzhang.model.TextBlock;
import org.mingzhang.text.PatternTable;
import org.mingzhang.text.TitleSimilarity;

/**
 * Weighs the evidence that a block is a heading, not including the sequence of numerals: the form
 * of its title, its position in the standard outline, neighboring blocks and declared levels.
 *
 * <p>A cost of 1 corresponds to one doubtful decision. The costs are tuned on documents of several
 * provinces, whose outlines must all stay correct after a change.
 */
final class HeadingEvidenceWeigher {
  private static final PatternTable PATTERNS =
      PatternTable.readForPackageOf(HeadingEvidenceWeigher.class);
  private static final Pattern DOCUMENT_TITLE = PATTERNS.get("own-title");
  private static final Pattern PERFORMANCE = PATTERNS.get("performance");
  private static final int MAX_COVER_BLOCKS = 4;

  private static final int MIN_SENTENCE_LENGTH = 15;

  /** Minimum length, in characters, of a caption that identifies its table. */
  private static final int MIN_CAPTION_LENGTH = 6;

  /** Returns the candidates with the costs of accepting and of rejecting them. */
  List<HeadingCandidate> weigh(List<HeadingCandidate> found, List<Block> blocks) {
    Map<String, Integer> last = new HashMap<>();
    found.forEach(c -> last.put(c.title().text(), c.blockIndex()));
    int firstPart = firstBlockOfStyle(found, NumeralStyle.PART, 0);
    int menu = Math.min(firstPart, firstBlockOfStyle(found, NumeralStyle.HAN, firstPart));
    List<HeadingCandidate> weighed = new ArrayList<>();
    for (int i = 0; i < found.size(); i++) {
      HeadingCandidate headingCandidate = found.get(i);
      double acceptance =
          HeadingFormCosts.acceptanceCost(headingCandidate)
              + ListEntryCosts.listCost(found, blocks, i);
      acceptance +=
          RowLabelDetector.isRowLabel(headingCandidate)
                  && !isFollowedBySentence(blocks, headingCandidate.blockIndex())
              ? HeadingFormCosts.TABLE_ROW_COST
              : 0;
      double rejection =
          hasWrongBrackets(found, i) ? 1.5 : HeadingFormCosts.rejectionCost(headingCandidate);
      if (isCoverLineOrMenuItem(headingCandidate, firstPart, menu)
          || repeatsHeading(found, i, blocks)) {
        rejection = 0;
        acceptance += 2;
      }
      if (headingCandidate.style() == NumeralStyle.DIGIT
          && last.getOrDefault(headingCandidate.title().text(), 0) > headingCandidate.blockIndex()
          && headingCandidate.outlinePosition() == StandardTitles.OutlinePosition.CAPTION) {
        acceptance += 2.5;
      }
      weighed.add(headingCandidate.withCosts(acceptance, rejection));
    }
    return weighed;
  }

  private static int firstBlockOfStyle(
      List<HeadingCandidate> found, NumeralStyle style, int defaultBlock) {
    return found.stream()
        .filter(c -> c.style() == style)
        .mapToInt(HeadingCandidate::blockIndex)
        .findFirst()
        .orElse(defaultBlock);
  }

  /**
   * Whether a candidate is a line of the cover, the document's own title, or an item of a page menu
   * ({@code 1.首页}) before all parts and sections.
   */
  private static boolean isCoverLineOrMenuItem(
      HeadingCandidate headingCandidate, int firstPartBlock, int menuEnd) {
    if (headingCandidate.style() == NumeralStyle.ANNEX) {
      return headingCandidate.blockIndex() < MAX_COVER_BLOCKS;
    }
    boolean title =
        headingCandidate.blockIndex() < MAX_COVER_BLOCKS
            && DOCUMENT_TITLE.matcher(headingCandidate.title().text()).matches()
            && headingCandidate.outlinePosition() != StandardTitles.OutlinePosition.CAPTION;
    return switch (headingCandidate.style()) {
      case NONE -> title || headingCandidate.blockIndex() < firstPartBlock;
      case DIGIT -> headingCandidate.blockIndex() < menuEnd;
      default -> false;
    };
  }

  /**
   * Whether a caption repeats the numbered heading directly above it, possibly with a form number
   * between.
   */
  private static boolean repeatsHeading(
      List<HeadingCandidate> found, int index, List<Block> blocks) {
    HeadingCandidate headingCandidate = found.get(index);
    if (index == 0
        || headingCandidate.outlinePosition() != StandardTitles.OutlinePosition.CAPTION) {
      return false;
    }
    HeadingCandidate above = found.get(index - 1);
    boolean numbered = above.style() != NumeralStyle.NONE && above.style() != NumeralStyle.PART;
    return headingCandidate.style() == NumeralStyle.NONE
        && numbered
        && above.blockIndex() + 1
            == headingCandidate.blockIndex()
                - (hasFormNumberAbove(blocks, headingCandidate) ? 1 : 0)
        && above.role() == HeadingRole.TABLE
        && areCaptionsOfSameTable(above.title().text(), headingCandidate.title().text());
  }

  private static boolean hasFormNumberAbove(List<Block> blocks, HeadingCandidate headingCandidate) {
    return blocks.get(headingCandidate.blockIndex() - 1) instanceof TextBlock text
        && HeadingCandidateFinder.isFormNumber(text.text().strip());
  }

  /**
   * Whether two captions name the same table. For performance tables, the names need only be
   * similar.
   */
  private static boolean areCaptionsOfSameTable(String above, String below) {
    boolean performance = PERFORMANCE.matcher(above).find() && PERFORMANCE.matcher(below).find();
    boolean longer = above.length() >= MIN_CAPTION_LENGTH && below.endsWith(above);
    return longer || TitleSimilarity.measure(above, below) >= (performance ? 0.7 : 0.9);
  }

  /** Whether a numeral continues the outer sequence but has the wrong brackets: （3） after （二）. */
  private static boolean hasWrongBrackets(List<HeadingCandidate> found, int index) {
    HeadingCandidate headingCandidate = found.get(index);
    if (headingCandidate.style() != NumeralStyle.DIGIT_BRACKETS
        || headingCandidate.ordinal() < 2
        || headingCandidate.title().form() == HeadingTitle.TitleForm.SENTENCE) {
      return false;
    }
    for (int i = index - 1; i >= 0; i--) {
      NumeralStyle style = found.get(i).style();
      if (style == NumeralStyle.HAN_BRACKETS) {
        return found.get(i).ordinal() == headingCandidate.ordinal() - 1;
      }
      if (style == NumeralStyle.DIGIT_BRACKETS || style.rank() < NumeralStyle.HAN.rank()) {
        return false;
      }
    }
    return false;
  }

  /** Whether the next block is a sentence, which is never the case for numbered table rows. */
  private static boolean isFollowedBySentence(List<Block> blocks, int block) {
    return block + 1 < blocks.size()
        && blocks.get(block + 1) instanceof TextBlock text
        && text.text().length() >= MIN_SENTENCE_LENGTH
        && text.text().indexOf('。') > 0;
  }
}
