package org.mingzhang.text;

import java.util.function.IntPredicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A pattern that is tried only at the characters with which its matches can begin. If these are
 * rare in a text, this is much faster than {@link java.util.regex.Matcher#replaceAll}, which tries
 * every offset.
 *
 * @param pattern the pattern, which must not match an empty string
 * @param mayStartMatch whether a match may begin with a given UTF-16 unit
 */
public record FirstCharacterPattern(Pattern pattern, IntPredicate mayStartMatch) {
  /** The text without all matches, the same as {@code replaceAll("")}. */
  public String removeFrom(String text) {
    return replaceIn(text, "");
  }

  /** The text with each match replaced by a literal text. */
  public String replaceIn(String text, String replacement) {
    StringBuilder rest = null;
    Matcher matcher = null;
    int copied = 0;
    int at = 0;
    while (at < text.length()) {
      if (mayStartMatch.test(text.charAt(at))) {
        if (matcher == null) {
          matcher = pattern.matcher(text).useTransparentBounds(true).useAnchoringBounds(false);
        }
        if (matcher.region(at, text.length()).lookingAt()) {
          rest = rest == null ? new StringBuilder(text.length()) : rest;
          rest.append(text, copied, at).append(replacement);
          at = Math.max(at + 1, matcher.end());
          copied = at;
          continue;
        }
      }
      at++;
    }
    return rest == null ? text : rest.append(text, copied, text.length()).toString();
  }
}
