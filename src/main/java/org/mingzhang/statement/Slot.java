package org.mingzhang.statement;

import java.util.List;
import java.util.Optional;

/**
 * A part of a statement that the text may leave open: no candidate means that it does not say, one
 * that it is decided, two to four that the text can be read in several ways. Nothing may be
 * concluded that does not hold for every candidate.
 *
 * @param candidates the readings, the most likely first
 * @param <T> what fills the slot
 */
public record Slot<T>(List<T> candidates) {
  /** Most readings that are kept; a slot with more is unknown. */
  public static final int MOST = 4;

  /** Copies the candidates; too many leave the slot unknown. */
  public Slot {
    candidates = candidates.size() > MOST ? List.of() : List.copyOf(candidates);
  }

  /** A slot that the text does not fill. */
  public static <T> Slot<T> unknown() {
    return new Slot<>(List.of());
  }

  /** A decided slot. */
  public static <T> Slot<T> of(T value) {
    return new Slot<>(List.of(value));
  }

  /** The value, if the text decides it. */
  public Optional<T> value() {
    return candidates.size() == 1 ? Optional.of(candidates.getFirst()) : Optional.empty();
  }

  /** Whether the text can be read in several ways. */
  public boolean undecided() {
    return candidates.size() > 1;
  }
}
