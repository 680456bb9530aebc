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

  /** Minimum number of titles that are no row even if each of them may be the name of one. */
  private static final int MIN_TITLES = 3;

  private final ChunkSequence passage;
  private final Set<String> lines = new HashSet<>();
  private final List<String> titles;

  /** Takes the lines of a header, by which repetitions are recognized. */
  RepeatedHeader(ChunkSequence passage, int from, int to) {
    this.passage = passage;
    this.titles = passage.words().subList(from, to);
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
      if (repeatsTitles(at, to)) {
        at += titles.size();
        continue;
      }
      int end = lines.isEmpty() ? to : Math.min(to, passage.endOfLine(at));
      end = lines.isEmpty() ? nextTitles(at, to) : end;
      if (lines.isEmpty() || !lines.contains(passage.restOfLine(at))) {
        IntStream.range(at, end).forEach(kept::add);
      }
      at = end;
    }
    return kept;
  }

  /** Number of titles of the header. */
  int titleCount() {
    return titles.size();
  }

  /** Index of the next chunk at which all titles are repeated; the end if there is none. */
  private int nextTitles(int from, int to) {
    int at = from + 1;
    while (at < to && !repeatsTitles(at, to)) {
      at++;
    }
    return Math.min(at, to);
  }

  /** Whether all titles of the header are repeated from a chunk on, in their order. */
  boolean repeatsTitles(int at, int to) {
    return titles.size() >= MIN_TITLES
        && passage.mayStartRow(at)
        && at + titles.size() <= to
        && passage.words().subList(at, at + titles.size()).equals(titles);
  }
}
