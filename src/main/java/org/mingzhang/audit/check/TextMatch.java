package org.mingzhang.audit.check;

import java.math.BigDecimal;
import java.util.regex.MatchResult;
import org.mingzhang.model.Finding.Place;

/** The words of a paragraph that match a pattern. */
public record TextMatch(Passage passage, MatchResult words) {
  /** The text of a named group. */
  public String group(String name) {
    return words.group(name);
  }

  /** The number that a named group matches, with separators of thousands or without. */
  public BigDecimal number(String name) {
    return PrintedNumbers.number(words.group(name));
  }

  /** The words as a place. */
  public Place place() {
    return FindingDraft.place(passage, words.start(), words.end());
  }

  /**
   * A finding that quotes the words.
   *
   * @param message what it says: a key of {@code messages.tsv}
   */
  public FindingDraft createDraft(String message) {
    return FindingDraft.at(message, passage, words);
  }
}
