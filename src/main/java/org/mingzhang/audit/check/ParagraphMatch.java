package org.mingzhang.audit.check;

import java.math.BigDecimal;
import java.util.regex.MatchResult;
import org.mingzhang.model.Finding.QuoteLocation;

/** The words of a paragraph that a pattern of a rule matches. */
public record ParagraphMatch(CompactParagraph paragraph, MatchResult words) {
  /** The text of a named group, which must have matched. */
  public String group(String name) {
    return words.group(name);
  }

  /** The number that a named group matches, parsed with or without thousands separators. */
  public BigDecimal parseNumber(String name) {
    return PrintedNumbers.parse(words.group(name));
  }

  /** The location that quotes the words. */
  public QuoteLocation location() {
    return FindingDraft.locationOf(paragraph, words.start(), words.end());
  }

  /**
   * A finding that quotes the words.
   *
   * @param message what it says: a key of {@code messages.tsv}
   */
  public FindingDraft createDraft(String message) {
    return FindingDraft.create(message, paragraph, words);
  }
}
