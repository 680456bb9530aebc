package org.mingzhang.structure.clean;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.mingzhang.model.Block;
import org.mingzhang.model.TextBlock;
import org.mingzhang.model.TextBlock.Layout;
import org.mingzhang.text.EastAsianWidth;
import org.mingzhang.text.PatternTable;
import org.mingzhang.text.TypographicSpaceRemover;

/**
 * Removes page numbers and running heads. Where positions are known, only the margins are searched.
 * Elsewhere a bare number may be a table cell: it is removed only between lines of prose, between a
 * numbered title and a sentence, or if {@link PlainTextPageFurnitureFinder} finds it.
 */
final class MarginRemovalPass implements CleaningPass {
  static final Pattern BARE_PAGE_NUMBER = Pattern.compile("\\d{1,4}");
  static final Pattern DECORATED_PAGE_NUMBER =
      Pattern.compile(
          "[-—–－_~]+\\s*\\d{1,4}\\s*[-—–－_~]*|\\d{1,4}\\s*[-—–－]+|第\\s*\\d{1,4}\\s*页"
              + "(?:\\s*[，,/]?\\s*共\\s*\\d{1,4}\\s*页)?|\\d{1,4}\\s*/\\s*\\d{1,4}");
  private static final Pattern DIGITS = Pattern.compile("\\d+");
  private static final Pattern SEPARATED_HAN_TEXTS =
      Pattern.compile("\\p{IsHan}[ \\u3000]+\\p{IsHan}");

  /** Height of the upper and the lower margin with page numbers, as a share of the page height. */
  private static final float PAGE_NUMBER_MARGIN_SHARE = 0.10f;

  /** Height of the upper and the lower margin with running heads, as a share of the page height. */
  private static final float RUNNING_HEAD_MARGIN_SHARE = 0.075f;

  /** Maximum distance of a running head from the edge of the page, in points. */
  private static final float MAX_HEAD_EDGE_DISTANCE = 60;

  private static final PatternTable PATTERNS =
      PatternTable.readForPackageOf(MarginRemovalPass.class);
  private static final Pattern CAPTION = PATTERNS.get("caption");
  private static final Pattern NUMBERED_TITLE =
      Pattern.compile(
          "(?:第[一二三四五六七八九十]{1,3}部分|[一二三四五六七八九十]{1,3}、|[（(][一二三四五六七八九十]{1,3}[）)])\\D{2,40}");
  private static final Pattern SENTENCE_MARK = Pattern.compile("[，。；]");
  private static final int MIN_PROSE_WIDTH = 14;
  private static final int MIN_REPEATS = 3;

  @Override
  public List<Block> apply(List<Block> blocks) {
    Set<String> headers = findRunningHeads(blocks);
    Set<Integer> unplaced = PlainTextPageFurnitureFinder.find(blocks);
    List<Block> kept = new ArrayList<>(blocks.size());
    for (int i = 0; i < blocks.size(); i++) {
      if (blocks.get(i) instanceof TextBlock text
          && (unplaced.contains(i)
              || isPageNumber(blocks, i, text)
              || (isInRunningHeadPosition(text) && headers.contains(maskDigits(text))))) {
        continue;
      }
      kept.add(blocks.get(i));
    }
    return kept;
  }

  /** Texts, with digits masked, that are in the margins of at least {@link #MIN_REPEATS} pages. */
  private static Set<String> findRunningHeads(List<Block> blocks) {
    Map<String, Set<Integer>> pages = new HashMap<>();
    for (Block block : blocks) {
      if (block instanceof TextBlock text && isInRunningHeadPosition(text)) {
        pages.computeIfAbsent(maskDigits(text), k -> new HashSet<>()).add(text.page());
      }
    }
    Set<String> headers = new HashSet<>();
    pages.forEach(
        (key, pageNumbers) -> {
          if (pageNumbers.size() >= MIN_REPEATS) {
            headers.add(key);
          }
        });
    return headers;
  }

  private static String maskDigits(TextBlock text) {
    return DIGITS.matcher(TypographicSpaceRemover.remove(text.text())).replaceAll("#");
  }

  private static boolean isInRunningHeadPosition(TextBlock text) {
    Layout layout = text.layout();
    return isInMargin(text, RUNNING_HEAD_MARGIN_SHARE)
        || (layout != null
            && isInMargin(text, MAX_HEAD_EDGE_DISTANCE / layout.pageHeight())
            && !CAPTION.matcher(text.text().strip()).matches());
  }

  private static boolean isInMargin(TextBlock text, float zone) {
    Layout layout = text.layout();
    return layout != null
        && (layout.bottom() < layout.pageHeight() * zone
            || layout.top() > layout.pageHeight() * (1 - zone));
  }

  private static boolean isPageNumber(List<Block> blocks, int index, TextBlock text) {
    String trimmed = text.text().strip();
    boolean bare = BARE_PAGE_NUMBER.matcher(trimmed).matches();
    if (!bare && !DECORATED_PAGE_NUMBER.matcher(trimmed).matches()) {
      return false;
    }
    if (text.layout() != null) {
      return isInMargin(text, PAGE_NUMBER_MARGIN_SHARE);
    }
    return !bare
        || (isProseOrOutOfRange(blocks, index - 1) && isProseOrOutOfRange(blocks, index + 1))
        || (isNumberedTitle(blocks, index - 1) && isSentence(blocks, index + 1))
        || (isSentence(blocks, index - 1) && isNumberedTitle(blocks, index + 1));
  }

  /** Whether a block is a numbered title without digits. */
  private static boolean isNumberedTitle(List<Block> blocks, int index) {
    return index >= 0
        && index < blocks.size()
        && blocks.get(index) instanceof TextBlock text
        && NUMBERED_TITLE.matcher(text.text().strip()).matches();
  }

  private static boolean isSentence(List<Block> blocks, int index) {
    return index >= 0
        && index < blocks.size()
        && isProseOrOutOfRange(blocks, index)
        && blocks.get(index) instanceof TextBlock text
        && SENTENCE_MARK.matcher(text.text()).find();
  }

  private static boolean isProseOrOutOfRange(List<Block> blocks, int index) {
    @Nullable Block block = index < 0 || index >= blocks.size() ? null : blocks.get(index);
    if (block == null) {
      return true;
    }
    return block instanceof TextBlock text
        && EastAsianWidth.measure(text.text()) >= MIN_PROSE_WIDTH
        && text.text().indexOf('\t') < 0
        && !SEPARATED_HAN_TEXTS.matcher(text.text()).find();
  }
}
