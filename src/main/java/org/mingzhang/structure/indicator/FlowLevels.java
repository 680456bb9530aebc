package org.mingzhang.structure.indicator;

import java.util.List;

/** Finds the names of levels at the start of a line, also when they are broken over lines. */
final class FlowLevels {
  private static final int MOST_PIECES = 4;

  private FlowLevels() {}

  /**
   * A name of a level.
   *
   * @param name the name
   * @param pieces number of pieces it takes
   */
  record Match(String name, int pieces) {
    boolean first() {
      return LevelWords.first(name);
    }

    boolean second() {
      return LevelWords.second(name) || LevelWords.either(name);
    }

    /** Whether it can be either level and a first level stands above. */
    boolean below(String above) {
      return LevelWords.either(name) && !above.isEmpty() && !LevelWords.either(above);
    }
  }

  /** The longest name that starts at a piece; empty where none does. */
  static Match at(List<FlowPiece> pieces, int from) {
    StringBuilder text = new StringBuilder();
    Match best = new Match("", 0);
    for (int n = 1; n <= MOST_PIECES && from + n <= pieces.size(); n++) {
      FlowPiece piece = pieces.get(from + n - 1);
      if (n > 1 && !piece.opensLine()) {
        break;
      }
      text.append(piece.text());
      String name = text.toString();
      boolean known = LevelWords.first(name) || LevelWords.second(name);
      if (known && (name.length() > 2 || n == 1)) {
        best = new Match(name, n);
      }
      if (!piece.closesLine()) {
        break;
      }
    }
    return best;
  }
}
