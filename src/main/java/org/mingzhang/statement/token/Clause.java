package org.mingzhang.statement.token;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A clause: the tokens between two stops.
 *
 * @param tokens its tokens, without brackets that contain no number
 * @param markBefore punctuation mark before it; 0 at the beginning of the text or of a list item
 * @param markAfter punctuation mark after it; 0 at the end of the text or of a list item
 * @param listMark mark of the list item that it opens, or null
 * @param start offset of its first character in the folded text
 * @param end offset after its last character
 */
public record Clause(
    List<ProseToken> tokens,
    char markBefore,
    char markAfter,
    ProseToken.@Nullable ListMark listMark,
    int start,
    int end) {
  /** Makes an immutable copy of the tokens. */
  public Clause {
    tokens = List.copyOf(tokens);
  }

  /** Whether the clause contains a number, with or without a unit. */
  public boolean hasNumber() {
    return tokens.stream().anyMatch(ProseToken.Numeral.class::isInstance);
  }

  /** Whether the clause holds only the mark of a list item and at most a year: （一）2024年. */
  public boolean holdsOnlyListMark() {
    return listMark != null && tokens.stream().allMatch(ProseToken.Time.class::isInstance);
  }

  /** Whether the last token is an amount of money. */
  public boolean endsInMoney() {
    return !tokens.isEmpty() && tokens.getLast().isMoney();
  }

  /**
   * Whether the clause begins with a share or a change, so that what it is about was named before.
   */
  public boolean startsWithPredicate() {
    return markBefore == '，'
        && !tokens.isEmpty()
        && tokens
            .getFirst()
            .isWordOfAnyClass(
                WordClass.SHARE,
                WordClass.UP,
                WordClass.DOWN,
                WordClass.YEAR_ON_YEAR,
                WordClass.COMPARISON_START);
  }

  /** A copy of the clause with other tokens. */
  public Clause withTokens(List<ProseToken> others) {
    return new Clause(others, markBefore, markAfter, listMark, start, end);
  }

  /**
   * How many members of the last list the clause refers to, counted from the list's end if
   * negative: 3 for 前三项.
   *
   * @param defaultCount the result if the clause does not refer to members by number
   */
  public int referencedMemberCount(int defaultCount) {
    for (ProseToken token : tokens) {
      if (token instanceof ProseToken.Word word && word.type() == WordClass.MEMBERS) {
        return Integer.parseInt(word.value());
      }
    }
    return defaultCount;
  }
}
