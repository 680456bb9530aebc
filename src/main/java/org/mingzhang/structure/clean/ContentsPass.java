package org.mingzhang.structure.clean;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.mingzhang.model.Block;
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
      Pattern.compile("(?:[…．.·\\s\\t]{2,}[-—\\d\\s]{0,8}|\\s+\\d{1,3})$");
  private static final Pattern NUMERAL =
      Pattern.compile(
          "^(?:第[一二三四五六七八九十百]{1,3}(?:部分|章|节|编|篇)|[一二三四五六七八九十]{1,4}[、.．]"
              + "|[（(][一二三四五六七八九十\\d]{1,3}[）)]|\\d{1,2}[.．、]|附件\\d*[：:]?)");
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
    return block instanceof TextBlock text
        && (text.contents()
            || LEADER.matcher(text.text()).matches()
            || LEADER_ONLY.matcher(text.text()).matches());
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
    if (run == start) {
      return start;
    }
    int again = sameAgain(blocks, start, run);
    if (again > start) {
      return again;
    }
    int onPage = start;
    while (onPage < run && blocks.get(onPage).page() == blocks.get(start).page()) {
      onPage++;
    }
    int end = onPage < run || pageEnds(blocks, run) ? onPage : run;
    int repeated = 0;
    for (int i = start; i < end; i++) {
      repeated += comesAgain(blocks, end, key(text(blocks, i))) ? 1 : 0;
    }
    boolean most = repeated * 2 >= end - start && repeated >= 2;
    return most ? end : start;
  }

  private static boolean pageEnds(List<Block> blocks, int run) {
    return run < blocks.size() && run > 0 && blocks.get(run).page() > blocks.get(run - 1).page();
  }

  /** Place within the run at which its first entry comes again, or -1. */
  private static int sameAgain(List<Block> blocks, int start, int end) {
    String first = key(text(blocks, start));
    String numbered = Spacing.remove(text(blocks, start));
    for (int i = start + 2; i <= Math.min(end, blocks.size() - 1); i++) {
      String text = text(blocks, i);
      boolean part = numbered.startsWith("第") && numbered.substring(0, 2).equals(head(text));
      if (part || (first.length() >= 4 && key(text).endsWith(first))) {
        return i;
      }
    }
    return -1;
  }

  private static String head(String text) {
    String tight = Spacing.remove(text);
    return tight.length() < 2 ? tight : tight.substring(0, 2);
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

  private static String text(List<Block> blocks, int index) {
    return index < blocks.size() && blocks.get(index) instanceof TextBlock text ? text.text() : "";
  }
}
