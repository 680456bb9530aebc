package org.mingzhang.statement;

import java.util.List;
import java.util.Optional;

/**
 * A component of a statement that the text may leave open: no candidate if the text does not give
 * it, one if it is decided, two to four if the text can be read in several ways. Conclude only what
 * holds for every candidate.
 *
 * @param candidates the readings, the most likely first
 * @param <T> type of the component
 */
public record Slot<T>(List<T> candidates) {
  /** Maximum number of readings that are kept; a slot with more becomes unknown. */
  public static final int MAX_CANDIDATES = 4;

  /** Copies the candidates; with too many, the slot is unknown. */
  public Slot {
    candidates = candidates.size() > MAX_CANDIDATES ? List.of() : List.copyOf(candidates);
  }

  /** A slot without any reading. */
  public static <T> Slot<T> unknown() {
    return new Slot<>(List.of());
  }

  /** A slot with one reading. */
  public static <T> Slot<T> of(T value) {
    return new Slot<>(List.of(value));
  }

  /** The value, if the text decides it. */
  public Optional<T> value() {
    return candidates.size() == 1 ? Optional.of(candidates.getFirst()) : Optional.empty();
  }
}
