package org.mingzhang.audit.check;

import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.mingzhang.model.Section;
import org.mingzhang.model.Topic;
import org.mingzhang.text.CompactText;
import org.mingzhang.text.QuantityMention;

/**
 * A paragraph with its quantities.
 *
 * @param topic topic of the section, or of the nearest parent that has one
 * @param page 1-based page
 * @param text its text; a run-in heading stands before it
 * @param mentions amounts and percentages in reading order
 */
public record Passage(
    Section section, Topic topic, int page, CompactText text, List<QuantityMention> mentions) {
  /** The document's words between two places of the compact text, ends trimmed. */
  public String quote(int from, int to) {
    return text.original(from, Math.min(to, text.text().length())).strip();
  }

  /** The place behind the sentence that goes on at {@code from}. */
  public int sentenceEnd(int from) {
    int stop = text.text().indexOf('。', from);
    return stop < 0 ? text.text().length() : stop + 1;
  }

  /** The matches of a pattern in the compact text. */
  public List<MatchResult> matches(Pattern pattern) {
    return pattern.matcher(compact()).results().toList();
  }

  /** The compact text. */
  public String compact() {
    return text.text();
  }
}
