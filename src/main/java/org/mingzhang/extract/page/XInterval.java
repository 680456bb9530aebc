package org.mingzhang.extract.page;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.mingzhang.text.LetterSpacedWords;

/**
 * An interval of a page's width, such as that of a word of a line or of a column of a table.
 *
 * @param left left edge, in points
 * @param right right edge, in points
 */
record XInterval(float left, float right) {
  /** Smallest gap between columns, in points. */
  static final float MIN_COLUMN_GAP = 3.5f;

  /** Smallest gap, in points, between columns whose edges are aligned. */
  private static final float MIN_ALIGNED_COLUMN_GAP = 1.2f;

  /**
   * A number with grouped digits; it is kept whole, since in monospaced fonts its commas are set
   * apart.
   */
  private static final Pattern NUMBER = Pattern.compile("-?\\d{1,3}(,\\d{3})+(\\.\\d+)?");

  /**
   * The words of a line from left to right, separated by gaps of at least {@link #MIN_COLUMN_GAP}.
   */
  static List<XInterval> splitIntoWords(TextLine line) {
    return splitAtGaps(line.glyphs(), MIN_COLUMN_GAP);
  }

  /**
   * The words of a line of titles; a title whose characters are spread over its cell is one word.
   */
  static List<XInterval> splitIntoTitles(TextLine line) {
    List<XInterval> words = splitIntoWords(line);
    List<String> texts = words.stream().map(word -> word.textOn(line)).toList();
    List<XInterval> titles = new ArrayList<>();
    for (int at = 0; at < words.size(); ) {
      int count = LetterSpacedWords.countPieces(texts, at);
      titles.add(words.get(at).union(words.get(at + count - 1)));
      at += count;
    }
    return titles;
  }

  /**
   * The pieces of this word of a line, separated even by the narrow gaps between aligned columns; a
   * number with grouped digits is one piece.
   */
  List<XInterval> splitIntoPieces(TextLine line) {
    return NUMBER.matcher(textOn(line)).matches()
        ? List.of(this)
        : splitAtGaps(glyphsOf(line), MIN_ALIGNED_COLUMN_GAP);
  }

  private static List<XInterval> splitAtGaps(List<Glyph> glyphs, float minGap) {
    List<XInterval> runs = new ArrayList<>();
    for (Glyph glyph : glyphs) {
      if (glyph.isBlank()) {
        continue;
      }
      XInterval own = new XInterval(glyph.left(), glyph.right());
      if (!runs.isEmpty() && own.left() - runs.getLast().right() < minGap) {
        runs.set(runs.size() - 1, runs.getLast().union(own));
      } else {
        runs.add(own);
      }
    }
    return runs;
  }

  boolean overlaps(XInterval other) {
    return left < other.right() && other.left() < right;
  }

  XInterval union(XInterval other) {
    return new XInterval(Math.min(left, other.left()), Math.max(right, other.right()));
  }

  float middle() {
    return (left + right) / 2;
  }

  /** The glyphs of a line with their center in this interval. */
  List<Glyph> glyphsOf(TextLine line) {
    return line.glyphs().stream().filter(g -> g.centerX() > left && g.centerX() < right).toList();
  }

  /** The non-blank glyphs of a line with their center in this interval. */
  List<Glyph> inkedGlyphsOf(TextLine line) {
    return glyphsOf(line).stream().filter(g -> !g.isBlank()).toList();
  }

  /** The text of a line in this interval, without blanks. */
  String textOn(TextLine line) {
    return inkedGlyphsOf(line).stream().map(Glyph::text).collect(Collectors.joining());
  }
}
