package org.mingzhang.structure.clean;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.mingzhang.model.Block;
import org.mingzhang.model.TextBlock;

/**
 * Removes from text without positions the page numbers and running heads that cannot be table
 * cells: among them lines between a page number and titles of columns that are printed again. It
 * must run before tables are looked for: a table that a page break divides is otherwise read as two
 * tables, or has a page number in one of its rows. Other page numbers are left to {@link
 * MarginRemovalPass}, since -5 may be an amount. Stateless.
 */
public final class PageMarkRemover {
  /** A page number with dashes on both sides or in words: - 5 -, 第5页, 第5页 共12页. */
  static final Pattern PAGE_MARK =
      Pattern.compile(
          "[-—–－_~]+\\s*\\d{1,4}\\s*[-—–－_~]+"
              + "|第\\s*\\d{1,4}\\s*页(?:\\s*[，,/]?\\s*共\\s*\\d{1,4}\\s*页)?");

  /** The characters with which a page number may begin. */
  private static final String FIRST_CHARACTERS = "-—–－_~第";

  /** At least three titles of columns with blanks between them, without numbers. */
  private static final Pattern TITLES = Pattern.compile("(?:[^\\s\\d：:]+\\s+){2,}[^\\s\\d：:]+");

  /** A line that may be the caption of another table, or a label with its value. */
  private static final Pattern CAPTION_OR_LABEL = Pattern.compile(".*(?:[：:]|[表单览](?:[（(].*)?$).*");

  /** Maximum number of lines of a running head below a page number. */
  private static final int MAX_HEAD_LINES = 2;

  private PageMarkRemover() {}

  /** Returns a copy of the blocks without page numbers and running heads. */
  public static List<Block> remove(List<Block> blocks) {
    Set<Integer> margins = new HashSet<>(PlainTextPageFurnitureFinder.find(blocks));
    margins.addAll(findHeadsAboveRepeatedTitles(blocks));
    List<Block> kept = new ArrayList<>(blocks.size());
    for (int i = 0; i < blocks.size(); i++) {
      if (!margins.contains(i) && !isPageMark(blocks.get(i))) {
        kept.add(blocks.get(i));
      }
    }
    return kept;
  }

  /** Indexes of the lines between a page number and titles that are also above it. */
  private static Set<Integer> findHeadsAboveRepeatedTitles(List<Block> blocks) {
    Set<Integer> heads = new HashSet<>();
    if (blocks.stream().noneMatch(PageMarkRemover::isPageMark)) {
      return heads;
    }
    Set<String> titles = new HashSet<>();
    for (int i = 0; i < blocks.size(); i++) {
      if (isPageMark(blocks.get(i))) {
        int head = i + 1;
        while (head < blocks.size()
            && head <= i + MAX_HEAD_LINES
            && mayBeHead(blocks.get(head))
            && !titles.contains(textOf(blocks.get(head)))) {
          head++;
        }
        if (head < blocks.size() && titles.contains(textOf(blocks.get(head)))) {
          IntStream.range(i + 1, head).forEach(heads::add);
        }
      } else if (TITLES.matcher(textOf(blocks.get(i))).matches()) {
        titles.add(textOf(blocks.get(i)));
      }
    }
    return heads;
  }

  private static boolean mayBeHead(Block block) {
    String text = textOf(block);
    return !text.isEmpty() && !CAPTION_OR_LABEL.matcher(text).matches();
  }

  /** The text of a line without a position on its page; empty for other blocks. */
  private static String textOf(Block block) {
    return block instanceof TextBlock text
            && text.kind() == TextBlock.Kind.LINE
            && text.layout() == null
        ? text.text().strip()
        : "";
  }

  private static boolean isPageMark(Block block) {
    String text = textOf(block);
    return !text.isEmpty()
        && FIRST_CHARACTERS.indexOf(text.charAt(0)) >= 0
        && PAGE_MARK.matcher(text).matches();
  }
}
