package org.mingzhang.query;

import java.util.regex.Pattern;

/** A pattern to highlight in the text of a hit. */
public sealed interface MatchPattern {
  /**
   * A string that is highlighted where it occurs in the normalized text.
   *
   * @param foldedText the normalized string
   * @param isExactString whether it was searched as an exact string
   */
  record Literal(String foldedText, boolean isExactString) implements MatchPattern {}

  /**
   * A text with wildcards: 财政*局.
   *
   * @param pattern regular expression for normalized text
   */
  record Wildcards(Pattern pattern) implements MatchPattern {}
}
