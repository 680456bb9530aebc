package org.mingzhang.web.wording;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.List;
import java.util.Locale;

/**
 * What became of an answer that a model was to word.
 *
 * @param state what became of it
 * @param sentences the sentences, none unless all of them may stand
 */
public record WordedAnswer(State state, List<Sentence> sentences) {
  /** What became of it. */
  public enum State {
    /** Every sentence says what its row says. */
    WORDED,
    /** A sentence says something else; none is shown. */
    REFUSED,
    /** There is no answer of the model, or the model is busy. */
    UNAVAILABLE,
    /** There is no row to be worded. */
    NOTHING;

    /** Name in answers and for texts. */
    @JsonValue
    public String id() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /**
   * A sentence.
   *
   * @param text what it says
   * @param row number of the row it words, from 1
   * @param url the place of the row's number
   */
  public record Sentence(String text, int row, String url) {}

  /** Copies the list. */
  public WordedAnswer {
    sentences = List.copyOf(sentences);
  }

  static WordedAnswer without(State state) {
    return new WordedAnswer(state, List.of());
  }
}
