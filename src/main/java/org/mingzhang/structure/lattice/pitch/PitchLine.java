package org.mingzhang.structure.lattice.pitch;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.mingzhang.model.TextBlock;

/**
 * A line in fixed pitch.
 *
 * @param words its words from left to right
 * @param page 1-based page
 */
record PitchLine(List<PitchWord> words, int page) {
  /** Titles and names of two characters that are printed with a blank between them. */
  private static final Pattern SPREAD = Pattern.compile("收/入|支/出|[合总小]/计|项/目|金/额|名/称|备/注|科/目");

  private static final Pattern WORD = Pattern.compile("[^\\s\\u3000\\u00a0]+");

  static PitchLine split(TextBlock block) {
    List<PitchWord> words = new ArrayList<>();
    Matcher word = WORD.matcher(block.text());
    int last = -2;
    while (word.find()) {
      boolean placed = word.start() - last > 1;
      words.add(new PitchWord(word.group(), block.indent() + word.start(), placed));
      last = word.end();
    }
    return new PitchLine(joinSpreadWords(words), block.page());
  }

  /** Joins words whose characters are spread over the width of their cell. */
  private static List<PitchWord> joinSpreadWords(List<PitchWord> words) {
    List<PitchWord> joined = new ArrayList<>();
    for (PitchWord word : words) {
      String last = joined.isEmpty() ? "" : joined.getLast().text();
      if (SPREAD.matcher(last + "/" + word.text()).matches()) {
        PitchWord first = joined.removeLast();
        joined.add(new PitchWord(last + word.text(), first.start(), first.placed()));
      } else {
        joined.add(word);
      }
    }
    return List.copyOf(joined);
  }

  /** Whether a word other than one at the left edge has an exact position. */
  boolean hasExactPositions() {
    return words.stream().anyMatch(w -> w.placed() && w.start() > 0);
  }

  /** The words without blanks between them. */
  String textWithoutBlanks() {
    return words.stream().map(PitchWord::text).collect(Collectors.joining());
  }
}
