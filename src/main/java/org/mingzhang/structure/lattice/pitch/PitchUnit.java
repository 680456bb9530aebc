package org.mingzhang.structure.lattice.pitch;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.regex.Pattern;
import org.mingzhang.model.TextBlock;
import org.mingzhang.text.EastAsianWidth;

/**
 * The unit of a position on a line in fixed pitch. Converters of PDF ({@code pdftotext -layout})
 * count characters. Tables drawn for terminals and editors count half-width positions, of which a
 * Chinese character takes two. All lines of a text have the same unit.
 */
enum PitchUnit {
  /** Each character takes one position. */
  CHARACTER {
    @Override
    int measure(String text) {
      return text.length();
    }
  },
  /** A full-width character takes two positions. */
  HALF_WIDTH {
    @Override
    int measure(String text) {
      return (int) Math.round(2 * EastAsianWidth.measure(text));
    }
  };

  /**
   * Minimum ratio by which half-width positions must explain the alignment better than characters
   * do. Tuned on two forms drawn in half-width positions and on the forms of the tests, drawn in
   * characters.
   */
  private static final int MIN_RATIO = 2;

  private static final int MIN_EDGES = 4;

  /**
   * Number of lines of a row whose name wraps around the line of its numbers. On that line the
   * column of names is empty.
   */
  private static final int LINES_OF_ROW = 3;

  private static final Pattern TWO_BLANKS = Pattern.compile("\\S[ \\u3000\\u00a0]{2,}\\S");

  /** Number of positions that a text takes. */
  abstract int measure(String text);

  /**
   * The unit in which more words of neighboring lines begin or end at the same position; {@link
   * #CHARACTER} unless half-width positions explain more than {@link #MIN_RATIO} times as many.
   */
  static PitchUnit detect(List<TextBlock> lines) {
    List<TextBlock> parted =
        lines.stream()
            .filter(line -> line.layout() == null && TWO_BLANKS.matcher(line.text()).find())
            .toList();
    boolean wide = isHalfWidth(parted, 1) || isHalfWidth(parted, LINES_OF_ROW);
    return wide ? HALF_WIDTH : CHARACTER;
  }

  /**
   * Whether half-width positions explain the alignment of lines clearly better than characters do.
   * Each line is compared with the given number of lines above it.
   */
  private static boolean isHalfWidth(List<TextBlock> lines, int above) {
    long wide = countAlignedEdges(lines, HALF_WIDTH, above);
    return wide >= MIN_EDGES && wide > MIN_RATIO * countAlignedEdges(lines, CHARACTER, above);
  }

  private static long countAlignedEdges(List<TextBlock> lines, PitchUnit unit, int neighbors) {
    long aligned = 0;
    Deque<List<FixedPitchWord>> above = new ArrayDeque<>();
    for (TextBlock line : lines) {
      List<FixedPitchWord> words = FixedPitchLine.split(line, unit).placedWords();
      aligned +=
          words.stream()
              .filter(word -> above.stream().flatMap(List::stream).anyMatch(word::isAlignedWith))
              .count();
      above.addLast(words);
      if (above.size() > neighbors) {
        above.removeFirst();
      }
    }
    return aligned;
  }
}
