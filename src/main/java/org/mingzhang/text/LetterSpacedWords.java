package org.mingzhang.text;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Words that forms print with blanks between their characters to fill the width of a cell: 收 入, 预 算
 * 数. Other single characters side by side (类 款 项) are separate cells.
 */
public final class LetterSpacedWords {
  private static final Set<String> WORDS =
      TsvResource.readRows(LetterSpacedWords.class, "spread-words.tsv", 2).stream()
          .map(List::getFirst)
          .collect(Collectors.toUnmodifiableSet());

  private static final int MAX_WORD_LENGTH =
      WORDS.stream().mapToInt(String::length).max().orElse(0);

  private LetterSpacedWords() {}

  /**
   * The number of pieces, from an index on, that together are one word printed with blanks between
   * its characters; 1 if there is no such word.
   *
   * @param pieces the parts of a line between blanks
   */
  public static int countPieces(List<String> pieces, int from) {
    StringBuilder word = new StringBuilder();
    int longest = 1;
    for (int at = from; at < pieces.size() && pieces.get(at).length() == 1; at++) {
      word.append(pieces.get(at));
      if (word.length() > MAX_WORD_LENGTH) {
        break;
      }
      longest = WORDS.contains(word.toString()) ? word.length() : longest;
    }
    return longest;
  }
}
