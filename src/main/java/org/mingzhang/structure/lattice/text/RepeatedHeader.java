package org.mingzhang.structure.lattice.text;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.mingzhang.structure.lattice.Layout;

/** The lines of a header, which tables that go on over pages print again among their rows. */
final class RepeatedHeader {
  /** A title so short may be the name of a row as well. */
  private static final int SHORT = 4;

  private final LineGroup passage;
  private final Set<String> lines = new HashSet<>();

  /** The header that takes the chunks of a range, with the unit and caption just above it. */
  RepeatedHeader(LineGroup passage, int from, int to) {
    this.passage = passage;
    int at = from;
    while (passage.layout() == Layout.ROWS && at < to) {
      int end = Math.min(to, passage.endOfLine(at));
      if (end > at + 1 || passage.tight(at).length() > SHORT) {
        lines.add(passage.restOfLine(at));
      }
      at = end;
    }
  }

  /** Indices of the chunks of a range without those lines. */
  List<Integer> without(int from, int to) {
    List<Integer> kept = new ArrayList<>();
    int at = from;
    while (at < to) {
      int end = lines.isEmpty() ? to : Math.min(to, passage.endOfLine(at));
      if (lines.isEmpty() || !lines.contains(passage.restOfLine(at))) {
        IntStream.range(at, end).forEach(kept::add);
      }
      at = end;
    }
    return kept;
  }
}
