package org.mingzhang.structure.lattice.pitch;

import java.util.ArrayDeque;
import java.util.ArrayList;
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
   * #CHARACTER} unless the words that are aligned in half-width positions only are more than {@link
   * #MIN_RATIO} times as many as those that are aligned in characters only.
   */
  static PitchUnit detect(List<TextBlock> lines) {
    List<TextBlock> parted =
        lines.stream()
            .filter(line -> line.layout() == null && TWO_BLANKS.matcher(line.text()).find())
            .toList();
    boolean wide = fitsHalfWidthBetter(parted, 1) || fitsHalfWidthBetter(parted, LINES_OF_ROW);
    return wide ? HALF_WIDTH : CHARACTER;
  }

  /**
   * Whether half-width positions explain the alignment of lines clearly better than characters do.
   * Only words that are aligned in one of the two units count. Each line is compared with the given
   * number of lines above it.
   */
  private static boolean fitsHalfWidthBetter(List<TextBlock> lines, int above) {
    List<Boolean> wide = findAlignedWords(lines, HALF_WIDTH, above);
    List<Boolean> single = findAlignedWords(lines, CHARACTER, above);
    int onlyWide = 0;
    int onlySingle = 0;
    for (int i = 0; i < wide.size(); i++) {
      onlyWide += wide.get(i) && !single.get(i) ? 1 : 0;
      onlySingle += single.get(i) && !wide.get(i) ? 1 : 0;
    }
    return onlyWide >= MIN_EDGES && onlyWide > MIN_RATIO * onlySingle;
  }

  /** For each word with an exact position, whether it is aligned with a word of the lines above. */
  private static List<Boolean> findAlignedWords(
      List<TextBlock> lines, PitchUnit unit, int neighbors) {
    List<Boolean> aligned = new ArrayList<>();
    Deque<List<FixedPitchWord>> above = new ArrayDeque<>();
    for (TextBlock line : lines) {
      List<FixedPitchWord> words = FixedPitchLine.split(line, unit).wordsWithExactPosition();
      words.forEach(
          word -> aligned.add(above.stream().flatMap(List::stream).anyMatch(word::isAlignedWith)));
      above.addLast(words);
      if (above.size() > neighbors) {
        above.removeFirst();
      }
    }
    return aligned;
  }
}
