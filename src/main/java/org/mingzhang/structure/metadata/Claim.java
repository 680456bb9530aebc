package org.mingzhang.structure.metadata;

import org.mingzhang.model.Evidence;

/**
 * A value that one rule read.
 *
 * @param value the value
 * @param rule short name of the rule
 * @param quote the words it was read from
 * @param page 1-based page of the words; 0 for a sidecar or file name
 */
record Claim<T>(T value, String rule, String quote, int page) {
  /** The claim as evidence for a field. */
  Evidence evidence(String field) {
    return new Evidence(field, rule, quote, page);
  }

  /** The same words read as another value. */
  <U> Claim<U> as(U other) {
    return new Claim<>(other, rule, quote, page);
  }
}
