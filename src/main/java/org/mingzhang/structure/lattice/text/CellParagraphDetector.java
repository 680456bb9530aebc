package org.mingzhang.structure.lattice.text;

import java.util.BitSet;
import java.util.List;
import java.util.regex.Pattern;
import org.mingzhang.model.Block;
import org.mingzhang.model.TextBlock;
import org.mingzhang.structure.lattice.CellTextClassifier;

/**
 * Finds paragraphs that are the cells or rows of a table: pages and word-processor files into which
 * a table was pasted as text have a paragraph for each of them. They are consecutive, short and no
 * sentences, and many of their words are numbers. Stateless.
 */
final class CellParagraphDetector {
  private static final int MAX_LENGTH = 60;
  private static final int MIN_NUMBERS = 6;

  /** Maximum ratio of words to numbers. */
  private static final int MAX_WORDS_PER_NUMBER = 4;

  private static final Pattern SENTENCE = Pattern.compile(".*[。；;！？].*");
  private static final Pattern BLANKS = Pattern.compile("[\\s\\u3000\\u00a0]+");

  private CellParagraphDetector() {}

  /** The indices of the blocks that are such paragraphs. */
  static BitSet find(List<Block> blocks) {
    BitSet found = new BitSet();
    int at = 0;
    while (at < blocks.size()) {
      int end = at;
      int words = 0;
      int numbers = 0;
      while (end < blocks.size() && blocks.get(end) instanceof TextBlock text && isShort(text)) {
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

  private static boolean isShort(TextBlock text) {
    return text.kind() == TextBlock.Kind.PARAGRAPH
        && text.text().length() <= MAX_LENGTH
        && !SENTENCE.matcher(text.text()).matches();
  }
}
