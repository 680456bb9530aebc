package org.mingzhang.structure.clean;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.mingzhang.model.Block;
import org.mingzhang.model.TableBlock;
import org.mingzhang.model.TextBlock;
import org.mingzhang.text.PatternTable;
import org.mingzhang.text.TypographicSpaceRemover;

/**
 * Removes contents pages: declared entries, lines with dot leaders, tables of titles and page
 * numbers, and runs of headings that recur later. Titles of the body that are broken over lines or
 * have lost their number are restored as the removed entries print them.
 *
 * <p>The word 目录 alone is not sufficient evidence for entries, since the body itself may follow it;
 * only the word is removed then.
 */
final class ContentsPageRemovalPass implements CleaningPass {
  private static final Pattern LEADER =
      Pattern.compile(
          ".{2,80}?(?:…{2,}|[.．·‥]{6,}|(?:\\s[.．·]){4,})[\\s.．·…]*(?:[-—\\d\\s]{0,8}|[（(][-—\\d\\s]{1,8}[）)])\\s*");
  private static final Pattern LEADER_ONLY =
      Pattern.compile("[…．.·\\s]{6,}(?:\\d{0,4}|[（(][-—\\d\\s]{1,8}[）)])\\s*");
  private static final Pattern PAGE_NUMBER = Pattern.compile("\\d{1,3}");
  private static final PatternTable PATTERNS =
      PatternTable.readForPackageOf(ContentsPageRemovalPass.class);
  private static final Pattern CONTENTS_TITLE = PATTERNS.get("title");
  private static final Pattern DATE = PATTERNS.get("date");
  private static final Pattern QUALIFIED_CONTENTS_TITLE = PATTERNS.get("named-title");
  private static final String FIRST_PART = "第一部分";
  private static final int MIN_DOTS = 4;
  private static final int MAX_SEARCHED_BLOCKS = 80;

  /** Number of successive unmarked blocks after which a list of entries ends. */
  private static final int MAX_ENTRY_GAP = 4;

  private static final int MAX_TITLE_LENGTH = 32;

  /** Number of blocks, from a qualified title (公开目录) on, that are searched for the title 目录. */
  private static final int MAX_LINES_ABOVE_TITLE = 25;

  @Override
  public List<Block> apply(List<Block> blocks) {
    List<Block> rest = new ArrayList<>(blocks);
    List<Block> contents = removeContentsPage(rest);
    rest.removeIf(block -> isDeclaredEntryOrHasLeader(block) && contents.add(block));
    return ContentsTitles.collect(contents).restoreTitles(rest);
  }

  /** The entries of the contents page in reading order; empty if there is none. */
  static List<Block> findEntries(List<Block> blocks) {
    List<Block> rest = new ArrayList<>(blocks);
    List<Block> entries = removeContentsPage(rest);
    return entries.isEmpty()
        ? rest.stream().filter(ContentsPageRemovalPass::isDeclaredEntryOrHasLeader).toList()
        : entries;
  }

  /**
   * Removes the contents page from the blocks and returns its entries without the title. Returns an
   * empty list if there are no entries; a title without entries is removed all the same.
   */
  private static List<Block> removeContentsPage(List<Block> blocks) {
    int bare = -1;
    for (int i = 0; i < Math.min(blocks.size(), MAX_SEARCHED_BLOCKS); i++) {
      int width = countTitleLines(blocks, i);
      if (width == 0) {
        continue;
      }
      int start = i + width;
      start +=
          DATE.matcher(TypographicSpaceRemover.remove(ContentsLineParser.entryText(blocks, start)))
                  .matches()
              ? 1
              : 0;
      int marked = findEndOfMarkedEntries(blocks, start);
      int end =
          marked > start
              ? ContentsEndFinder.findEndAfterMarkedEntries(blocks, start, marked)
              : ContentsEndFinder.find(blocks, start);
      if (end > start) {
        List<Block> contents = new ArrayList<>(blocks.subList(start, end));
        blocks.subList(i, end).clear();
        return contents;
      }
      bare =
          bare < 0
                  && !QUALIFIED_CONTENTS_TITLE
                      .matcher(
                          TypographicSpaceRemover.remove(ContentsLineParser.entryText(blocks, i)))
                      .matches()
              ? i
              : bare;
    }
    if (bare >= 0) {
      blocks.subList(bare, bare + countTitleLines(blocks, bare)).clear();
      return new ArrayList<>();
    }
    return blocks.stream().noneMatch(ContentsPageRemovalPass::isDeclaredEntryOrHasLeader)
        ? removeUntitledContentsPage(blocks)
        : new ArrayList<>();
  }

  /**
   * Whether a block is certainly an entry, because it is declared as one or has a dot leader, or is
   * a table of entries.
   */
  private static boolean isDeclaredEntryOrHasLeader(Block block) {
    return switch (block) {
      case TextBlock text ->
          text.isContentsEntry()
              || (mayHaveLeader(text.text())
                  && (LEADER.matcher(text.text()).matches()
                      || LEADER_ONLY.matcher(text.text()).matches()));
      case TableBlock table -> isTableOfContents(table);
    };
  }

  /** Whether a text has enough dots for a leader; an ellipsis character counts as two. */
  private static boolean mayHaveLeader(String text) {
    int dots = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      dots += c == '…' ? 2 : isDotOrSpace(c) ? 1 : 0;
    }
    return dots >= MIN_DOTS;
  }

  /** Whether a character may be part of a leader: a dot, or white space between dots. */
  private static boolean isDotOrSpace(char c) {
    return switch (c) {
      case '.', '．', '·', '‥', ' ', '\t', '\n', '\f', '\r', '\u000b' -> true;
      default -> false;
    };
  }

  /**
   * Whether a table is a contents page set with tabs: numbered titles and ascending page numbers.
   */
  private static boolean isTableOfContents(TableBlock table) {
    int entries = 0;
    int page = 0;
    for (List<String> row : table.grid()) {
      List<String> cells = row.stream().filter(c -> !c.isBlank()).toList();
      String last = cells.isEmpty() ? "" : cells.getLast().strip();
      if (cells.size() != 2
          || !PAGE_NUMBER.matcher(last).matches()
          || Integer.parseInt(last) < page
          || !ContentsLineParser.startsWithNumeral(cells.getFirst())) {
        continue;
      }
      page = Integer.parseInt(last);
      entries++;
    }
    return entries >= 3 && entries * 10 >= table.rows() * 7;
  }

  /**
   * Index after the last marked entry; unmarked lines between marked entries are included, since
   * they are halves of broken entries.
   */
  private static int findEndOfMarkedEntries(List<Block> blocks, int start) {
    int end = start;
    for (int i = start; i < blocks.size() && i - end < MAX_ENTRY_GAP; i++) {
      if (isDeclaredEntryOrHasLeader(blocks.get(i))) {
        end = i + 1;
      } else if (!ContentsLineParser.mayBeEntry(ContentsLineParser.entryText(blocks, i))) {
        break;
      }
    }
    return end;
  }

  private static boolean repeatsEntry(String entry, String text) {
    return ContentsLineParser.equalsIgnoringSpace(entry, text)
        || (TypographicSpaceRemover.remove(entry).startsWith(FIRST_PART)
            && TypographicSpaceRemover.remove(text).startsWith(FIRST_PART));
  }

  /**
   * Number of lines of the title 目录, whose two characters may be on two lines or of which only the
   * first may be left; 0 if there is no title.
   */
  private static int countTitleLines(List<Block> blocks, int index) {
    String text = TypographicSpaceRemover.remove(ContentsLineParser.entryText(blocks, index));
    if (text.length() > MAX_TITLE_LENGTH) {
      return 0;
    }
    if ("目".equals(text)
        && "录"
            .equals(
                TypographicSpaceRemover.remove(ContentsLineParser.entryText(blocks, index + 1)))) {
      return 2;
    }
    if ("目".equals(text)) {
      return TypographicSpaceRemover.remove(ContentsLineParser.entryText(blocks, index + 1))
              .startsWith("第一部")
          ? 1
          : 0;
    }
    return CONTENTS_TITLE.matcher(text).matches()
            || (QUALIFIED_CONTENTS_TITLE.matcher(text).matches()
                && !hasPlainTitleBelow(blocks, index))
        ? 1
        : 0;
  }

  /**
   * Whether a plain title 目录 follows before the first numbered entry, so that 公开目录 is only a label
   * above it.
   */
  private static boolean hasPlainTitleBelow(List<Block> blocks, int index) {
    for (int i = index + 1; i < Math.min(blocks.size(), index + MAX_LINES_ABOVE_TITLE); i++) {
      String text = TypographicSpaceRemover.remove(ContentsLineParser.entryText(blocks, i));
      if (CONTENTS_TITLE.matcher(text).matches()) {
        return true;
      }
      if (ContentsLineParser.startsWithNumeral(text)) {
        return false;
      }
    }
    return false;
  }

  /**
   * Removes a contents page without a title: numbered entries of which the first recurs with its
   * number. If the first entry is a first part (第一部分), its number is enough, and the menu of a web
   * page may precede it. Returns the entries, or an empty list if there is no such page.
   */
  private static List<Block> removeUntitledContentsPage(List<Block> blocks) {
    boolean found = false;
    for (int i = 0; i < Math.min(blocks.size(), MAX_SEARCHED_BLOCKS / 2); i++) {
      String first = TypographicSpaceRemover.remove(ContentsLineParser.entryText(blocks, i));
      boolean candidate = !found || first.startsWith(FIRST_PART);
      if (!candidate
          || !ContentsLineParser.startsWithNumeral(first)
          || !ContentsLineParser.mayBeEntry(first)) {
        continue;
      }
      String entry =
          ContentsLineParser.withoutLeaderAndPageNumber(ContentsLineParser.entryText(blocks, i));
      int j = i + 1;
      while (j < blocks.size()
          && ContentsLineParser.mayBeEntry(ContentsLineParser.entryText(blocks, j))
          && !repeatsEntry(entry, ContentsLineParser.entryText(blocks, j))) {
        j++;
      }
      if (j - i >= 4
          && j < blocks.size()
          && repeatsEntry(entry, ContentsLineParser.entryText(blocks, j))) {
        List<Block> contents = new ArrayList<>(blocks.subList(i, j));
        blocks.subList(i, j).clear();
        return contents;
      }
      found = true;
    }
    return new ArrayList<>();
  }
}
