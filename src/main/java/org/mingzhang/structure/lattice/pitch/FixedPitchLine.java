package org.mingzhang.structure.lattice.pitch;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.mingzhang.model.TextBlock;
import org.mingzhang.text.LetterSpacedWords;

/**
 * A line in fixed pitch, or a line of a page with known positions, split into words.
 *
 * @param words its words from left to right
 * @param unspacedText the words, joined without blanks
 * @param page 1-based page
 */
record FixedPitchLine(List<FixedPitchWord> words, String unspacedText, int page) {
  private static final Pattern WORD = Pattern.compile("[^\\s\\u3000\\u00a0]+");

  private static final Pattern TWO_BLANKS = Pattern.compile("\\S[ \\u3000\\u00a0]{2,}\\S");

  /** Width of a position on a page, in points; less than white space between columns. */
  private static final float POSITION_WIDTH = 3;

  /** The words of a line of a page, or of a line in fixed pitch. */
  static FixedPitchLine split(TextBlock block, PitchUnit unit) {
    return split(block, unit, 0);
  }

  /**
   * The words of a line of a page, or of a line in fixed pitch. On a page, a position is {@link
   * #POSITION_WIDTH} wide; in fixed pitch, positions are counted in the given unit.
   *
   * @param commonIndent the common indent of the lines in fixed pitch; a word that begins there has
   *     no exact position
   */
  static FixedPitchLine split(TextBlock block, PitchUnit unit, int commonIndent) {
    TextBlock.Layout layout = block.layout();
    return layout == null ? splitAtBlanks(block, unit, commonIndent) : splitByLayout(block, layout);
  }

  /**
   * The indent of at least half of the lines; 0 if there is none, or if a line has a gap of two
   * blanks or more, which separates columns.
   */
  static int findCommonIndent(List<TextBlock> blocks) {
    if (blocks.stream().anyMatch(block -> TWO_BLANKS.matcher(block.text()).find())) {
      return 0;
    }
    Map<Integer, Integer> counts = new HashMap<>();
    blocks.forEach(block -> counts.merge(block.indent(), 1, Integer::sum));
    return counts.entrySet().stream()
        .filter(indent -> 2 * indent.getValue() >= blocks.size())
        .map(Map.Entry::getKey)
        .findFirst()
        .orElse(0);
  }

  private static FixedPitchLine splitByLayout(TextBlock block, TextBlock.Layout layout) {
    String text = block.text();
    List<FixedPitchWord> words = new ArrayList<>();
    for (TextBlock.PlacedWord word : layout.words()) {
      String part =
          text.substring(Math.min(word.from(), text.length()), Math.min(word.to(), text.length()));
      words.add(toFixedPitchWord(part, word.left(), word.right()));
    }
    if (words.isEmpty()) {
      words.add(toFixedPitchWord(text, layout.left(), layout.right()));
    }
    return create(joinLetterSpacedWords(words), block.page());
  }

  private static FixedPitchLine create(List<FixedPitchWord> words, int page) {
    String text = words.stream().map(FixedPitchWord::text).collect(Collectors.joining());
    return new FixedPitchLine(words, text, page);
  }

  private static FixedPitchWord toFixedPitchWord(String text, float left, float right) {
    int start = Math.round(left / POSITION_WIDTH);
    int end = Math.max(start + 1, Math.round(right / POSITION_WIDTH));
    return new FixedPitchWord(text.replace(" ", ""), start, end, true);
  }

  private static FixedPitchLine splitAtBlanks(TextBlock block, PitchUnit unit, int commonIndent) {
    List<FixedPitchWord> words = new ArrayList<>();
    Matcher word = WORD.matcher(block.text());
    int last = -2;
    int start = block.indent();
    while (word.find()) {
      boolean placed =
          last < 0 ? commonIndent == 0 || start != commonIndent : word.start() - last > 1;
      start += unit.measure(block.text().substring(Math.max(0, last), word.start()));
      int end = start + unit.measure(word.group());
      words.add(new FixedPitchWord(word.group(), start, end, placed));
      start = end;
      last = word.end();
    }
    return create(joinLetterSpacedWords(words), block.page());
  }

  /** Joins words whose characters are spaced out over the width of their cell. */
  private static List<FixedPitchWord> joinLetterSpacedWords(List<FixedPitchWord> words) {
    List<String> texts = words.stream().map(FixedPitchWord::text).toList();
    List<FixedPitchWord> joined = new ArrayList<>();
    for (int at = 0; at < words.size(); ) {
      int count = LetterSpacedWords.countPieces(texts, at);
      FixedPitchWord first = words.get(at);
      FixedPitchWord last = words.get(at + count - 1);
      String text = String.join("", texts.subList(at, at + count));
      joined.add(
          count == 1
              ? first
              : new FixedPitchWord(text, first.start(), last.end(), first.hasExactPosition()));
      at += count;
    }
    return List.copyOf(joined);
  }

  /** Whether any word, other than one at the left edge, has an exact position. */
  boolean hasExactPositions() {
    return !wordsWithExactPosition().isEmpty();
  }

  /** The words with an exact position other than those at the left edge. */
  List<FixedPitchWord> wordsWithExactPosition() {
    return words.stream().filter(w -> w.hasExactPosition() && w.start() > 0).toList();
  }
}
