package org.mingzhang.structure.lattice.text;

import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.mingzhang.structure.lattice.Chunk;
import org.mingzhang.structure.lattice.Separator;
import org.mingzhang.structure.lattice.TextTableLayout;

/**
 * Consecutive lines of one layout, split into chunks of text.
 *
 * @param chunks the chunks in reading order
 * @param words the texts of the chunks without white space, for readers of headers
 * @param layout layout of the lines; for plain lines, the layout of most of them
 */
record ChunkSequence(List<Chunk> chunks, List<String> words, TextTableLayout layout) {
  private static final Pattern BLANKS = Pattern.compile("[\\s\\u3000]+");

  static ChunkSequence create(List<Chunk> chunks, TextTableLayout layout) {
    List<String> words =
        chunks.stream().map(c -> BLANKS.matcher(c.text().strip()).replaceAll("")).toList();
    return new ChunkSequence(List.copyOf(chunks), words, layout);
  }

  /**
   * This sequence with one blank cell less at the start of each row that begins with blank cells.
   */
  ChunkSequence withoutFirstBlankCells() {
    List<Chunk> moved =
        chunks.stream()
            .map(
                c ->
                    c.separator() == Separator.ROW_END && c.emptyCellsBefore() > 0
                        ? new Chunk(
                            c.text(), c.separator(), c.emptyCellsBefore() - 1, c.line(), c.start())
                        : c)
            .toList();
    return new ChunkSequence(moved, words, layout);
  }

  /** The chunks that are not on lines with these indexes. */
  ChunkSequence withoutLines(Set<Integer> lines) {
    return lines.isEmpty()
        ? this
        : create(chunks.stream().filter(c -> !lines.contains(c.line())).toList(), layout);
  }

  int size() {
    return chunks.size();
  }

  Chunk chunk(int at) {
    return chunks.get(at);
  }

  /** The text of a chunk without white space. */
  String unspacedText(int at) {
    return words.get(at);
  }

  /** Whether a row of a table may start with a chunk. */
  boolean mayStartRow(int at) {
    return at == 0
        || switch (chunk(at).separator()) {
          case LINE_BREAK, LONE_LINE, PIPE, ROW_END -> true;
          default -> layout == TextTableLayout.SINGLE_LINE || layout == TextTableLayout.UNSEPARATED;
        };
  }

  /** The text from a chunk to the end of its line, without white space. */
  String restOfLine(int at) {
    return textOf(at, endOfLine(at));
  }

  /** The texts of the chunks in a range, without white space. */
  List<String> words(int from, int to) {
    return words.subList(from, to);
  }

  /** The text of the chunks in a range, without white space. */
  String textOf(int from, int to) {
    return String.join("", words(from, to));
  }

  /** Index after the last chunk on the line of a chunk. */
  int endOfLine(int at) {
    int end = at + 1;
    while (end < size() && chunk(end).line() == chunk(at).line()) {
      end++;
    }
    return end;
  }

  /** Index after the last chunk in the row of a chunk, in a passage between pipes. */
  int endOfRowBetweenPipes(int at) {
    int end = at + 1;
    while (end < size() && chunk(end).separator() != Separator.ROW_END) {
      end++;
    }
    return end;
  }

  /**
   * The largest number of cells in the rows from a chunk on, up to the first pipe of unknown role.
   * Empty cells count, except those at the end of a row.
   */
  int maxCellsOfRows(int from) {
    int widest = 0;
    int cells = 0;
    for (int at = from; at < size() && chunk(at).separator() != Separator.PIPE; at++) {
      Chunk chunk = chunk(at);
      cells = (chunk.separator() == Separator.ROW_END ? 0 : cells) + chunk.emptyCellsBefore() + 1;
      widest = Math.max(widest, cells);
    }
    return widest;
  }

  /**
   * Index of the first chunk after titles between bars, which begin at an index and whose row ends
   * are unknown, if the rows below them have known ends; otherwise the given index.
   */
  int startOfRowsBetweenPipes(int from) {
    int at = from;
    while (at < size() && chunk(at).separator() == Separator.PIPE) {
      at++;
    }
    return at < size() && chunk(at).separator() == Separator.ROW_END ? at : from;
  }

  /**
   * The layouts that the chunks in a range may have: that of {@link #layoutOf}, and, if a plain
   * line has several chunks, also {@link TextTableLayout#STREAM}.
   */
  List<TextTableLayout> possibleLayoutsOf(int from, int to) {
    TextTableLayout layout = layoutOf(from, to);
    boolean parted = IntStream.range(from, to).anyMatch(i -> !chunk(i).opensLine() && i > from);
    return layout.hasRowOrCellPerLine() && parted
        ? List.of(layout, TextTableLayout.STREAM)
        : List.of(layout);
  }

  /**
   * The layout of the chunks in a range. For plain lines, this is one row per line if they contain
   * at least two chunks on average, otherwise one cell per line; other sequences have one layout.
   */
  TextTableLayout layoutOf(int from, int to) {
    if (layout != TextTableLayout.CELL_PER_LINE && layout != TextTableLayout.ROW_PER_LINE) {
      return layout;
    }
    long lines = IntStream.range(from, to).map(i -> chunk(i).line()).distinct().count();
    return to - from >= 2 * lines ? TextTableLayout.ROW_PER_LINE : TextTableLayout.CELL_PER_LINE;
  }
}
