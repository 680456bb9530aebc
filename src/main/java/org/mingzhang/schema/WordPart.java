package org.mingzhang.schema;

/**
 * Where a word of a row stands. One field holds the words of all places; a word counts there as
 * often as its place weighs, and so does its share of the row's length. BM25 over that field is
 * BM25F over the places, with one list of rows a word instead of four.
 */
public enum WordPart {
  /** The heading, indicator, figure or document title. */
  TITLE(8),
  /** The headings above. */
  PATH(3),
  /** The document's title, agency and region. */
  CONTEXT(2),
  /** The text. */
  BODY(2);

  /** What a word of the text counts. Weights are whole numbers, so one and a half is 3 of 2. */
  static final int UNIT = 2;

  private final int weight;

  WordPart(int weight) {
    this.weight = weight;
  }

  /** How many times a word is counted. */
  int weight() {
    return weight;
  }
}
