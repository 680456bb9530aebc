package org.mingzhang.structure.outline;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;
import org.mingzhang.model.Block;
import org.mingzhang.model.TextBlock;
import org.mingzhang.structure.clean.Spacing;

/**
 * Titles of reports that stand among the annexes of accounts without a label such as 附件1:
 * 2022年度某局整体 支出绩效自评报告 on a line of its own, below which 一、 begins anew. They are annexes that lost
 * their label. Before the first part such a line is the title of the document.
 */
final class PastedReports {
  private static final int LONGEST = 60;

  /** The first numeral of a report stands within so many blocks of its title. */
  private static final int OPENING = 8;

  /** A label of an annex stands at most so many blocks above the title. */
  private static final int LABEL = 3;

  private static final Pattern TITLE =
      Pattern.compile(
          "(?!.*[，。；：、]$)[^，。；：]{0,40}(?:整体|项目|资金|经费|部门|单位|预算)(?:支出)?(?:预算)?绩效(?:自评|评价|自我评价|评价自评)"
              + "(?:工作|情况)?(?:的)?报告(?:[（(][^（）()]{1,14}[）)])?");

  private PastedReports() {}

  /** The candidates, with such titles. */
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
          && title(text)
          && free(found, i)
          && !labelled(found, i)) {
        all.add(candidate(i, text));
      }
    }
    all.sort(Comparator.comparingInt(Candidate::block));
    return all;
  }

  private static boolean title(TextBlock text) {
    String line = Spacing.remove(text.text());
    return line.length() <= LONGEST && TITLE.matcher(line).matches();
  }

  /** Whether 附件1 stands right above, with the same title or without one. */
  private static boolean labelled(List<Candidate> found, int block) {
    return found.stream()
        .anyMatch(
            c ->
                c.style() == NumeralStyle.ANNEX && block - c.block() <= LABEL && c.block() < block);
  }

  /** Whether no heading is seen in the line, and the next one begins a numbering. */
  private static boolean free(List<Candidate> found, int block) {
    for (Candidate candidate : found) {
      if (candidate.block() == block) {
        return false;
      }
      if (candidate.block() > block) {
        boolean label = candidate.style() == NumeralStyle.NONE;
        boolean begins = candidate.style() == NumeralStyle.HAN && candidate.ordinal() == 1;
        if (!label || candidate.block() - block > OPENING) {
          return begins && candidate.block() - block <= OPENING;
        }
      }
    }
    return false;
  }

  private static Candidate candidate(int index, TextBlock text) {
    Title title = new Title(TitleReader.clean(text.text()), "", Title.Form.PLAIN);
    return new Candidate(
        index, text.page(), NumeralStyle.ANNEX, 0, "", title, null, text.outlineLevel(), 0, 0);
  }
}
