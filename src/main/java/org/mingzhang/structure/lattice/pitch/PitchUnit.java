package org.mingzhang.structure.lattice.pitch;

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
    long wide = countAlignedEdges(parted, HALF_WIDTH);
    boolean clear = wide > MIN_RATIO * countAlignedEdges(parted, CHARACTER);
    return clear && wide >= MIN_EDGES ? HALF_WIDTH : CHARACTER;
  }

  private static long countAlignedEdges(List<TextBlock> lines, PitchUnit unit) {
    long aligned = 0;
    List<FixedPitchWord> above = List.of();
    for (TextBlock line : lines) {
      List<FixedPitchWord> words = FixedPitchLine.split(line, unit).placedWords();
      List<FixedPitchWord> upper = above;
      aligned +=
          words.stream().filter(word -> upper.stream().anyMatch(word::isAlignedWith)).count();
      above = words;
    }
    return aligned;
  }
}
