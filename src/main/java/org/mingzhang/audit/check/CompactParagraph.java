package org.mingzhang.audit.check;

import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.mingzhang.model.Section;
import org.mingzhang.model.Topic;
import org.mingzhang.text.CompactText;
import org.mingzhang.text.PrefilteredPattern;

/**
 * A paragraph of a section, in the compact form that the patterns of rules match.
 *
 * @param topic topic of the section, or of the nearest parent that has one
 * @param page 1-based page on which the paragraph begins
 * @param text its text; the first paragraph after a run-in heading includes the heading
 */
public record CompactParagraph(Section section, Topic topic, int page, CompactText text) {
  private static final String CLAUSE_STOPS = "，。；";
  private static final Pattern QUANTITY = Pattern.compile("\\d[百千]?[万亿]?元|\\d%");

  /** Whether it has an amount of money or a percentage. */
  public boolean hasQuantity() {
    return QUANTITY.matcher(text.text()).find();
  }

  /** The original words between two offsets of the compact text, trimmed. */
  public String quote(int from, int to) {
    return text.originalText(from, Math.min(to, text.text().length())).strip();
  }

  /**
   * Exclusive end of the sentence that contains {@code from}: the offset after the next 。, or the
   * length of the text.
   */
  public int sentenceEnd(int from) {
    int stop = text.text().indexOf('。', from);
    return stop < 0 ? text.text().length() : stop + 1;
  }

  /**
   * Start of the clause that contains an offset: the offset after the preceding ，, 。 or ；, or 0.
   */
  public int clauseStart(int offset) {
    int start = offset;
    while (start > 0 && CLAUSE_STOPS.indexOf(text.text().charAt(start - 1)) < 0) {
      start--;
    }
    return start;
  }

  /**
   * Exclusive end of the clause that contains an offset: the offset of the next ，, 。 or ；, or the
   * length of the text.
   */
  public int clauseEnd(int offset) {
    int end = offset;
    while (end < text.text().length() && CLAUSE_STOPS.indexOf(text.text().charAt(end)) < 0) {
      end++;
    }
    return end;
  }

  public List<MatchResult> findMatches(PrefilteredPattern pattern) {
    return pattern.findAll(unspacedText()).toList();
  }

  public String unspacedText() {
    return text.text();
  }
}
