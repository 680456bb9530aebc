package org.mingzhang.structure.lattice.text;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.mingzhang.structure.lattice.Chunk;
import org.mingzhang.structure.lattice.Layout;

/**
 * Lines of one layout as chunks.
 *
 * @param chunks the chunks in reading order
 * @param words the same as the readers of headers take them
 * @param layout how cells stand; for plain lines that of most of them
 */
record LineGroup(List<Chunk> chunks, List<String> words, Layout layout) {
  private static final Pattern BLANKS = Pattern.compile("[\\s\\u3000]+");

  static LineGroup of(List<Chunk> chunks, Layout layout) {
    List<String> words =
        chunks.stream().map(c -> BLANKS.matcher(c.text().strip()).replaceAll("")).toList();
    return new LineGroup(List.copyOf(chunks), words, layout);
  }

  int size() {
    return chunks.size();
  }

  Chunk chunk(int at) {
    return chunks.get(at);
  }

  /** The text of a chunk without blanks. */
  String tight(int at) {
    return words.get(at);
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

  /** The layouts that the chunks in a range may have. */
  List<Layout> layoutsOf(int from, int to) {
    Layout layout = layoutOf(from, to);
    boolean parted = IntStream.range(from, to).anyMatch(i -> !chunk(i).opensLine() && i > from);
    return LatticeTables.plain(layout) && parted ? List.of(layout, Layout.STREAM) : List.of(layout);
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
