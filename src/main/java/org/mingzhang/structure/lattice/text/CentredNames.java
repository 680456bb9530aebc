package org.mingzhang.structure.lattice.text;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.mingzhang.structure.lattice.Chunk;
import org.mingzhang.structure.lattice.Separator;
import org.mingzhang.structure.lattice.Shapes;

/**
 * Puts names that are wrapped in the middle of their row back on its line. Programs that print a
 * page as lines of fixed pitch give such a row as many lines of the name above its codes and
 * amounts as below them, and none beside them:
 *
 * <pre>
 *                 机关事业单位基本养老保险
 * 208   05   05                              1,410,886.00
 *                 缴费支出
 * </pre>
 *
 * Confined to one thread and one table.
 */
final class CentredNames {
  private static final Pattern NAME = Pattern.compile(".*\\p{IsHan}.*");

  /** Codes stand before the name; amounts have a point, or digits in groups of three. */
  private static final Pattern CODE = Pattern.compile("\\d{1,7}");

  /**
   * The cells below a header.
   *
   * @param chunks pieces in reading order
   * @param ends for each of them the index in the passage behind what its row has taken
   */
  record Body(List<Chunk> chunks, List<Integer> ends) {}

  private final LineGroup passage;
  private final List<List<Integer>> lines;
  private final Body body = new Body(new ArrayList<>(), new ArrayList<>());

  private CentredNames(LineGroup passage, List<List<Integer>> lines) {
    this.passage = passage;
    this.lines = lines;
  }

  /** The chunks of a passage with these indices, names on the lines of their rows. */
  static Body joined(LineGroup passage, List<Integer> kept) {
    List<List<Integer>> lines = new ArrayList<>();
    int line = -1;
    for (int i : kept) {
      if (passage.chunk(i).line() != line) {
        line = passage.chunk(i).line();
        lines.add(new ArrayList<>());
      }
      lines.getLast().add(i);
    }
    return new CentredNames(passage, lines).read();
  }

  private Body read() {
    int at = 0;
    while (at < lines.size()) {
      int row = at;
      while (row < lines.size() && name(row)) {
        row++;
      }
      int above = row - at;
      int half = row < lines.size() && nameless(row) ? Math.min(above, namesBelow(row, above)) : 0;
      for (int i = at; i < row - half; i++) {
        keep(lines.get(i));
      }
      if (half > 0) {
        join(row, half);
      } else if (row < lines.size()) {
        keep(lines.get(row));
      }
      at = row + half + 1;
    }
    return body;
  }

  private boolean name(int line) {
    List<Integer> chunks = lines.get(line);
    return chunks.size() == 1 && NAME.matcher(passage.chunk(chunks.getFirst()).text()).matches();
  }

  private boolean nameless(int line) {
    List<Integer> chunks = lines.get(line);
    return chunks.size() > 1
        && chunks.stream().allMatch(i -> Shapes.number(passage.chunk(i).text()));
  }

  private int namesBelow(int line, int most) {
    int below = 0;
    while (below < most && line + below + 1 < lines.size() && name(line + below + 1)) {
      below++;
    }
    return below;
  }

  private void keep(List<Integer> line) {
    for (int i : line) {
      body.chunks().add(passage.chunk(i));
      body.ends().add(i + 1);
    }
  }

  private void join(int row, int half) {
    StringBuilder text = new StringBuilder();
    for (int line = row - half; line <= row + half; line++) {
      text.append(line == row ? "" : passage.chunk(lines.get(line).getFirst()).text());
    }
    List<Chunk> cells = new ArrayList<>(lines.get(row).stream().map(passage::chunk).toList());
    int place = 0;
    while (place < cells.size() && CODE.matcher(cells.get(place).text()).matches()) {
      place++;
    }
    int start = place == 0 ? 0 : cells.get(place - 1).end() + 1;
    cells.add(place, new Chunk(text.toString(), Separator.WIDE, 0, cells.getFirst().line(), start));
    int end = lines.get(row + half).getLast() + 1;
    for (int i = 0; i < cells.size(); i++) {
      Chunk cell = cells.get(i);
      Separator inside = cell.opensLine() ? Separator.WIDE : cell.separator();
      body.chunks().add(cell.behind(i == 0 ? Separator.LINE : inside));
      body.ends().add(end);
    }
  }
}
