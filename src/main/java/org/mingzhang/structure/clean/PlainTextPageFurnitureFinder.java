package org.mingzhang.structure.clean;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.mingzhang.model.Block;
import org.mingzhang.model.TextBlock;
import org.mingzhang.structure.indicator.IndicatorLevelNames;
import org.mingzhang.text.TypographicSpaceRemover;

/**
 * Finds bare page numbers and running heads in plain text, that is, in lines without coordinates. A
 * bare number at the end of a page is a page number if its difference from the ordinal of the page
 * is the same on at least {@link #MIN_REPEATS} pages. Running heads are at the start of a page or
 * after a decorated page number ({@code — 5 —}); a line there is one if, ignoring digits, it occurs
 * at least {@link #MIN_REPEATS} times and on at least half of the pages, or if the header of a
 * table is printed again directly below it. A head of two texts far apart, which may change sides
 * on facing pages, needs only {@link #MIN_SPLIT_REPEATS} occurrences; with a page number as one of
 * its texts it may be anywhere.
 */
final class PlainTextPageFurnitureFinder {
  private static final int MIN_REPEATS = 3;
  private static final Pattern DIGITS = Pattern.compile("\\d+");
  private static final Pattern CELL_GAP = Pattern.compile("[\\s\\u3000|｜]+");

  /** Minimum number of gaps in a line for it to be the header of a table. */
  private static final int MIN_HEADER_GAPS = 3;

  /** The end of a caption, or a label with its value, above a table that goes on. */
  private static final Pattern CAPTION = Pattern.compile("[表：:]|续");

  /** Minimum number of occurrences of a running head of two texts far apart. */
  private static final int MIN_SPLIT_REPEATS = 2;

  private static final int MAX_SPLIT_TEXTS = 3;
  private static final Pattern WIDE_GAP = Pattern.compile("[ \\u3000]{6,}|\\t+");

  /** The beginning of a value, in contrast to the year of a title. */
  private static final Pattern VALUE = Pattern.compile("[≥≤＞＜=><]?-?(?!(?:19|20)\\d\\d年)\\d");

  private static final Pattern SEPARATED_TEXTS = Pattern.compile("\\S[ \\u3000]{2,}\\S");

  private final List<Block> blocks;
  private final Set<Integer> furnitureIndexes = new HashSet<>();

  private PlainTextPageFurnitureFinder(List<Block> blocks) {
    this.blocks = blocks;
  }

  /** Indices of the blocks that are bare page numbers or running heads. */
  static Set<Integer> find(List<Block> blocks) {
    PlainTextPageFurnitureFinder finder = new PlainTextPageFurnitureFinder(blocks);
    finder.collectPageNumbers();
    finder.collectRunningHeads();
    finder.collectSplitHeads();
    return finder.furnitureIndexes;
  }

  private void collectPageNumbers() {
    Map<Integer, List<Integer>> byDifference = new HashMap<>();
    for (int i = 0; i < blocks.size(); i++) {
      String line = unpositionedText(i);
      if (MarginRemovalPass.BARE_PAGE_NUMBER.matcher(line).matches() && isLastOfPage(i)) {
        int difference = Integer.parseInt(line) - blocks.get(i).page();
        byDifference.computeIfAbsent(difference, k -> new ArrayList<>()).add(i);
      }
    }
    byDifference.values().stream()
        .filter(at -> at.size() >= MIN_REPEATS)
        .forEach(furnitureIndexes::addAll);
  }

  private void collectRunningHeads() {
    List<Integer> starts = new ArrayList<>();
    Map<String, Integer> times = new HashMap<>();
    for (int i = 1; i < blocks.size(); i++) {
      if (isFirstOfPage(i)
          && !unpositionedText(i).isEmpty()
          && !SEPARATED_TEXTS.matcher(unpositionedText(i)).find()) {
        starts.add(i);
        times.merge(maskDigits(i), 1, Integer::sum);
      }
    }
    for (int start : starts) {
      int same = times.getOrDefault(maskDigits(start), 0);
      if (same >= MIN_REPEATS && same * 2 >= starts.size()) {
        furnitureIndexes.add(start);
      }
    }
    collectHeadsAboveRepeatedHeaders(starts);
  }

  /** Adds the lines at the start of pages, other than captions, above a header printed again. */
  private void collectHeadsAboveRepeatedHeaders(List<Integer> starts) {
    Set<String> above = new HashSet<>();
    int read = 0;
    for (int start : starts) {
      for (; read < start; read++) {
        above.add(unpositionedText(read));
      }
      String line = unpositionedText(start);
      String next = start + 1 < blocks.size() ? unpositionedText(start + 1) : "";
      boolean header =
          CELL_GAP.matcher(next).results().count() >= MIN_HEADER_GAPS && above.contains(next);
      if (header && !CELL_GAP.matcher(line).find() && !CAPTION.matcher(line).find()) {
        furnitureIndexes.add(start);
      }
    }
  }

  /** Adds the running heads, or feet, of two texts far apart. */
  private void collectSplitHeads() {
    Map<Set<String>, List<Integer>> byTexts = new HashMap<>();
    for (int i = 1; i < blocks.size(); i++) {
      Set<String> texts = textsOfSplitHead(i);
      if (!texts.isEmpty()) {
        byTexts.computeIfAbsent(texts, k -> new ArrayList<>()).add(i);
      }
    }
    byTexts.values().stream()
        .filter(at -> at.size() >= MIN_SPLIT_REPEATS)
        .forEach(furnitureIndexes::addAll);
  }

  /**
   * The texts of a line that may be a running head or foot of texts far apart, without its page
   * number; empty for any other line. A row of a table has a value, or the name of a level.
   */
  private Set<String> textsOfSplitHead(int index) {
    String line = unpositionedText(index);
    if (!WIDE_GAP.matcher(line).find()) {
      return Set.of();
    }
    List<String> parts = List.of(WIDE_GAP.split(line));
    List<String> texts =
        parts.stream().filter(part -> !PageMarkRemover.PAGE_MARK.matcher(part).matches()).toList();
    boolean numbered = texts.size() < parts.size();
    boolean head =
        parts.size() > 1
            && parts.size() <= MAX_SPLIT_TEXTS
            && !texts.isEmpty()
            && (numbered || (parts.size() == 2 && isFirstOfPage(index)))
            && texts.stream().allMatch(PlainTextPageFurnitureFinder::mayBeTextOfHead);
    return head ? Set.copyOf(texts) : Set.of();
  }

  private static boolean mayBeTextOfHead(String text) {
    return text.length() > 1
        && !VALUE.matcher(text).lookingAt()
        && !CAPTION.matcher(text).find()
        && !IndicatorLevelNames.isLevelName(text);
  }

  private boolean isLastOfPage(int index) {
    return index + 1 == blocks.size() || blocks.get(index + 1).page() > blocks.get(index).page();
  }

  private boolean isFirstOfPage(int index) {
    return blocks.get(index - 1).page() < blocks.get(index).page()
        || MarginRemovalPass.DECORATED_PAGE_NUMBER.matcher(unpositionedText(index - 1)).matches();
  }

  private String maskDigits(int index) {
    return DIGITS.matcher(TypographicSpaceRemover.remove(unpositionedText(index))).replaceAll("#");
  }

  /** The text of a line without a position; empty for any other block. */
  private String unpositionedText(int index) {
    boolean unplaced =
        blocks.get(index) instanceof TextBlock text
            && text.layout() == null
            && text.kind() == TextBlock.Kind.LINE;
    return unplaced ? ((TextBlock) blocks.get(index)).text().strip() : "";
  }
}
