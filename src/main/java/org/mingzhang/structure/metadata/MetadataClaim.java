package org.mingzhang.structure.metadata;

import org.mingzhang.model.Evidence;

/**
 * A value with its evidence: the rule and the words it was read from.
 *
 * @param value the value
 * @param rule short name of the rule
 * @param quote the words it was read from
 * @param page 1-based page of the words; 0 for a sidecar or a file name
 */
record MetadataClaim<T>(T value, String rule, String quote, int page) {
  /** Maximum length, in characters, of the words that are kept as evidence. */
  private static final int MAX_QUOTE_LENGTH = 400;

  /**
   * Converts the claim to the evidence of a metadata field, with the first {@link
   * #MAX_QUOTE_LENGTH} characters of the quote.
   */
  Evidence toEvidence(String field) {
    String words = quote.length() > MAX_QUOTE_LENGTH ? quote.substring(0, MAX_QUOTE_LENGTH) : quote;
    return new Evidence(field, rule, words, page);
  }

  <U> MetadataClaim<U> withValue(U newValue) {
    return new MetadataClaim<>(newValue, rule, quote, page);
  }
}
