package org.mingzhang.structure.outline;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.mingzhang.model.Block;
import org.mingzhang.model.TableBlock;
import org.mingzhang.model.TextBlock;
import org.mingzhang.text.PatternTable;
import org.mingzhang.text.TypographicSpaceRemover;

/**
 * Removes captions and unit lines that are repeated where a table continues on the next page, so
 * that the parts of the table become adjacent. In text documents, which have no pages, lines are
 * removed only where a line has the mark 续表; that line, the repeated lines and the page number
 * beside them are removed.
 */
final class ContinuationMarkRemover {
  private static final PatternTable PATTERNS =
      PatternTable.readForPackageOf(ContinuationMarkRemover.class);
  private static final Pattern CONTINUATION_MARK = PATTERNS.get("continued");
  private static final Pattern TABLE_NUMBER = PATTERNS.get("table-number");
  private static final Pattern PAGE_NUMBER = PATTERNS.get("page-number");
  private static final int MAX_MARK_LENGTH = 80;

  private ContinuationMarkRemover() {}

  static List<Block> remove(List<Block> blocks) {
    List<Block> kept = new ArrayList<>();
    Set<String> marks = new HashSet<>();
    int i = 0;
    while (i < blocks.size()) {
      kept.add(blocks.get(i));
      if (!(blocks.get(i) instanceof TextBlock text)) {
        i = indexAfterTable(blocks, i, marks);
        continue;
      }
      String tight = TypographicSpaceRemover.remove(text.text());
      if (!(i > 0 && blocks.get(i - 1) instanceof TextBlock) || tight.length() > MAX_MARK_LENGTH) {
        marks = new HashSet<>();
      }
      if (tight.length() <= MAX_MARK_LENGTH) {
        marks.add(tight);
        marks.add(TABLE_NUMBER.matcher(tight).replaceFirst(""));
      }
      i++;
    }
    return kept;
  }

  /**
   * Index of the block after a table: the table's next part if there is one, skipping the lines
   * repeated before it.
   */
  private static int indexAfterTable(
      List<Block> blocks, int tableIndex, Set<String> linesAboveTable) {
    int next = tableIndex + 1;
    boolean marked = false;
    boolean numbered = false;
    while (next < blocks.size()
        && (isPageNumber(blocks.get(next))
            || repeatsLineAboveTable(blocks.get(next), linesAboveTable))) {
      marked |= isContinuationMark(blocks.get(next));
      numbered |= isPageNumber(blocks.get(next));
      next++;
    }
    boolean goesOn =
        next < blocks.size()
            && blocks.get(next) instanceof TableBlock
            && (marked || (!numbered && blocks.get(next).page() != blocks.get(tableIndex).page()));
    return goesOn ? next : tableIndex + 1;
  }

  /** Whether a line contains the mark of a continuation (续表). */
  private static boolean isContinuationMark(Block block) {
    return block instanceof TextBlock text
        && CONTINUATION_MARK.matcher(TypographicSpaceRemover.remove(text.text())).find();
  }

  private static boolean isPageNumber(Block block) {
    return block instanceof TextBlock text
        && PAGE_NUMBER.matcher(TypographicSpaceRemover.remove(text.text())).matches();
  }

  private static boolean repeatsLineAboveTable(Block block, Set<String> linesAboveTable) {
    if (!(block instanceof TextBlock text)) {
      return false;
    }
    String tight = TypographicSpaceRemover.remove(text.text());
    return CONTINUATION_MARK.matcher(tight).matches()
        || linesAboveTable.contains(CONTINUATION_MARK.matcher(tight).replaceAll(""));
  }
}
