package org.mingzhang.structure.lattice.text;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.mingzhang.structure.lattice.CopyLayout;

/**
 * The lines of a header that is printed again among the rows where a table continues on another
 * page.
 */
final class RepeatedHeader {
  /** Maximum length, in characters, of a title that may also be the name of a row. */
  private static final int MAX_SHORT_TITLE_LENGTH = 4;

  private final ChunkSequence passage;
  private final Set<String> lines = new HashSet<>();

  /** Takes the lines of a header, by which repetitions are recognized. */
  RepeatedHeader(ChunkSequence passage, int from, int to) {
    this.passage = passage;
    int at = from;
    while (passage.layout() == CopyLayout.ROWS && at < to) {
      int end = Math.min(to, passage.endOfLine(at));
      if (end > at + 1 || passage.unspacedText(at).length() > MAX_SHORT_TITLE_LENGTH) {
        lines.add(passage.restOfLine(at));
      }
      at = end;
    }
  }

  /** Indices of the chunks in a range, without repeated lines of the header. */
  List<Integer> indicesWithoutHeader(int from, int to) {
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
