package org.mingzhang.structure.lattice.pitch;

import java.util.List;

/**
 * The range of lines that a title occupies.
 *
 * @param top index of its first line
 * @param bottom index of its last line
 */
record LineRange(int top, int bottom) {
  static final LineRange NONE = new LineRange(-1, -1);

  /**
   * The range of lines from which more words have been taken than before; {@link #NONE} if there
   * are none.
   */
  static LineRange ofNewlyTakenWords(List<Integer> takenBefore, List<Integer> takenAfter) {
    LineRange found = NONE;
    for (int line = 0; line < takenAfter.size(); line++) {
      if (takenAfter.get(line) > takenBefore.get(line)) {
        found = new LineRange(found.top < 0 ? line : found.top, line);
      }
    }
    return found;
  }

  boolean overlaps(LineRange other) {
    return top <= other.bottom && other.top <= bottom;
  }
}
