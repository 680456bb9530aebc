package org.mingzhang.statement;

import java.util.List;
import java.util.Optional;

/**
 * A component of a statement that may be ambiguous: no candidate if the text does not give it, one
 * if it is certain, two to four if the text can be read in several ways. Conclusions are valid only
 * if they hold for every candidate.
 *
 * @param candidates the readings, the most likely first
 * @param <T> type of the component
 */
public record CandidateValues<T>(List<T> candidates) {
  /** Maximum number of readings that are kept; a component with more is treated as unknown. */
  public static final int MAX_CANDIDATES = 4;

  /** Copies the candidates; if there are too many, the component is unknown. */
  public CandidateValues {
    candidates = candidates.size() > MAX_CANDIDATES ? List.of() : List.copyOf(candidates);
  }

  /** Returns a value without candidates, for a component that the text does not give. */
  public static <T> CandidateValues<T> unknown() {
    return new CandidateValues<>(List.of());
  }

  /** Returns a value with a single candidate, for a component that the text decides. */
  public static <T> CandidateValues<T> of(T value) {
    return new CandidateValues<>(List.of(value));
  }

  /**
   * The value of the component if the text decides it, that is, if there is exactly one candidate.
   */
  public Optional<T> uniqueValue() {
    return candidates.size() == 1 ? Optional.of(candidates.getFirst()) : Optional.empty();
  }
}
