package org.mingzhang.web.wording;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.List;
import java.util.Locale;

/**
 * An answer as sentences written by a language model, or the reason why there are none.
 *
 * @param state the outcome
 * @param sentences the sentences; empty unless all of them passed the check
 */
public record AnswerSentences(WordingState state, List<Sentence> sentences) {
  /** Whether the model wrote sentences, and if not, why. */
  public enum WordingState {
    /** Every sentence passed the check. */
    WORDED,
    /** A sentence failed the check, or the model wrote none, so none is shown. */
    REFUSED,
    /** The model did not answer, or is busy. */
    UNAVAILABLE,
    /** There is no row for which a sentence could be written. */
    NOTHING;

    /** Name in answers and for texts. */
    @JsonValue
    public String id() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /**
   * A sentence of the answer, with the row that it states.
   *
   * @param text its text
   * @param row 1-based number of the row that it states
   * @param url address of the place of the row's number
   */
  public record Sentence(String text, int row, String url) {}

  /** Makes an immutable copy of the list. */
  public AnswerSentences {
    sentences = List.copyOf(sentences);
  }

  static AnswerSentences withoutSentences(WordingState state) {
    return new AnswerSentences(state, List.of());
  }
}
