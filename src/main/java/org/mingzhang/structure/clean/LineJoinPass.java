package org.mingzhang.structure.clean;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.mingzhang.model.Block;
import org.mingzhang.model.TextBlock;
import org.mingzhang.model.TextBlock.Layout;
import org.mingzhang.text.EastAsianWidth;
import org.mingzhang.text.PatternTable;

/**
 * Joins visual lines into paragraphs, also across pages, and rejoins broken headings. A new
 * paragraph begins at a list numeral, at an indent, and after a line that ends before the right
 * edge and not in the middle of a sentence.
 */
final class LineJoinPass implements CleaningPass {
  private static final String CHINESE_DIGIT = "[一二三四五六七八九十百]";

  /** A line that begins with the numeral of a heading or list entry, not with an amount. */
  private static final Pattern NUMBERED_LINE =
      Pattern.compile(
          "第\\s*"
              + CHINESE_DIGIT
              + "{1,3}\\s*(?:部分|章|节|编|篇|条).*|"
              + CHINESE_DIGIT
              + "{1,4}\\s*[、.．].*|[（(]\\s*(?:"
              + CHINESE_DIGIT
              + "{1,4}|\\d{1,2})\\s*[）)].*|\\d{1,2}\\s*[.．、]\\s*(?:\\D.*|20\\d\\d\\s*年.*)"
              + "|\\d{1,2}\\p{IsHan}{2,12}[（(]类.*"
              + "|\\d{1,2}(?:\\.\\d{1,2}){1,3}\\s+\\p{IsHan}(?<![万亿元吨米亩]).*"
              + "|[①-⑳].*|(?:附件|附表)\\s*\\d*\\s*[：:]?.{0,40}");

  private static final PatternTable PATTERNS = PatternTable.readForPackageOf(LineJoinPass.class);
  private static final Pattern NON_SENTENCE_LINE = PATTERNS.get("non-sentence-line");

  /** A line that is only a numeral or label, with its title on the next line. */
  static final Pattern LABEL =
      Pattern.compile(
          "第\\s*"
              + CHINESE_DIGIT
              + "{1,3}\\s*(?:部分|章|编|篇)|附件\\s*[0-9一二三四五六七八九十]{1,2}\\s*[：:]?|[（(]\\s*"
              + CHINESE_DIGIT
              + "{1,3}\\s*[）)]|"
              + CHINESE_DIGIT
              + "{1,3}\\s*、");

  static final Pattern ANNEX = PATTERNS.get("annex");

  private static final String SENTENCE_END_MARKS = "。！？；：:;!?…";
  private static final String NON_INITIAL_MARKS = "。，；：、）)”’》」！？％%,";
  private static final int MAX_TITLE_LENGTH = 60;

  /**
   * Minimum right edge, as a share of the page width, of a numbered line whose paragraph may
   * continue on the next line.
   */
  private static final float MIN_LINE_WIDTH_SHARE = 0.6f;

  /**
   * In text whose lines are whole paragraphs: minimum width, in characters, of a line that a page
   * break may have split from the rest of its paragraph.
   */
  private static final int MIN_SPLIT_LINE_WIDTH = 45;

  private static final Pattern AMOUNT = PATTERNS.get("amount");

  /** A unit of money broken after its first character: 360.05万 with 元 on the next line. */
  private static final Pattern BROKEN_MONEY_UNIT = Pattern.compile("\\d\\s*[万亿]$");

  @Override
  public List<Block> apply(List<Block> blocks) {
    LineBreaks breaks = LineBreaks.measure(blocks);
    ParagraphLineGap gap = ParagraphLineGap.measure(blocks);
    List<Block> joined = new ArrayList<>();
    @Nullable ParagraphBuilder openParagraph = null;
    for (Block block : blocks) {
      if (block instanceof TextBlock text) {
        boolean parted =
            openParagraph != null
                && isSingleLineHeading(openParagraph)
                && gap.isWiderThanUsual(openParagraph.lastLine(), text);
        if (openParagraph != null && !parted && continuesParagraph(breaks, openParagraph, text)) {
          openParagraph.appendLine(text);
          continue;
        }
        addParagraph(joined, openParagraph);
        openParagraph = new ParagraphBuilder(text);
      } else {
        addParagraph(joined, openParagraph);
        openParagraph = null;
        joined.add(block);
      }
    }
    addParagraph(joined, openParagraph);
    return joined;
  }

  /** Whether a line is a title of whose numeral only the punctuation mark is left: 、机关运行经费支出说明. */
  private static boolean hasLostNumeral(
      LineBreaks breaks, ParagraphBuilder openParagraph, String nextText) {
    boolean title =
        nextText.startsWith("、")
            && nextText.length() <= MAX_TITLE_LENGTH
            && nextText.chars().noneMatch(c -> "。；，：".indexOf(c) >= 0)
            && BrokenTitleDetector.isCompleteTitle(nextText);
    return title
        && (endsWithAny(openParagraph.textOrBothEnds(), SENTENCE_END_MARKS)
            || !breaks.reachesRightEdge(openParagraph.lastLine()));
  }

  /** Whether a paragraph consists so far of one numbered line without sentence punctuation. */
  private static boolean isSingleLineHeading(ParagraphBuilder openParagraph) {
    return openParagraph.lineCount() == 1
        && openParagraph.textOrBothEnds().length() <= MAX_TITLE_LENGTH
        && NUMBERED_LINE.matcher(openParagraph.textOrBothEnds()).matches()
        && !LABEL.matcher(openParagraph.textOrBothEnds()).matches()
        && openParagraph.textOrBothEnds().chars().noneMatch(c -> "。；，：".indexOf(c) >= 0);
  }

  private static void addParagraph(List<Block> joined, @Nullable ParagraphBuilder openParagraph) {
    if (openParagraph != null) {
      joined.add(openParagraph.toBlock());
    }
  }

  private static boolean continuesParagraph(
      LineBreaks breaks, ParagraphBuilder openParagraph, TextBlock next) {
    String text = openParagraph.textOrBothEnds();
    String follow = next.text();
    if (text.indexOf('\t') >= 0 || follow.indexOf('\t') >= 0 || next.outlineLevel() > 0) {
      return LABEL.matcher(text).matches() && follow.indexOf('\t') < 0;
    }
    boolean numeral = NUMBERED_LINE.matcher(follow).matches();
    if (LABEL.matcher(text).matches()) {
      boolean titled = !numeral || ANNEX.matcher(follow.strip()).matches();
      return titled && follow.length() <= MAX_TITLE_LENGTH;
    }
    if (ANNEX.matcher(text).matches()) {
      return !numeral
          && follow.length() <= MAX_TITLE_LENGTH
          && BrokenTitleDetector.isCompleteTitle(follow);
    }
    if (!numeral
        && BrokenTitleDetector.continuesOnNextLine(
            text, follow, NUMBERED_LINE.matcher(text).matches())) {
      return true;
    }
    if (openParagraph.lastLine().kind() != TextBlock.Kind.LINE
        || next.kind() != TextBlock.Kind.LINE) {
      return false;
    }
    if (NON_INITIAL_MARKS.indexOf(follow.charAt(0)) >= 0) {
      return !hasLostNumeral(breaks, openParagraph, follow);
    }
    if (follow.startsWith("元") && BROKEN_MONEY_UNIT.matcher(text).find()) {
      return true;
    }
    if (numeral || NON_SENTENCE_LINE.matcher(follow).matches()) {
      return numeral && text.endsWith("、") && breaks.reachesRightEdge(openParagraph.lastLine());
    }
    boolean placed = breaks.hasPosition(openParagraph.lastLine()) && breaks.hasPosition(next);
    if (new ConsecutiveLines(openParagraph.lastLine(), next).leavesPageHalfEmpty()) {
      return false;
    }
    return placed
        ? continuesByPosition(breaks, openParagraph, next)
        : continuesByWidth(breaks, openParagraph, next);
  }

  private static boolean continuesByPosition(
      LineBreaks breaks, ParagraphBuilder openParagraph, TextBlock next) {
    TextBlock last = openParagraph.lastLine();
    ConsecutiveLines pair = new ConsecutiveLines(last, next);
    boolean wide = breaks.reachesRightEdge(last) && breaks.isLargerOrBolderThanBody(last);
    if (breaks.isCentered(next) && (wide || breaks.isCentered(last))) {
      return pair.looksLikeOneTitle() && !BrokenTitleDetector.isCompleteTitle(last.text());
    }
    if (breaks.isIndented(next) || !pair.haveSimilarFontSize() || pair.isSentenceFollowedByBold()) {
      return false;
    }
    if (breaks.reachesRightEdge(last)
        || (breaks.isWrappedBefore(last, next) && !endsWithAny(last.text(), SENTENCE_END_MARKS))) {
      return true;
    }
    return isUnfinished(openParagraph.textOrBothEnds())
        && isProse(next.text())
        && !isShortNumberedLine(openParagraph)
        && !isNumberedHeading(openParagraph);
  }

  /** Whether a paragraph consists so far of a numeral and words without sentence punctuation. */
  private static boolean isNumberedHeading(ParagraphBuilder openParagraph) {
    return NUMBERED_LINE.matcher(openParagraph.textOrBothEnds()).matches()
        && openParagraph.textOrBothEnds().length() <= MAX_TITLE_LENGTH
        && openParagraph.textOrBothEnds().chars().noneMatch(c -> "，。；：".indexOf(c) >= 0);
  }

  /**
   * Whether a paragraph consists so far of a numbered line that ends before the right part of the
   * page.
   */
  private static boolean isShortNumberedLine(ParagraphBuilder openParagraph) {
    Layout place = openParagraph.lastLine().layout();
    return openParagraph.lineCount() == 1
        && NUMBERED_LINE.matcher(openParagraph.textOrBothEnds()).matches()
        && place != null
        && place.right() < MIN_LINE_WIDTH_SHARE * place.pageWidth();
  }

  private static boolean continuesByWidth(
      LineBreaks breaks, ParagraphBuilder openParagraph, TextBlock next) {
    String text = openParagraph.textOrBothEnds();
    if (endsWithAny(text, SENTENCE_END_MARKS)
        || TableRowDetector.isRow(openParagraph.lastLine().text())) {
      return false;
    }
    boolean title = text.length() < MAX_TITLE_LENGTH && isNumberedTitle(text);
    if (breaks.reachesRightEdge(openParagraph.lastLine())) {
      return !title || (next.text().length() <= 4 && !endsWithAny(next.text(), SENTENCE_END_MARKS));
    }
    double width = EastAsianWidth.measure(openParagraph.lastLine().text());
    boolean broken = breaks.hasWrapWidth() || width >= MIN_SPLIT_LINE_WIDTH;
    boolean amount = width >= 15 && AMOUNT.matcher(next.text()).find();
    boolean goesOn =
        isUnfinished(text) && !isNumberedHeading(openParagraph) && isProse(next.text());
    return broken && (amount || goesOn);
  }

  /** Whether the text stops in the middle of a sentence. */
  private static boolean isUnfinished(String text) {
    return EastAsianWidth.measure(text) >= 15
        && !endsWithAny(text, SENTENCE_END_MARKS)
        && !TableRowDetector.isRow(text)
        && !(text.length() < MAX_TITLE_LENGTH && isNumberedTitle(text))
        && text.chars().skip(4).anyMatch(c -> "，、。；：,;".indexOf(c) >= 0);
  }

  private static boolean isNumberedTitle(String text) {
    return NUMBERED_LINE.matcher(text).matches() && BrokenTitleDetector.isCompleteTitle(text);
  }

  private static boolean isProse(String text) {
    return text.length() >= 2
        && !TableRowDetector.isRow(text)
        && text.chars().anyMatch(c -> "，、。；,;".indexOf(c) >= 0);
  }

  private static boolean endsWithAny(String text, String marks) {
    return !text.isEmpty() && marks.indexOf(text.charAt(text.length() - 1)) >= 0;
  }
}
