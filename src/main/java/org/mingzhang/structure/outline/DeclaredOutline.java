package org.mingzhang.structure.outline;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.mingzhang.model.Block;
import org.mingzhang.model.TextBlock;
import org.mingzhang.structure.outline.OutlineParser.Heading;
import org.mingzhang.text.TypographicSpaceRemover;

/**
 * The outline of a text that declares all its headings, such as laws in Markdown. The heading
 * styles of word processors are less reliable and are only one kind of evidence.
 */
final class DeclaredOutline {
  private static final HeadingNumeralReader NUMERAL_READER = new HeadingNumeralReader();

  private DeclaredOutline() {}

  /**
   * Whether the declared headings are used as the outline: always in Markdown, otherwise only if at
   * least half of them are chapters or their sections (第一章, 第一节). False if none is declared.
   */
  static boolean isOutlineTrusted(List<Block> blocks, String mediaType) {
    int declared = 0;
    int chapters = 0;
    for (Block block : blocks) {
      if (block instanceof TextBlock text && text.outlineLevel() > 0) {
        declared++;
        HeadingNumeral numeral = NUMERAL_READER.read(text.text().strip());
        chapters += numeral != null && isChapter(numeral.style()) ? 1 : 0;
      }
    }
    boolean markdown = mediaType.equals("text/markdown") || mediaType.equals("text/x-web-markdown");
    return declared > 0 && (markdown || chapters * 2 >= declared);
  }

  private static boolean isChapter(NumeralStyle style) {
    return style == NumeralStyle.CHAPTER || style == NumeralStyle.SECTION;
  }

  /** Reads the declared headings and nests them by their levels. */
  static List<Heading> readHeadings(List<Block> blocks) {
    List<Heading> headings = new ArrayList<>();
    List<Integer> levels = new ArrayList<>();
    @Nullable OpenHeading top = null;
    for (int i = 0; i < blocks.size(); i++) {
      if (!(blocks.get(i) instanceof TextBlock text) || text.outlineLevel() == 0) {
        continue;
      }
      while (!levels.isEmpty() && levels.get(levels.size() - 1) >= text.outlineLevel()) {
        levels.removeLast();
        top = top == null ? null : top.parent();
      }
      levels.add(text.outlineLevel());
      HeadingCandidate headingCandidate = createCandidate(i, text);
      top = new OpenHeading(top, headingCandidate.style(), i, null, HeadingRole.OTHER);
      headings.add(new Heading(headingCandidate, top));
    }
    return headings;
  }

  private static HeadingCandidate createCandidate(int index, TextBlock text) {
    HeadingNumeral numeral = NUMERAL_READER.read(text.text().strip());
    if (numeral == null || numeral.rest().isBlank()) {
      numeral = new HeadingNumeral(NumeralStyle.NONE, 0, "", text.text());
    }
    return HeadingCandidate.ofText(
        index,
        text,
        numeral.style(),
        numeral.ordinal(),
        numeral.printed(),
        HeadingTitle.ofWholeParagraph(TypographicSpaceRemover.remove(numeral.rest())),
        null);
  }
}
