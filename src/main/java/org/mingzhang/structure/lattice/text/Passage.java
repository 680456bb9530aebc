package org.mingzhang.structure.lattice.text;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.mingzhang.structure.indicator.FlowHeader;
import org.mingzhang.structure.indicator.FlowLine;
import org.mingzhang.structure.lattice.Chunk;
import org.mingzhang.structure.lattice.Layout;

/**
 * Lines of one layout as chunks.
 *
 * @param chunks the chunks in reading order
 * @param words the same as the readers of headers take them
 * @param layout how cells stand; for plain lines that of most of them
 */
record Passage(List<Chunk> chunks, List<FlowLine> words, Layout layout) {
  private static final int MOST_HEADER_LINES = 16;

  static Passage of(List<Chunk> chunks, Layout layout) {
    return new Passage(
        List.copyOf(chunks), chunks.stream().map(c -> FlowLine.of(c.text(), 1)).toList(), layout);
  }

  int size() {
    return chunks.size();
  }

  Chunk chunk(int at) {
    return chunks.get(at);
  }

  /** The text of a chunk without blanks. */
  String tight(int at) {
    return words.get(at).tight();
  }

  /** Whether a row of a table may begin with a chunk. */
  boolean opens(int at) {
    return at == 0
        || switch (chunk(at).separator()) {
          case LINE, ALONE, BAR, ROW_END -> true;
          default -> layout == Layout.RUNNING || layout == Layout.GLUED;
        };
  }

  /** The chunks of a chunk's line from it on, without blanks. */
  String restOfLine(int at) {
    int end = endOfLine(at);
    return String.join("", IntStream.range(at, end).mapToObj(this::tight).toList());
  }

  /** Index behind the last chunk of a chunk's line. */
  int endOfLine(int at) {
    int end = at + 1;
    while (end < size() && chunk(end).line() == chunk(at).line()) {
      end++;
    }
    return end;
  }

  /** Whether a chunk stands in a header of a form whose titles are broken over lines. */
  boolean brokenHeader(int at) {
    for (int from = at;
        from >= 0 && chunk(at).line() - chunk(from).line() < MOST_HEADER_LINES;
        from--) {
      if (brokenLines(from) > chunk(at).line() - chunk(from).line()) {
        return true;
      }
    }
    return false;
  }

  /** Number of lines of such a header that starts at a chunk; 0 where none does. */
  private int brokenLines(int at) {
    if (layout != Layout.ROWS || !chunk(at).opensLine() || !tight(at).startsWith("一级")) {
      return 0;
    }
    List<FlowLine> lines = new ArrayList<>();
    for (int from = at; from < size() && lines.size() < MOST_HEADER_LINES; ) {
      int end = endOfLine(from);
      String line =
          String.join(" ", IntStream.range(from, end).mapToObj(i -> chunk(i).text()).toList());
      lines.add(FlowLine.of(line, 1));
      from = end;
    }
    return FlowHeader.brokenLines(lines, 0);
  }

  /** The layout of the chunks in a range: rows a line where lines hold several. */
  Layout layoutOf(int from, int to) {
    if (layout != Layout.STACKED && layout != Layout.ROWS) {
      return layout;
    }
    long lines = IntStream.range(from, to).map(i -> chunk(i).line()).distinct().count();
    return to - from >= 2 * lines ? Layout.ROWS : Layout.STACKED;
  }
}
