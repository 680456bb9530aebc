package org.mingzhang.extract.page;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A piece of a page's width that glyphs cover without white space between them, such as a word of a
 * line or a column of a table.
 *
 * @param left where it begins, in points
 * @param right where it ends, in points
 */
record XInterval(float left, float right) {
  /** Narrowest white space, in points, between columns. */
  static final float NARROWEST = 3.5f;

  /** The same where the cells right of it all begin or end at one place. */
  private static final float ALIGNED_NARROWEST = 1.2f;

  /** An amount, of which the comma may stand apart where all characters are of one width. */
  private static final Pattern NUMBER = Pattern.compile("-?\\d{1,3}(,\\d{3})+(\\.\\d+)?");

  /** The words of a line: what white space as wide as between columns parts. */
  static List<XInterval> words(TextLine line) {
    return runs(line.glyphs(), NARROWEST);
  }

  /** What even narrow white space parts in this word of a line. */
  List<XInterval> pieces(TextLine line) {
    return NUMBER.matcher(textOn(line)).matches()
        ? List.of(this)
        : runs(glyphsOf(line), ALIGNED_NARROWEST);
  }

  private static List<XInterval> runs(List<Glyph> glyphs, float white) {
    List<XInterval> runs = new ArrayList<>();
    for (Glyph glyph : glyphs) {
      if (glyph.blank()) {
        continue;
      }
      XInterval own = new XInterval(glyph.left(), glyph.right());
      if (!runs.isEmpty() && own.left() - runs.getLast().right() < white) {
        runs.set(runs.size() - 1, runs.getLast().with(own));
      } else {
        runs.add(own);
      }
    }
    return runs;
  }

  boolean meets(XInterval other) {
    return left < other.right() && other.left() < right;
  }

  XInterval with(XInterval other) {
    return new XInterval(Math.min(left, other.left()), Math.max(right, other.right()));
  }

  float middle() {
    return (left + right) / 2;
  }

  /** The glyphs of a line that stand on it. */
  List<Glyph> glyphsOf(TextLine line) {
    return line.glyphs().stream().filter(g -> g.centerX() > left && g.centerX() < right).toList();
  }

  /** The same without blanks. */
  List<Glyph> inkOf(TextLine line) {
    return glyphsOf(line).stream().filter(g -> !g.blank()).toList();
  }

  /** The characters of a line that stand on it, without blanks. */
  String textOn(TextLine line) {
    return inkOf(line).stream().map(Glyph::text).collect(Collectors.joining());
  }
}
