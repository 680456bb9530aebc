package org.mingzhang.extract.page;

import java.util.List;
import org.mingzhang.model.TextBlock;

/**
 * One visual line: glyphs of about the same height on the page, from left to right.
 *
 * @param glyphs at least one, none blank at either end
 */
record TextLine(List<Glyph> glyphs) {
  /** Gap between two Chinese characters, in font sizes, that a reader sees as a space. */
  private static final float WIDE_GAP = 0.9f;

  /** Gap beside a Latin letter or digit, in font sizes, that a reader sees as a space. */
  private static final float LATIN_GAP = 0.22f;

  /** Gap between Chinese and Latin that is more than the usual thin space between scripts. */
  private static final float MIXED_GAP = 0.6f;

  float left() {
    return glyphs.get(0).left();
  }

  float right() {
    return glyphs.get(glyphs.size() - 1).right();
  }

  float top() {
    return (float) glyphs.stream().mapToDouble(Glyph::top).min().orElseThrow();
  }

  float bottom() {
    return (float) glyphs.stream().mapToDouble(Glyph::bottom).max().orElseThrow();
  }

  /** The text, a real gap as one space. */
  String text() {
    StringBuilder text = new StringBuilder();
    Glyph last = null;
    boolean blankBetween = false;
    for (Glyph glyph : glyphs) {
      if (glyph.isBlank()) {
        blankBetween = last != null;
        continue;
      }
      if (last != null && isSpace(last, glyph, blankBetween)) {
        text.append(' ');
      }
      text.append(glyph.text());
      last = glyph;
      blankBetween = false;
    }
    return text.toString();
  }

  private static boolean isSpace(Glyph before, Glyph after, boolean blankBetween) {
    float gap =
        (after.left() - before.right()) / Math.max(1, Math.min(before.size(), after.size()));
    boolean chineseBefore = isWide(before.text().codePointBefore(before.text().length()));
    boolean chineseAfter = isWide(after.text().codePointAt(0));
    if (chineseBefore && chineseAfter) {
      return gap > (blankBetween ? LATIN_GAP : WIDE_GAP);
    }
    if (chineseBefore || chineseAfter) {
      return gap > (blankBetween ? LATIN_GAP : MIXED_GAP);
    }
    return blankBetween ? gap > LATIN_GAP / 2 : gap > LATIN_GAP;
  }

  /** Whether a character is set as wide as it is high: ideographs, kana, full-width signs. */
  private static boolean isWide(int character) {
    return Character.isIdeographic(character)
        || (character >= 0x3000 && character <= 0x30FF)
        || (character >= 0xFF00 && character <= 0xFFEF)
        || (character >= 0x2010 && character <= 0x203B);
  }

  /** The line as a block. */
  TextBlock toBlock(PageContent page) {
    List<Glyph> inked = glyphs.stream().filter(g -> !g.isBlank()).toList();
    long bold = inked.stream().filter(Glyph::bold).count();
    double[] sizes = inked.stream().mapToDouble(Glyph::size).sorted().toArray();
    TextBlock.Layout layout =
        new TextBlock.Layout(
            left(),
            top(),
            right(),
            bottom(),
            (float) sizes[sizes.length / 2],
            bold * 2 > inked.size(),
            page.width(),
            page.height());
    return new TextBlock(page.number(), text(), TextBlock.Kind.LINE, 0, false, layout);
  }
}
