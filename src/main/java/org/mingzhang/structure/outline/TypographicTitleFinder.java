package org.mingzhang.structure.outline;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.mingzhang.model.Block;
import org.mingzhang.model.TextBlock;
import org.mingzhang.model.TextBlock.Layout;
import org.mingzhang.text.PatternTable;

/**
 * Finds titles by typography alone (bold, large or centered) in documents whose headings have no
 * numerals. In documents with numbered headings typography is ignored, since bold lines there are
 * often labels and totals.
 */
final class TypographicTitleFinder {
  /** The typographic difference between a line and body text. */
  private enum LineTypography {
    BODY_TEXT,
    BOLD_OR_LARGE,
    CENTERED
  }

  /** Minimum number of numbered headings of a document that is treated as numbered. */
  private static final int MIN_NUMBERED_HEADINGS = 3;

  private static final int MIN_TITLE_LENGTH = 3;
  private static final int MAX_TITLE_LENGTH = 30;
  private static final int MIN_TITLES = 2;

  /** Minimum difference, in points, between the font sizes of a large line and of body text. */
  private static final float MIN_FONT_SIZE_DIFFERENCE = 1.4f;

  private static final Pattern SENTENCE = Pattern.compile("[。；：:！？，,]|\\d[\\d.,]*\\s*(?:万?元|%)");
  private static final PatternTable PATTERNS =
      PatternTable.readForPackageOf(TypographicTitleFinder.class);
  private static final Pattern COVER_LINE = PATTERNS.get("cover");

  private final List<Block> blocks;
  private final float bodyFontSize;

  private TypographicTitleFinder(List<Block> blocks) {
    this.blocks = blocks;
    this.bodyFontSize = findBodySize(blocks);
  }

  /**
   * Returns the candidates, with typographic titles added if fewer than {@link
   * #MIN_NUMBERED_HEADINGS} of them have a numeral. If none is added and no numeral is certainly
   * that of a heading, the titles of {@link UnmarkedTitleFinder} are added.
   */
  static List<HeadingCandidate> withTypographicTitles(
      List<HeadingCandidate> found, List<Block> blocks) {
    long numbered =
        found.stream()
            .filter(c -> c.style() != NumeralStyle.NONE && c.style() != NumeralStyle.ANNEX)
            .filter(
                c ->
                    c.title().form() != HeadingTitle.TitleForm.SENTENCE
                        && !RowLabelDetector.isRowLabel(c))
            .count();
    List<HeadingCandidate> all =
        numbered >= MIN_NUMBERED_HEADINGS
            ? found
            : new TypographicTitleFinder(blocks).withTitlesOfBlocks(found);
    boolean undecided =
        all.size() == found.size() && found.stream().noneMatch(c -> isNumberedHeading(c));
    return undecided ? UnmarkedTitleFinder.withUnmarkedTitles(found, blocks) : all;
  }

  /** Whether a numeral shows that a candidate is a heading and not a list entry. */
  private static boolean isNumberedHeading(HeadingCandidate headingCandidate) {
    return headingCandidate.style() != NumeralStyle.NONE
        && headingCandidate.style() != NumeralStyle.ANNEX
        && headingCandidate.style().rank() <= NumeralStyle.HAN_BRACKETS.rank()
        && headingCandidate.title().form() != HeadingTitle.TitleForm.SENTENCE
        && !headingCandidate.title().isRunIn()
        && !RowLabelDetector.isRowLabel(headingCandidate);
  }

  /**
   * Returns the candidates and the typographic titles of the blocks, in the order of blocks; only
   * the candidates if there are fewer than {@link #MIN_TITLES} such titles.
   */
  private List<HeadingCandidate> withTitlesOfBlocks(List<HeadingCandidate> found) {
    Map<Integer, LineTypography> titles = findTitles();
    if (titles.size() < MIN_TITLES) {
      return found;
    }
    List<HeadingCandidate> all = new ArrayList<>();
    found.stream().filter(c -> !titles.containsKey(c.blockIndex())).forEach(all::add);
    boolean twoLevels = titles.containsValue(LineTypography.CENTERED);
    titles.forEach(
        (index, display) ->
            all.add(createCandidate(index, twoLevels && display == LineTypography.BOLD_OR_LARGE)));
    all.sort(Comparator.comparingInt(HeadingCandidate::blockIndex));
    return all;
  }

  private Map<Integer, LineTypography> findTitles() {
    Map<Integer, LineTypography> titles = new HashMap<>();
    boolean cover = true;
    for (int i = 0; i < blocks.size(); i++) {
      if (!(blocks.get(i) instanceof TextBlock text)) {
        cover = false;
        continue;
      }
      LineTypography display = classifyTypography(text);
      String line = text.text().strip();
      boolean title =
          display != LineTypography.BODY_TEXT
              && line.length() >= MIN_TITLE_LENGTH
              && line.length() <= MAX_TITLE_LENGTH
              && !SENTENCE.matcher(line).find()
              && !HeadingCandidateFinder.isFormNumber(line);
      if (title && !(cover && COVER_LINE.matcher(line).matches())) {
        titles.put(i, display);
      }
      cover &= display != LineTypography.BODY_TEXT;
    }
    titles.keySet().removeIf(i -> !hasTextOrLowerTitleBelow(titles, i));
    return titles;
  }

  /** Whether a title is followed by any block except a title of a higher level. */
  private boolean hasTextOrLowerTitleBelow(Map<Integer, LineTypography> titles, int index) {
    boolean inner = titles.get(index) == LineTypography.BOLD_OR_LARGE;
    return index + 1 < blocks.size()
        && !(inner && titles.get(index + 1) == LineTypography.CENTERED);
  }

  private LineTypography classifyTypography(TextBlock text) {
    Layout layout = text.layout();
    boolean bold = text.emphasis().bold() || (layout != null && layout.bold());
    boolean large =
        layout != null
            && bodyFontSize > 0
            && layout.fontSize() >= bodyFontSize + MIN_FONT_SIZE_DIFFERENCE;
    boolean centered = layout == null ? text.emphasis().centered() : isCentered(layout);
    if (centered && (bold || large || layout == null)) {
      return LineTypography.CENTERED;
    }
    return bold || large ? LineTypography.BOLD_OR_LARGE : LineTypography.BODY_TEXT;
  }

  private static boolean isCentered(Layout layout) {
    float middle = (layout.left() + layout.right()) / 2;
    return Math.abs(middle - layout.pageWidth() / 2) < 1.5f * layout.fontSize()
        && layout.left() > 0.2f * layout.pageWidth();
  }

  /** The font size of most characters; 0 if none is known. */
  private static float findBodySize(List<Block> blocks) {
    Map<Float, Integer> characters = new HashMap<>();
    for (Block block : blocks) {
      if (block instanceof TextBlock text && text.layout() != null) {
        characters.merge(text.layout().fontSize(), text.text().length(), Integer::sum);
      }
    }
    return characters.entrySet().stream()
        .max(Map.Entry.comparingByValue())
        .map(Map.Entry::getKey)
        .orElse(0f);
  }

  private HeadingCandidate createCandidate(int index, boolean isSection) {
    TextBlock text = (TextBlock) blocks.get(index);
    StandardTitles.OutlinePosition place =
        isSection ? StandardTitles.OutlinePosition.SECTION : StandardTitles.OutlinePosition.PART;
    HeadingTitle title = HeadingTitleReader.readWholeParagraph(text.text());
    return HeadingCandidate.createUnnumbered(index, text.page(), title, place, text.outlineLevel());
  }
}
