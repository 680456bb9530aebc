package org.mingzhang.structure.lattice.pitch;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.regex.Pattern;
import org.mingzhang.model.TextBlock;
import org.mingzhang.text.EastAsianWidth;

/**
 * What one position of a line in fixed pitch is. Converters of PDF ({@code pdftotext -layout})
 * count characters; tables that were drawn for terminals and editors count half-width places, of
 * which a Chinese character takes two. The lines of a text share one unit.
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

  /** Set on two forms drawn in half-width places and on those of the tests, drawn in characters. */
  private static final int MIN_RATIO = 2;

  private static final int MIN_EDGES = 4;

  /**
   * Number of lines of a row that wraps around the line of its numbers, which has no word where the
   * lines beside it have some.
   */
  private static final int LINES_OF_ROW = 3;

  private static final Pattern TWO_BLANKS = Pattern.compile("\\S[ \\u3000\\u00a0]{2,}\\S");

  /** Number of positions that a text takes. */
  abstract int measure(String text);

  /**
   * The unit in which more words of neighboring lines begin or end at the same position; characters
   * unless half-width places explain at least {@link #MIN_RATIO} times as many.
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
   * Whether half-width places explain the positions clearly better, in view of some lines above.
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
