package org.mingzhang.query;

import java.util.regex.Pattern;

/** What a query looks for in a text, so that its matches can be shown. */
public sealed interface MatchPattern {
  /**
   * A string.
   *
   * @param folded the string in normal form
   * @param exact whether it was asked for as an exact string
   */
  record Literal(String folded, boolean exact) implements MatchPattern {}

  /**
   * A string with gaps.
   *
   * @param pattern a pattern for text in normal form
   */
  record Gapped(Pattern pattern) implements MatchPattern {}
}
