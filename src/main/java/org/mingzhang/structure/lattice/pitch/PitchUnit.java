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
   * Minimum ratio of the words aligned only in half-width positions to those aligned only in
   * characters. In 60 texts of known unit the ratio is above 3 or below 1.
   */
  private static final double MIN_ALIGNED_WORD_RATIO = 1.5;

  private static final int MIN_ALIGNED_WORDS = 4;

  /**
   * Number of lines above a line whose words are compared with its own. One is not enough, since a
   * name that wraps around the line of its numbers leaves the column of names empty there.
   */
  private static final int MAX_COMPARED_LINES_ABOVE = 3;

  private static final Pattern TWO_BLANKS = Pattern.compile("\\S[ \\u3000\\u00a0]{2,}\\S");

  /** Number of positions that a text takes. */
  abstract int measure(String text);

  /**
   * The unit in which more words begin or end at the same position as a word of the lines above;
   * {@link #CHARACTER} unless half-width positions explain clearly more. Words that are aligned in
   * both units, such as words after names of equal length, are not counted.
   */
  static PitchUnit detect(List<TextBlock> lines) {
    List<TextBlock> parted =
        lines.stream()
            .filter(line -> line.layout() == null && TWO_BLANKS.matcher(line.text()).find())
            .toList();
    List<Boolean> wide = flagAlignedWords(parted, HALF_WIDTH);
    List<Boolean> narrow = flagAlignedWords(parted, CHARACTER);
    int wideOnly = 0;
    int narrowOnly = 0;
    for (int i = 0; i < wide.size(); i++) {
      wideOnly += wide.get(i) && !narrow.get(i) ? 1 : 0;
      narrowOnly += narrow.get(i) && !wide.get(i) ? 1 : 0;
    }
    return wideOnly >= MIN_ALIGNED_WORDS && wideOnly > MIN_ALIGNED_WORD_RATIO * narrowOnly
        ? HALF_WIDTH
        : CHARACTER;
  }

  /** For each word whether it begins or ends where a word of the few lines above it does. */
  private static List<Boolean> flagAlignedWords(List<TextBlock> lines, PitchUnit unit) {
    List<Boolean> aligned = new ArrayList<>();
    Deque<List<FixedPitchWord>> above = new ArrayDeque<>();
    for (TextBlock line : lines) {
      List<FixedPitchWord> words = FixedPitchLine.split(line, unit).wordsWithExactPosition();
      for (FixedPitchWord word : words) {
        aligned.add(above.stream().flatMap(List::stream).anyMatch(word::isAlignedWith));
      }
      above.addLast(words);
      if (above.size() > MAX_COMPARED_LINES_ABOVE) {
        above.removeFirst();
      }
    }
    return aligned;
  }
}
