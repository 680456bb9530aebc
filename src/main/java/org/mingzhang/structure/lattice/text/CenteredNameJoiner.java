package org.mingzhang.structure.lattice.text;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.mingzhang.structure.lattice.CellTextClassifier;
import org.mingzhang.structure.lattice.Chunk;
import org.mingzhang.structure.lattice.Separator;

/**
 * Joins names that wrap around the line of their row, as converters print vertically centered
 * cells. The name of such a row has as many lines above its codes and amounts as below them, and
 * none on the same line:
 *
 * <pre>
 *                 机关事业单位基本养老保险
 * 208   05   05                              1,410,886.00
 *                 缴费支出
 * </pre>
 *
 * Confined to one thread and one table.
 */
final class CenteredNameJoiner {
  private static final Pattern NAME = Pattern.compile(".*\\p{IsHan}.*");

  /**
   * A code, which precedes the name; amounts have a decimal point or groups of three digits
   * instead.
   */
  private static final Pattern CODE = Pattern.compile("\\d{1,7}");

  /**
   * The chunks of the cells below a header, with joined names.
   *
   * @param chunks chunks in reading order
   * @param rowEnds for each chunk, the index in the passage after the last chunk of its row
   */
  record BodyChunks(List<Chunk> chunks, List<Integer> rowEnds) {}

  private final ChunkSequence passage;
  private final List<List<Integer>> chunkIndexesByLine;

  /** The separator between a joined name and the cells beside it. */
  private final Separator separator;

  private final BodyChunks body = new BodyChunks(new ArrayList<>(), new ArrayList<>());

  private CenteredNameJoiner(ChunkSequence passage, List<List<Integer>> chunkIndexesByLine) {
    this.passage = passage;
    this.chunkIndexesByLine = chunkIndexesByLine;
    boolean wide =
        chunkIndexesByLine.stream()
            .flatMap(List::stream)
            .anyMatch(i -> passage.chunk(i).separator() == Separator.WIDE_BLANK);
    this.separator = wide ? Separator.WIDE_BLANK : Separator.BLANK;
  }

  /**
   * Returns the chunks with the given indices, with wrapped names moved to the line of their row.
   */
  static BodyChunks join(ChunkSequence passage, List<Integer> chunkIndexes) {
    List<List<Integer>> lines = new ArrayList<>();
    int line = -1;
    for (int i : chunkIndexes) {
      if (passage.chunk(i).line() != line) {
        line = passage.chunk(i).line();
        lines.add(new ArrayList<>());
      }
      lines.getLast().add(i);
    }
    return new CenteredNameJoiner(passage, lines).joinNames();
  }

  private BodyChunks joinNames() {
    int at = 0;
    while (at < chunkIndexesByLine.size()) {
      int row = at;
      while (row < chunkIndexesByLine.size() && isNameLine(row)) {
        row++;
      }
      int above = row - at;
      int half =
          row < chunkIndexesByLine.size() && hasOnlyNumbers(row)
              ? Math.min(above, countNamesBelow(row, above))
              : 0;
      for (int i = at; i < row - half; i++) {
        copyUnchanged(chunkIndexesByLine.get(i));
      }
      if (half > 0) {
        joinName(row, half);
      } else if (row < chunkIndexesByLine.size()) {
        copyUnchanged(chunkIndexesByLine.get(row));
      }
      at = row + half + 1;
    }
    return body;
  }

  private boolean isNameLine(int line) {
    List<Integer> chunks = chunkIndexesByLine.get(line);
    return chunks.size() == 1 && NAME.matcher(passage.chunk(chunks.getFirst()).text()).matches();
  }

  private boolean hasOnlyNumbers(int line) {
    List<Integer> chunks = chunkIndexesByLine.get(line);
    return chunks.size() > 1
        && chunks.stream().allMatch(i -> CellTextClassifier.isNumber(passage.chunk(i).text()));
  }

  private int countNamesBelow(int line, int limit) {
    int below = 0;
    while (below < limit
        && line + below + 1 < chunkIndexesByLine.size()
        && isNameLine(line + below + 1)) {
      below++;
    }
    return below;
  }

  /** Copies the chunks of a line to the body as they are. */
  private void copyUnchanged(List<Integer> line) {
    for (int i : line) {
      body.chunks().add(passage.chunk(i));
      body.rowEnds().add(i + 1);
    }
  }

  private void joinName(int row, int lineCountAbove) {
    StringBuilder text = new StringBuilder();
    for (int line = row - lineCountAbove; line <= row + lineCountAbove; line++) {
      text.append(line == row ? "" : passage.chunk(chunkIndexesByLine.get(line).getFirst()).text());
    }
    List<Chunk> cells =
        new ArrayList<>(chunkIndexesByLine.get(row).stream().map(passage::chunk).toList());
    int place = 0;
    while (place < cells.size() && CODE.matcher(cells.get(place).text()).matches()) {
      place++;
    }
    int start = place == 0 ? 0 : cells.get(place - 1).end() + 1;
    cells.add(place, new Chunk(text.toString(), separator, 0, cells.getFirst().line(), start));
    int end = chunkIndexesByLine.get(row + lineCountAbove).getLast() + 1;
    for (int i = 0; i < cells.size(); i++) {
      Chunk cell = cells.get(i);
      Separator inside = cell.opensLine() ? separator : cell.separator();
      body.chunks().add(cell.withSeparator(i == 0 ? Separator.LINE_BREAK : inside));
      body.rowEnds().add(end);
    }
  }
}
