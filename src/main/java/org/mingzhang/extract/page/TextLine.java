package org.mingzhang.extract.page;

import java.util.ArrayList;
import java.util.List;
import org.mingzhang.model.TextBlock;

/**
 * One visual line: glyphs of about the same height, from left to right.
 *
 * @param glyphs at least one, none blank at either end
 */
record TextLine(List<Glyph> glyphs) {
  /** Smallest gap between two Chinese characters that counts as a space, in font sizes. */
  private static final float MIN_CHINESE_SPACE = 0.9f;

  /** Smallest gap beside a Latin letter or digit that counts as a space, in font sizes. */
  private static final float MIN_LATIN_SPACE = 0.22f;

  /**
   * Smallest gap between Chinese and Latin text that counts as a space, in font sizes; typesetting
   * puts a thin space there.
   */
  private static final float MIN_MIXED_SPACE = 0.6f;

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

  /** The text, with a single space for each gap between words. */
  String text() {
    StringBuilder text = new StringBuilder();
    Glyph last = null;
    boolean blankBetween = false;
    for (Glyph glyph : glyphs) {
      if (glyph.isBlank()) {
        blankBetween = last != null;
        continue;
      }
      if (last != null && isWordGap(last, glyph, blankBetween)) {
        text.append(' ');
      }
      text.append(glyph.text());
      last = glyph;
      blankBetween = false;
    }
    return text.toString();
  }

  /** The parts between gaps as wide as between columns; none if the line has no such gap. */
  private List<TextBlock.PlacedWord> toPlacedWords() {
    List<XInterval> intervals = XInterval.splitIntoWords(this);
    if (intervals.size() < 2) {
      return List.of();
    }
    String text = text();
    List<TextBlock.PlacedWord> words = new ArrayList<>();
    int at = 0;
    for (XInterval interval : intervals) {
      int from = skipBlanks(text, at);
      int left = interval.textOn(this).length();
      for (at = from; at < text.length() && left > 0; at++) {
        left -= text.charAt(at) == ' ' ? 0 : 1;
      }
      words.add(new TextBlock.PlacedWord(from, at, interval.left(), interval.right()));
    }
    return List.copyOf(words);
  }

  private static int skipBlanks(String text, int from) {
    int at = from;
    while (at < text.length() && text.charAt(at) == ' ') {
      at++;
    }
    return at;
  }

  /**
   * Whether a gap between two glyphs counts as a space.
   *
   * @param hasBlankBetween whether the file has a space in it, for which a smaller gap suffices
   */
  private static boolean isWordGap(Glyph before, Glyph after, boolean hasBlankBetween) {
    float gap =
        (after.left() - before.right())
            / Math.max(1, Math.min(before.fontSize(), after.fontSize()));
    boolean chineseBefore = isWide(before.text().codePointBefore(before.text().length()));
    boolean chineseAfter = isWide(after.text().codePointAt(0));
    if (chineseBefore && chineseAfter) {
      return gap > (hasBlankBetween ? MIN_LATIN_SPACE : MIN_CHINESE_SPACE);
    }
    if (chineseBefore || chineseAfter) {
      return gap > (hasBlankBetween ? MIN_LATIN_SPACE : MIN_MIXED_SPACE);
    }
    return hasBlankBetween ? gap > MIN_LATIN_SPACE / 2 : gap > MIN_LATIN_SPACE;
  }

  /** Whether a character is full-width: ideographs, kana, full-width punctuation. */
  private static boolean isWide(int character) {
    return Character.isIdeographic(character)
        || (character >= 0x3000 && character <= 0x30FF)
        || (character >= 0xFF00 && character <= 0xFFEF)
        || (character >= 0x2010 && character <= 0x203B);
  }

  /** Converts the line to a block of text with its position. */
  TextBlock toBlock(PageContent page) {
    List<Glyph> inked = glyphs.stream().filter(g -> !g.isBlank()).toList();
    long bold = inked.stream().filter(Glyph::bold).count();
    double[] sizes = inked.stream().mapToDouble(Glyph::fontSize).sorted().toArray();
    TextBlock.Layout layout =
        new TextBlock.Layout(
            left(),
            top(),
            right(),
            bottom(),
            (float) sizes[sizes.length / 2],
            bold * 2 > inked.size(),
            page.width(),
            page.height(),
            toPlacedWords());
    return new TextBlock(page.number(), text(), TextBlock.Kind.LINE, 0, false, layout);
  }
}
