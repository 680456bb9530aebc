package org.mingzhang.text;

import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A pattern with the words that occur in every text in which it matches. A text is searched for
 * these words first: {@link String#contains} is many times faster than trying a pattern at each
 * offset, and most patterns for wordings occur in few sentences.
 *
 * <p>The words are derived from the pattern by {@link RequiredWordsParser}, so the result is always
 * the same as without them.
 *
 * @param pattern the pattern that decides
 * @param requiredWords sets of words, of each of which a text must contain one; empty if none could
 *     be derived, in which case the pattern is tried in all texts
 */
public record PrefilteredPattern(Pattern pattern, List<Set<String>> requiredWords) {
  public PrefilteredPattern {
    requiredWords = List.copyOf(requiredWords);
  }

  /** Derives the required words of a pattern. */
  public static PrefilteredPattern derive(Pattern pattern) {
    return new PrefilteredPattern(pattern, RequiredWordsParser.parse(pattern));
  }

  /** False if the pattern certainly matches no part of the text. */
  public boolean mayOccurIn(String text) {
    for (Set<String> words : requiredWords) {
      if (words.stream().noneMatch(text::contains)) {
        return false;
      }
    }
    return true;
  }

  /** Whether the pattern matches a part of the text. */
  public boolean occursIn(String text) {
    return mayOccurIn(text) && pattern.matcher(text).find();
  }

  /** Whether the pattern matches the whole text. */
  public boolean matches(String text) {
    return mayOccurIn(text) && pattern.matcher(text).matches();
  }

  /** All matches in the text, as {@link java.util.regex.Matcher#results}. */
  public Stream<MatchResult> findAll(String text) {
    return mayOccurIn(text) ? pattern.matcher(text).results() : Stream.empty();
  }
}
