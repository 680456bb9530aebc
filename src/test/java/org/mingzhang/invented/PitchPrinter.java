package org.mingzhang.invented;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.mingzhang.model.TableBlock.Cell;

/**
 * Prints a document as converters of PDF do in fixed pitch ({@code pdftotext -layout}): cells wrap
 * in columns of some width and stand in the middle or at the top of their rows; what stands close
 * together on a line becomes one run of words with single blanks; a run stands right of all that is
 * left of it on the page.
 */
final class PitchPrinter {
  private static final Pattern UNIT =
      Pattern.compile("[（(“]*(?:[\\d.,%]+|[A-Za-z]+|[^\\d])[，。、；：）)”%]*");

  /** Words closer than that are one run. */
  private static final double CLOSE = 1.5;

  private static final double PADDING = 0.4;

  private final Random random;
  private final boolean centered;
  private final boolean topAligned;
  private final double merge;

  /** A piece of a line on the page, in widths of a Chinese character. */
  private record Piece(String text, double x, double y) {
    double end() {
      return x + width(text);
    }
  }

  /** Pieces of one line that stand close together, with the place of the first character. */
  private record Run(List<Piece> pieces, int line, int start) {
    double x() {
      return pieces.getFirst().x();
    }

    double end() {
      return pieces.getLast().end();
    }

    String text() {
      return String.join(" ", pieces.stream().map(Piece::text).toList());
    }

    Run at(int place) {
      return new Run(pieces, line, place);
    }
  }

  PitchPrinter(long seed) {
    this.random = new Random(seed);
    this.centered = random.nextInt(3) > 0;
    this.topAligned = random.nextInt(4) == 0;
    this.merge = random.nextBoolean() ? 0.3 : 0.6;
  }

  String print(Draft draft) {
    StringBuilder out = new StringBuilder(draft.title()).append('\n');
    for (Object part : draft.parts()) {
      if (part instanceof Sheet sheet) {
        for (List<String> above : sheet.above()) {
          String line = String.join("      ", above).strip();
          out.append(" ".repeat(20)).append(line).append('\n');
        }
        out.append(table(sheet));
        sheet.below().forEach(below -> out.append(below + "\n"));
      } else {
        out.append(part + "\n");
      }
      out.append('\n');
    }
    return out.toString();
  }

  private static double width(String text) {
    return text.chars().mapToDouble(c -> c < 0x2000 ? 0.5 : 1).sum();
  }

  private double[] widths(Sheet sheet) {
    double[] widths = new double[sheet.grid().columns()];
    double page = random.nextBoolean() ? 44 : 60;
    for (Cell cell : sheet.grid().cells()) {
      if (cell.columnSpan() == 1) {
        int most = cell.rowSpan() > 1 ? 5 : 9;
        double own = Math.min(most, width(cell.text())) + 2 * PADDING;
        widths[cell.column()] = Math.max(widths[cell.column()], Math.max(2.5, own));
      }
    }
    double sum = 0;
    for (double width : widths) {
      sum += width;
    }
    for (int c = 0; c < widths.length; c++) {
      widths[c] = Math.max(2.9, widths[c] * Math.min(1.5, Math.max(0.6, page / sum)));
    }
    return widths;
  }

  private static List<String> wrapped(String text, double width) {
    List<String> lines = new ArrayList<>();
    StringBuilder line = new StringBuilder();
    Matcher unit = UNIT.matcher(text);
    while (unit.find()) {
      if (!line.isEmpty() && width(line + unit.group()) > width) {
        lines.add(line.toString());
        line.setLength(0);
      }
      line.append(unit.group());
    }
    if (!line.isEmpty()) {
      lines.add(line.toString());
    }
    return lines;
  }

  private String table(Sheet sheet) {
    double[] widths = widths(sheet);
    double[] left = new double[widths.length + 1];
    for (int c = 0; c < widths.length; c++) {
      left[c + 1] = left[c] + widths[c];
    }
    int rows = sheet.grid().rows();
    double[] height = new double[rows];
    for (int span = 1; span <= rows; span++) {
      for (Cell cell : sheet.grid().cells()) {
        if (cell.rowSpan() == span) {
          double need = lines(cell, left).size() + 2 * PADDING;
          for (int r = cell.row(); r < cell.row() + span; r++) {
            need -= r + 1 < cell.row() + span ? height[r] : 0;
          }
          int last = cell.row() + span - 1;
          height[last] = Math.max(height[last], need);
        }
      }
    }
    double[] top = new double[rows + 1];
    for (int r = 0; r < rows; r++) {
      top[r + 1] = top[r] + height[r];
    }
    List<Piece> pieces = new ArrayList<>();
    for (Cell cell : sheet.grid().cells()) {
      List<String> lines = lines(cell, left);
      double from = left[cell.column()];
      double to = left[cell.column() + cell.columnSpan()];
      double above = top[cell.row()];
      double below = top[cell.row() + cell.rowSpan()];
      double y = topAligned ? above + PADDING : (above + below - lines.size()) / 2;
      for (String line : lines) {
        double x = centered ? (from + to - width(line)) / 2 : from + PADDING;
        pieces.add(new Piece(line, x, y));
        y++;
      }
    }
    return drawn(pieces);
  }

  private static List<String> lines(Cell cell, double[] left) {
    double width = left[cell.column() + cell.columnSpan()] - left[cell.column()] - 2 * PADDING;
    return wrapped(cell.text(), width);
  }

  /** The pieces of a page as lines of characters. */
  private String drawn(List<Piece> pieces) {
    List<Run> runs = new ArrayList<>();
    int count = 0;
    for (List<Piece> line : lines(pieces)) {
      List<Piece> run = new ArrayList<>();
      for (Piece piece : line) {
        if (!run.isEmpty() && piece.x() - run.getLast().end() >= CLOSE) {
          runs.add(new Run(List.copyOf(run), count, 0));
          run.clear();
        }
        run.add(piece);
      }
      runs.add(new Run(List.copyOf(run), count, 0));
      count++;
    }
    runs.sort(Comparator.comparingDouble(Run::x));
    List<Run> placed = new ArrayList<>();
    for (Run run : runs) {
      int start = 0;
      for (Run other : placed) {
        start = Math.max(start, place(run, other));
      }
      placed.add(run.at(start));
    }
    StringBuilder[] lines = new StringBuilder[count];
    for (int i = 0; i < count; i++) {
      lines[i] = new StringBuilder();
    }
    for (Run run : placed) {
      StringBuilder line = lines[run.line()];
      line.append(" ".repeat(Math.max(0, run.start() - line.length()))).append(run.text());
    }
    return String.join("\n", lines) + "\n";
  }

  /** The place that a run has at the least for another left of it. */
  private static int place(Run run, Run other) {
    if (other.end() <= run.x()) {
      int gap = 1 + (int) ((run.x() - other.end()) / CLOSE);
      return other.start() + other.text().length() + gap;
    }
    double at = other.x();
    String text = other.text();
    int before = 0;
    while (before < text.length() && at < run.x()) {
      at += width(text.substring(before, before + 1));
      before++;
    }
    return other.start() + before;
  }

  /** The pieces line by line; those that are close and side by side share one. */
  private List<List<Piece>> lines(List<Piece> pieces) {
    List<Piece> left = new ArrayList<>(pieces);
    left.sort(Comparator.comparingDouble(Piece::y).thenComparingDouble(Piece::x));
    List<List<Piece>> lines = new ArrayList<>();
    while (!left.isEmpty()) {
      List<Piece> line = new ArrayList<>();
      double y = left.getFirst().y();
      for (Piece piece : List.copyOf(left)) {
        boolean beside = line.stream().allMatch(p -> piece.x() >= p.end() || piece.end() <= p.x());
        boolean near = piece.y() - y < merge;
        if (near && beside) {
          line.add(piece);
          left.remove(piece);
        } else if (near) {
          y = Math.min(y, piece.y() - merge / 2);
        }
      }
      line.sort(Comparator.comparingDouble(Piece::x));
      lines.add(line);
    }
    return lines;
  }
}
