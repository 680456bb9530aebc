package org.mingzhang.text;

import java.util.function.IntPredicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A pattern whose matches begin with known characters, so that it is tried at these alone. In texts
 * that hold few of them this takes a fraction of the time of {@link Matcher#replaceAll}, which
 * tries every place. Immutable.
 *
 * @param pattern the pattern; it never matches an empty string
 * @param leads whether a match may begin with a character of UTF-16
 */
public record LeadPattern(Pattern pattern, IntPredicate leads) {
  /** The text without what the pattern matches, the same as {@code replaceAll("")}. */
  public String removeFrom(String text) {
    return replaceIn(text, "");
  }

  /** The text with each match replaced by a text as it is. */
  public String replaceIn(String text, String replacement) {
    StringBuilder rest = null;
    Matcher matcher = null;
    int copied = 0;
    int at = 0;
    while (at < text.length()) {
      if (leads.test(text.charAt(at))) {
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
