package org.mingzhang.structure.clean;

import java.util.List;
import org.mingzhang.model.Block;
import org.mingzhang.text.TypographicSpaceRemover;

/**
 * A line that may be an entry of a contents page, parsed once for comparison with many other lines.
 *
 * @param text the line without white space
 * @param title the line without white space and page number
 * @param titleKey its title without numeral, page number and words that the body may omit
 * @param numeral the numeral at its start, or an empty string
 */
record ContentsLine(String text, String title, String titleKey, String numeral) {
  private static final int MIN_KEY_LENGTH = 4;

  static ContentsLine parse(List<Block> blocks, int index) {
    String line = ContentsLineParser.entryText(blocks, index);
    return new ContentsLine(
        TypographicSpaceRemover.remove(line),
        TypographicSpaceRemover.remove(ContentsLineParser.withoutLeaderAndPageNumber(line)),
        ContentsLineParser.titleKey(line),
        ContentsLineParser.leadingNumeral(line));
  }

  /** Whether another line has the title of this entry. */
  boolean isRepeatedBy(ContentsLine other) {
    return title.equals(other.text)
        || (titleKey.length() >= MIN_KEY_LENGTH
            && other.titleKey.endsWith(titleKey)
            && (other.numeral.isEmpty() || other.numeral.equals(numeral)));
  }
}
