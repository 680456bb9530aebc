package org.mingzhang.structure.clean;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.mingzhang.model.Block;
import org.mingzhang.model.TableBlock;
import org.mingzhang.model.TextBlock;

/**
 * Drops contents pages: entries that the original declares as such, lines with dot leaders, and
 * runs of headings that come again later with their text.
 *
 * <p>The word 目录 alone proves nothing: what follows may be the body itself, so a run is dropped
 * only up to the place where its first entry comes again, or where most of its entries do.
 */
final class ContentsPass implements CleaningPass {
  private static final Pattern LEADER =
      Pattern.compile(".{2,80}?(?:…{2,}|[.．·‥]{6,}|(?:\\s[.．·]){4,})[\\s.．·…]*[-—\\d\\s]{0,8}");
  private static final Pattern LEADER_ONLY = Pattern.compile("[…．.·\\s]{6,}\\d{0,4}");
  private static final Pattern TRAILER =
      Pattern.compile(
          "(?:[…．.·\\s\\t]{2,}[-—\\d\\s]{0,8}"
              + "|\\s+(?:[-—–]\\s*)?\\d{1,3}(?:\\s*[-—–])?"
              + "|[（(]\\d{1,3}[）)])\\s*$");
  private static final Pattern NUMERAL =
      Pattern.compile(
          "^(?:第[一二三四五六七八九十百]{1,3}(?:部分|章|节|编|篇)|[一二三四五六七八九十]{1,4}[、.．]"
              + "|[（(][一二三四五六七八九十\\d]{1,3}[）)]|\\d{1,2}[.．、]|附件\\d*[：:]?)");
  private static final Pattern PAGED =
      Pattern.compile(".*\\p{IsHan}.*?(?:\\s+[-—–]?\\s*|[（(])(\\d{1,3})[）)]?\\s*[-—–]?\\s*");
  private static final Pattern LABEL =
      Pattern.compile("第\\s*[一二三四五六七八九十百]{1,3}\\s*(?:部分|章|节|编|篇)[：:]?\\s*");
  private static final Pattern PAGE = Pattern.compile("\\d{1,3}");
  private static final Pattern OWNER = Pattern.compile("^(?:\\d{4}年度?)?(?:本?(?:部门|单位))?");
  private static final int LONGEST_ENTRY = 60;
  private static final int SEARCHED = 80;
  private static final int LARGEST_GAP = 4;

  @Override
  public List<Block> apply(List<Block> blocks) {
    List<Block> rest = new ArrayList<>(blocks);
    int title = titleIndex(rest);
    if (title >= 0) {
      int width = "目".equals(Spacing.remove(text(rest, title))) ? 2 : 1;
      int marked = markedEnd(rest, title + width);
      int end = marked > title + width ? marked : contentsEnd(rest, title + width);
      rest.subList(title, end).clear();
    } else if (rest.stream().noneMatch(ContentsPass::marked)) {
      dropUntitled(rest);
    }
    rest.removeIf(ContentsPass::marked);
    return rest;
  }

  /** Whether the block is an entry beyond doubt: declared as one, or with a dot leader. */
  private static boolean marked(Block block) {
    return switch (block) {
      case TextBlock text ->
          text.contents()
              || LEADER.matcher(text.text()).matches()
              || LEADER_ONLY.matcher(text.text()).matches();
      case TableBlock table -> contents(table);
    };
  }

  /** Whether a table is a contents page set with tabs: numbered titles and growing page numbers. */
  private static boolean contents(TableBlock table) {
    int entries = 0;
    int page = 0;
    for (List<String> row : table.grid()) {
      List<String> cells = row.stream().filter(c -> !c.isBlank()).toList();
      String last = cells.isEmpty() ? "" : cells.getLast().strip();
      if (cells.size() != 2
          || !PAGE.matcher(last).matches()
          || Integer.parseInt(last) < page
          || !NUMERAL.matcher(Spacing.remove(cells.getFirst())).find()) {
        continue;
      }
      page = Integer.parseInt(last);
      entries++;
    }
    return entries >= 3 && entries * 10 >= table.rows() * 7;
  }

  /** Index after the last marked entry, halves of entries between them included. */
  private static int markedEnd(List<Block> blocks, int start) {
    int end = start;
    for (int i = start; i < blocks.size() && i - end < LARGEST_GAP; i++) {
      if (marked(blocks.get(i))) {
        end = i + 1;
      } else if (!entry(text(blocks, i))) {
        break;
      }
    }
    return end;
  }

  /** Index of the line 目录, also when its two characters are two lines; -1 if there is none. */
  private static int titleIndex(List<Block> blocks) {
    for (int i = 0; i < Math.min(blocks.size(), SEARCHED); i++) {
      String text = Spacing.remove(text(blocks, i));
      boolean split = "目".equals(text) && "录".equals(Spacing.remove(text(blocks, i + 1)));
      if (split || "目录".equals(text) || "目次".equals(text)) {
        return i;
      }
    }
    return -1;
  }

  /** Index after the last entry; the start itself where nothing is certain. */
  private static int contentsEnd(List<Block> blocks, int start) {
    int run = start;
    while (run < blocks.size() && entry(text(blocks, run))) {
      run++;
    }
    int again = bodyStart(blocks, start, run);
    if (again > start || run == start) {
      return Math.max(start, again);
    }
    int paged = pagedEnd(blocks, start, run);
    if (paged > start) {
      return paged;
    }
    int end = start;
    while (end < run && blocks.get(end).page() == blocks.get(start).page()) {
      end++;
    }
    int repeated = 0;
    for (int i = start; i < end; i++) {
      repeated += comesAgain(blocks, end, key(text(blocks, i))) ? 1 : 0;
    }
    return repeated * 2 >= end - start && repeated >= 2 ? end : start;
  }

  /** Index after the last of a run of titles that mostly end in growing page numbers. */
  private static int pagedEnd(List<Block> blocks, int start, int run) {
    int end = start;
    int page = 0;
    int paged = 0;
    for (int i = start; i < run; i++) {
      Matcher number = PAGED.matcher(text(blocks, i));
      if (number.matches() && Integer.parseInt(number.group(1)) >= page) {
        page = Integer.parseInt(number.group(1));
        paged++;
        end = i + 1;
      }
    }
    return paged >= 3 && paged * 10 >= (end - start) * 6 ? end : start;
  }

  /**
   * Place at which the body starts, found by the first entry that comes again: as many lines before
   * it as stand between the first entry and the one repeated. -1 if none comes again.
   */
  private static int bodyStart(List<Block> blocks, int start, int end) {
    for (int i = start + 1; i <= Math.min(end, blocks.size() - 1); i++) {
      for (int entry = start; entry < i; entry++) {
        int body = i - (entry - start);
        if (body > entry && repeats(text(blocks, entry), text(blocks, i))) {
          return unbroken(blocks, start, body);
        }
      }
    }
    return -1;
  }

  /** The body's first line, or the one before it where the first title is broken over two lines. */
  private static int unbroken(List<Block> blocks, int start, int body) {
    boolean broken =
        body - 1 > start
            && !same(text(blocks, start), text(blocks, body))
            && same(text(blocks, start), text(blocks, body - 1) + text(blocks, body));
    return broken ? body - 1 : body;
  }

  private static boolean repeats(String entry, String text) {
    String key = key(entry);
    String numeral = numeral(text);
    return same(TRAILER.matcher(entry).replaceFirst(""), text)
        || (key.length() >= 4
            && key(text).endsWith(key)
            && (numeral.isEmpty() || numeral.equals(numeral(entry))));
  }

  private static String numeral(String text) {
    Matcher matcher = NUMERAL.matcher(Spacing.remove(text));
    return matcher.find() ? matcher.group() : "";
  }

  private static boolean comesAgain(List<Block> blocks, int from, String key) {
    for (int i = from; i < blocks.size(); i++) {
      String text = text(blocks, i);
      if (key.length() >= 3 && entry(text) && key(text).endsWith(key)) {
        return true;
      }
    }
    return false;
  }

  /** Contents without a title: numbered entries whose first comes again, number and all. */
  private static void dropUntitled(List<Block> blocks) {
    for (int i = 0; i < Math.min(blocks.size(), SEARCHED / 2); i++) {
      String first = Spacing.remove(text(blocks, i));
      if (!NUMERAL.matcher(first).find() || !entry(first)) {
        continue;
      }
      String entry = TRAILER.matcher(text(blocks, i)).replaceFirst("");
      int j = i + 1;
      while (j < blocks.size() && entry(text(blocks, j)) && !same(entry, text(blocks, j))) {
        j++;
      }
      if (j - i >= 4 && j < blocks.size() && same(entry, text(blocks, j))) {
        blocks.subList(i, j).clear();
        return;
      }
      return;
    }
  }

  private static boolean same(String entry, String text) {
    return Spacing.remove(entry).equals(Spacing.remove(text));
  }

  private static boolean entry(String text) {
    return !text.isEmpty()
        && Spacing.remove(text).length() <= LONGEST_ENTRY
        && text.indexOf('。') < 0
        && text.indexOf('；') < 0;
  }

  private static String key(String text) {
    String tight = Spacing.remove(TRAILER.matcher(text).replaceFirst(""));
    String title = NUMERAL.matcher(tight).replaceFirst("");
    return OWNER.matcher(title).replaceFirst("").replace("的", "");
  }

  /** A line; a numeral that stands alone is taken together with its title in the next. */
  private static String text(List<Block> blocks, int index) {
    String line = line(blocks, index);
    return LABEL.matcher(line).matches() ? line + " " + line(blocks, index + 1).strip() : line;
  }

  private static String line(List<Block> blocks, int index) {
    return index < blocks.size() && blocks.get(index) instanceof TextBlock text ? text.text() : "";
  }
}
