package org.mingzhang.extract.page;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Merges pieces of drawn lines into whole lines, since borders are drawn cell by cell, as dashes,
 * or as double lines with small offsets.
 */
final class RulingMerger {
  /** Largest distance, in points, between the positions of pieces of one line. */
  private static final float MAX_LINE_OFFSET = 3f;

  /** Longest gap in a line, in points, between dashes or at a corner. */
  private static final float MAX_GAP_IN_LINE = 3.5f;

  /** Shortest line, in points, that can be a border. */
  private static final float MIN_BORDER_LENGTH = 5f;

  private RulingMerger() {}

  /**
   * The merged lines of one direction in the order of their positions; those shorter than 5 points
   * are dropped.
   *
   * @param horizontal the direction of the pieces to merge; pieces of the other direction are
   *     ignored
   */
  static List<Ruling> merge(List<Ruling> pieces, boolean horizontal) {
    List<Ruling> sorted =
        pieces.stream()
            .filter(r -> r.horizontal() == horizontal)
            .sorted(Comparator.comparingDouble(Ruling::position))
            .toList();
    List<Ruling> merged = new ArrayList<>();
    int start = 0;
    for (int i = 1; i <= sorted.size(); i++) {
      if (i == sorted.size()
          || sorted.get(i).position() - sorted.get(start).position() > MAX_LINE_OFFSET) {
        joinPieces(sorted.subList(start, i), horizontal, merged);
        start = i;
      }
    }
    return merged;
  }

  private static void joinPieces(List<Ruling> pieces, boolean horizontal, List<Ruling> merged) {
    double weight = pieces.stream().mapToDouble(Ruling::length).sum();
    double weighted = pieces.stream().mapToDouble(r -> r.position() * (double) r.length()).sum();
    float at = weight > 0 ? (float) (weighted / weight) : pieces.get(0).position();
    List<Ruling> byStart =
        pieces.stream().sorted(Comparator.comparingDouble(Ruling::start)).toList();
    float from = byStart.get(0).start();
    float to = byStart.get(0).end();
    for (Ruling piece : byStart) {
      if (piece.start() > to + MAX_GAP_IN_LINE) {
        addIfLong(new Ruling(horizontal, at, from, to), merged);
        from = piece.start();
        to = piece.end();
      }
      to = Math.max(to, piece.end());
    }
    addIfLong(new Ruling(horizontal, at, from, to), merged);
  }

  private static void addIfLong(Ruling ruling, List<Ruling> mergedRulings) {
    if (ruling.length() >= MIN_BORDER_LENGTH) {
      mergedRulings.add(ruling);
    }
  }
}
