package org.mingzhang.structure.outline;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;
import org.mingzhang.model.Block;
import org.mingzhang.model.TextBlock;
import org.mingzhang.text.PatternTable;
import org.mingzhang.text.TypographicSpaceRemover;

/**
 * Finds the titles of evaluation reports that are annexed to final accounts without the label 附件.
 */
final class UnlabeledAnnexFinder {
  private static final int MAX_TITLE_LENGTH = 60;

  /**
   * Maximum number of blocks between the title of an annex without a label and its first heading
   * 一、.
   */
  private static final int MAX_OPENING_BLOCKS = 8;

  /** Maximum distance, in blocks, between an annex label and the title below it. */
  private static final int MAX_LABEL_DISTANCE = 3;

  private static final PatternTable PATTERNS =
      PatternTable.readForPackageOf(UnlabeledAnnexFinder.class);
  private static final Pattern REPORT_TITLE = PATTERNS.get("unlabeled-annex-finder-title");

  private UnlabeledAnnexFinder() {}

  /**
   * Returns the given candidates and the titles of unlabeled reports after the first part, in the
   * order of blocks.
   */
  static List<HeadingCandidate> withUnlabeledAnnexTitles(
      List<HeadingCandidate> found, List<Block> blocks) {
    int firstPart =
        found.stream()
            .filter(c -> c.style() == NumeralStyle.PART)
            .mapToInt(HeadingCandidate::blockIndex)
            .min()
            .orElse(blocks.size());
    List<HeadingCandidate> all = new ArrayList<>(found);
    for (int i = firstPart + 1; i < blocks.size(); i++) {
      if (blocks.get(i) instanceof TextBlock text
          && isTitle(text)
          && startsNumbering(found, i)
          && !hasAnnexLabelAbove(found, i)) {
        all.add(createCandidate(i, text));
      }
    }
    all.sort(Comparator.comparingInt(HeadingCandidate::blockIndex));
    return all;
  }

  private static boolean isTitle(TextBlock text) {
    String line = TypographicSpaceRemover.remove(text.text());
    return line.length() <= MAX_TITLE_LENGTH && REPORT_TITLE.matcher(line).matches();
  }

  /** Whether an annex label such as 附件1 is at most {@link #MAX_LABEL_DISTANCE} blocks above. */
  private static boolean hasAnnexLabelAbove(List<HeadingCandidate> found, int block) {
    return found.stream()
        .anyMatch(
            c ->
                c.style() == NumeralStyle.ANNEX
                    && block - c.blockIndex() <= MAX_LABEL_DISTANCE
                    && c.blockIndex() < block);
  }

  /**
   * Whether a line is not yet a candidate and the next numbered candidate is 一、, at most {@link
   * #MAX_OPENING_BLOCKS} blocks below.
   */
  private static boolean startsNumbering(List<HeadingCandidate> found, int block) {
    for (HeadingCandidate headingCandidate : found) {
      if (headingCandidate.blockIndex() == block) {
        return false;
      }
      if (headingCandidate.blockIndex() > block) {
        boolean label = headingCandidate.style() == NumeralStyle.NONE;
        boolean begins =
            headingCandidate.style() == NumeralStyle.HAN && headingCandidate.ordinal() == 1;
        if (!label || headingCandidate.blockIndex() - block > MAX_OPENING_BLOCKS) {
          return begins && headingCandidate.blockIndex() - block <= MAX_OPENING_BLOCKS;
        }
      }
    }
    return false;
  }

  private static HeadingCandidate createCandidate(int index, TextBlock text) {
    HeadingTitle title = HeadingTitleReader.readWholeParagraph(text.text());
    return HeadingCandidate.ofText(index, text, NumeralStyle.ANNEX, 0, "", title, null);
  }
}
