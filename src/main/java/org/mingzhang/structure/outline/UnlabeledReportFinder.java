package org.mingzhang.structure.outline;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;
import org.mingzhang.model.Block;
import org.mingzhang.model.TextBlock;
import org.mingzhang.text.TypographicSpaceRemover;

/**
 * Finds the titles of evaluation reports that are annexed to final accounts without a label such as
 * 附件1. A title of this kind, for example 2022年度某局整体支出绩效自评报告, is on a line of its own and is
 * followed by a numbering that starts again at 一、. It becomes the heading of an annex. The same
 * line before the first part is ignored, since it is the title of the document.
 */
final class UnlabeledReportFinder {
  private static final int MAX_TITLE_LENGTH = 60;

  /** Maximum number of blocks between a report's title and its first numeral. */
  private static final int MAX_OPENING_BLOCKS = 8;

  /** Maximum distance, in blocks, between an annex label and the title below it. */
  private static final int MAX_LABEL_DISTANCE = 3;

  private static final Pattern TITLE =
      Pattern.compile(
          "(?!.*[，。；：、]$)[^，。；：]{0,40}(?:整体|项目|资金|经费|部门|单位|预算)(?:支出)?(?:预算)?绩效(?:自评|评价|自我评价|评价自评)"
              + "(?:工作|情况)?(?:的)?报告(?:[（(][^（）()]{1,14}[）)])?");

  private UnlabeledReportFinder() {}

  /** Returns the given candidates and the titles of unlabeled reports, in the order of blocks. */
  static List<Candidate> with(List<Candidate> found, List<Block> blocks) {
    int firstPart =
        found.stream()
            .filter(c -> c.style() == NumeralStyle.PART)
            .mapToInt(Candidate::block)
            .min()
            .orElse(blocks.size());
    List<Candidate> all = new ArrayList<>(found);
    for (int i = firstPart + 1; i < blocks.size(); i++) {
      if (blocks.get(i) instanceof TextBlock text
          && isTitle(text)
          && startsNumbering(found, i)
          && !isLabeled(found, i)) {
        all.add(createCandidate(i, text));
      }
    }
    all.sort(Comparator.comparingInt(Candidate::block));
    return all;
  }

  private static boolean isTitle(TextBlock text) {
    String line = TypographicSpaceRemover.remove(text.text());
    return line.length() <= MAX_TITLE_LENGTH && TITLE.matcher(line).matches();
  }

  /** Whether a label such as 附件1 is directly above, with the same title or without one. */
  private static boolean isLabeled(List<Candidate> found, int block) {
    return found.stream()
        .anyMatch(
            c ->
                c.style() == NumeralStyle.ANNEX
                    && block - c.block() <= MAX_LABEL_DISTANCE
                    && c.block() < block);
  }

  /** Whether a line is not a candidate yet and the next candidate starts a numbering. */
  private static boolean startsNumbering(List<Candidate> found, int block) {
    for (Candidate candidate : found) {
      if (candidate.block() == block) {
        return false;
      }
      if (candidate.block() > block) {
        boolean label = candidate.style() == NumeralStyle.NONE;
        boolean begins = candidate.style() == NumeralStyle.HAN && candidate.ordinal() == 1;
        if (!label || candidate.block() - block > MAX_OPENING_BLOCKS) {
          return begins && candidate.block() - block <= MAX_OPENING_BLOCKS;
        }
      }
    }
    return false;
  }

  private static Candidate createCandidate(int index, TextBlock text) {
    Title title = Title.ofWholeParagraph(TitleReader.clean(text.text()));
    return new Candidate(
        index, text.page(), NumeralStyle.ANNEX, 0, "", title, null, text.outlineLevel());
  }
}
