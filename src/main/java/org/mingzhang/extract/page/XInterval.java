package org.mingzhang.extract.page;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * An interval of a page's width that glyphs cover without a gap, such as a word of a line.
 *
 * @param left left edge, in points
 * @param right right edge, in points
 */
record XInterval(float left, float right) {
  /** Smallest gap between columns, in points. */
  private static final float MIN_COLUMN_GAP = 3.5f;

  /** Smallest gap between an amount or a code and a name that is the next cell, in points. */
  private static final float MIN_SEAM_GAP = 1.2f;

  private static final Pattern AMOUNT_OR_CODE =
      Pattern.compile("-?[\\d,]+\\.\\d\\d|[1-5]\\d\\d(?:\\d\\d){0,2}");

  private static final Pattern NAME = Pattern.compile("\\p{IsHan}(?<![万亿元年个人])");

  /**
   * The words of a line, separated by gaps as wide as between columns, or narrower ones between an
   * amount or a code and a name.
   */
  static List<XInterval> splitIntoWords(TextLine line) {
    List<XInterval> words = new ArrayList<>();
    StringBuilder text = new StringBuilder();
    for (Glyph glyph : line.glyphs()) {
      if (glyph.isBlank()) {
        continue;
      }
      XInterval own = new XInterval(glyph.left(), glyph.right());
      float gap = words.isEmpty() ? MIN_COLUMN_GAP : own.left - words.getLast().right;
      boolean joins = gap < MIN_SEAM_GAP || (gap < MIN_COLUMN_GAP && !isSeam(text, glyph.text()));
      text.delete(0, joins ? 0 : text.length()).append(glyph.text());
      words.add(joins ? words.removeLast().union(own) : own);
    }
    return words;
  }

  private static boolean isSeam(CharSequence left, String right) {
    return AMOUNT_OR_CODE.matcher(left).matches() && NAME.matcher(right).lookingAt();
  }

  private XInterval union(XInterval other) {
    return new XInterval(Math.min(left, other.left), Math.max(right, other.right));
  }

  /** The text of a line in this interval, without blanks. */
  String textOn(TextLine line) {
    return line.glyphs().stream()
        .filter(g -> g.centerX() > left && g.centerX() < right && !g.isBlank())
        .map(Glyph::text)
        .collect(Collectors.joining());
  }
}
