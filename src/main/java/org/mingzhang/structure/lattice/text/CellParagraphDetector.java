package org.mingzhang.structure.lattice.text;

import java.util.BitSet;
import java.util.List;
import java.util.regex.Pattern;
import org.mingzhang.model.Block;
import org.mingzhang.model.TextBlock;
import org.mingzhang.structure.lattice.CellTextClassifier;
import org.mingzhang.structure.lattice.PerformanceFormTitles;

/**
 * Finds paragraphs that are the cells or rows of a table: pages and word-processor files into which
 * a table was pasted as text have one paragraph for each cell or row. The paragraphs of a table of
 * accounts are consecutive and short, are not sentences, and include many numbers. The paragraphs
 * of a performance form, whose goals and reasons are sentences, are recognized by its column
 * titles. Stateless.
 */
final class CellParagraphDetector {
  private static final int MAX_CELL_LENGTH = 60;
  private static final int MIN_NUMBERS = 6;

  /** Maximum number of words per number in consecutive paragraphs that are the cells of a table. */
  private static final int MAX_WORDS_PER_NUMBER = 4;

  /** Minimum number of column titles of a performance form in {@link #TITLE_WINDOW}. */
  private static final int MIN_TITLES = 3;

  /** Number of consecutive paragraphs in which the column titles stand. */
  private static final int TITLE_WINDOW = 5;

  private static final Pattern SENTENCE = Pattern.compile(".*[。；;！？].*");
  private static final Pattern BLANKS = Pattern.compile("[\\s\\u3000\\u00a0]+");

  private CellParagraphDetector() {}

  /** The indices of the blocks that are cells or rows of a table. */
  static BitSet findCellParagraphs(List<Block> blocks) {
    BitSet found = findCellsWithNumbers(blocks);
    for (int i = 0; i < blocks.size(); i++) {
      if (!found.get(i) && isBodyParagraph(blocks.get(i)) && countTitles(blocks, i) >= MIN_TITLES) {
        int from = i;
        while (from > 0 && isBodyParagraph(blocks.get(from - 1))) {
          from--;
        }
        int to = i + 1;
        while (to < blocks.size() && isBodyParagraph(blocks.get(to))) {
          to++;
        }
        found.set(from, to);
      }
    }
    return found;
  }

  /**
   * Number of column titles of performance forms in the consecutive paragraphs with such titles
   * from an index on, at most {@link #TITLE_WINDOW} paragraphs.
   */
  private static int countTitles(List<Block> blocks, int from) {
    int titles = 0;
    for (int i = from; i < Math.min(blocks.size(), from + TITLE_WINDOW); i++) {
      if (!(blocks.get(i) instanceof TextBlock text) || !mayBeCell(text)) {
        break;
      }
      int before = titles;
      for (String word : BLANKS.split(text.text(), -1)) {
        titles += PerformanceFormTitles.isTitle(word) ? 1 : 0;
      }
      if (titles == before) {
        break;
      }
    }
    return titles;
  }

  private static boolean isBodyParagraph(Block block) {
    return block instanceof TextBlock text
        && text.kind() == TextBlock.Kind.PARAGRAPH
        && text.outlineLevel() == 0;
  }

  private static BitSet findCellsWithNumbers(List<Block> blocks) {
    BitSet found = new BitSet();
    int at = 0;
    while (at < blocks.size()) {
      int end = at;
      int words = 0;
      int numbers = 0;
      while (end < blocks.size() && blocks.get(end) instanceof TextBlock text && mayBeCell(text)) {
        int unseparated = UnseparatedRowSplitter.countAmounts(text.text());
        words += unseparated;
        numbers += unseparated;
        for (String word : BLANKS.split(text.text(), -1)) {
          words++;
          numbers += CellTextClassifier.isNumber(word) ? 1 : 0;
        }
        end++;
      }
      if (numbers >= MIN_NUMBERS && words <= MAX_WORDS_PER_NUMBER * numbers) {
        found.set(at, end);
      }
      at = Math.max(end, at + 1);
    }
    return found;
  }

  private static boolean mayBeCell(TextBlock text) {
    return text.kind() == TextBlock.Kind.PARAGRAPH
        && text.text().length() <= MAX_CELL_LENGTH
        && !SENTENCE.matcher(text.text()).matches();
  }
}
