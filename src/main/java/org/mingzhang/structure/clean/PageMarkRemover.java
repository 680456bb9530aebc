package org.mingzhang.structure.clean;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.mingzhang.model.Block;
import org.mingzhang.model.TextBlock;

/**
 * Removes from text without positions the page numbers and running heads that cannot be table
 * cells. It must run before tables are looked for: a table that a page break divides is otherwise
 * read as two tables, or has a page number in one of its rows. Other page numbers are left to
 * {@link MarginRemovalPass}, since -5 may be an amount. Stateless.
 */
public final class PageMarkRemover {
  /** A page number with dashes on both sides or in words: - 5 -, 第5页, 第5页 共12页. */
  static final Pattern PAGE_MARK =
      Pattern.compile(
          "[-—–－_~]+\\s*\\d{1,4}\\s*[-—–－_~]+"
              + "|第\\s*\\d{1,4}\\s*页(?:\\s*[，,/]?\\s*共\\s*\\d{1,4}\\s*页)?");

  private PageMarkRemover() {}

  /** Returns a copy of the blocks without page numbers and running heads. */
  public static List<Block> remove(List<Block> blocks) {
    Set<Integer> margins = PlainTextPageFurnitureFinder.find(blocks);
    List<Block> kept = new ArrayList<>(blocks.size());
    for (int i = 0; i < blocks.size(); i++) {
      if (!margins.contains(i) && !isPageMark(blocks.get(i))) {
        kept.add(blocks.get(i));
      }
    }
    return kept;
  }

  private static boolean isPageMark(Block block) {
    return block instanceof TextBlock text
        && text.kind() == TextBlock.Kind.LINE
        && text.layout() == null
        && PAGE_MARK.matcher(text.text().strip()).matches();
  }
}
