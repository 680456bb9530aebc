package org.mingzhang.structure.running;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.mingzhang.structure.grid.TableMatch;

/**
 * Reads a table of revenue on the left and expenditure on the right with line numbers (公开01, 04): a
 * label, its line number and an amount on each side. The line numbers of the right side follow
 * those of the left side; they show where labels end and amounts begin, and which side is which.
 * Confined to one thread and one table.
 */
final class NumberedTwoSidedReader {
  private static final int MAX_HEADER_LINES = 30;
  private static final int MIN_ROWS = 5;
  private static final String OF_WHICH = "其中";

  private final List<FlatTableLine> lines;
  private final int startLine;

  NumberedTwoSidedReader(List<FlatTableLine> lines, int startLine) {
    this.lines = lines;
    this.startLine = startLine;
  }

  /** The label and amount on one side of a two-sided row. */
  private record RowSide(String label, String amount) {}

  /**
   * Reads the table whose header starts at the start line; null if there is none or if its amounts
   * do not add up.
   */
  @Nullable TableMatch read() {
    FlatTableHeader above =
        FlatTableHeader.read(
            lines,
            startLine,
            MAX_HEADER_LINES,
            line -> lines.get(line).unspacedText().startsWith("一、"));
    if (above == null) {
      return null;
    }
    String title = above.unspacedText();
    boolean known = title.startsWith("收入支出") && title.contains("行次") && title.contains("项目");
    if (!known) {
      return null;
    }
    int end = above.end();
    List<String> words = new ArrayList<>();
    Set<String> header = headerTexts(above);
    while (end < lines.size()
        && !FlatTableFinder.NON_TABLE_LINE.matcher(lines.get(end).unspacedText()).matches()) {
      FlatTableLine line = lines.get(end++);
      words.addAll(header.contains(line.unspacedText()) ? List.of() : line.words());
    }
    List<List<String>> rows = pairSides(words);
    boolean closed = rows.size() >= MIN_ROWS && rows.getLast().getFirst().endsWith("总计");
    String amount = title.contains("预算数") ? "预算数" : title.contains("决算数") ? "决算数" : "金额";
    String spent = title.contains("小计") || title.contains("合计") ? "合计" : amount;
    List<String> titles =
        List.of("收入/项目", "收入/行次", "收入/" + amount, "支出/项目", "支出/行次", "支出/" + spent);
    return closed && addsUp(rows, 2) && addsUp(rows, 5)
        ? new TableMatch(startLine, end, Stream.concat(Stream.of(titles), rows.stream()).toList())
        : null;
  }

  /** The lines of the header, which are repeated if the table continues on the next page. */
  private static Set<String> headerTexts(FlatTableHeader header) {
    return header.lines().stream()
        .map(FlatTableLine::unspacedText)
        .filter(line -> line.length() > 1)
        .collect(Collectors.toSet());
  }

  /** The rows; empty if the line numbers are not consecutive. */
  private static List<List<String>> pairSides(List<String> words) {
    int right = firstExpenditureNumber(words);
    List<RowSide> halves = splitIntoSides(words, right);
    if (halves.size() % 2 != 0 || halves.size() / 2 >= right) {
      return List.of();
    }
    List<List<String>> rows = new ArrayList<>();
    for (int i = 0; i + 1 < halves.size(); i += 2) {
      RowSide income = halves.get(i);
      RowSide expenditure = halves.get(i + 1);
      int row = i / 2;
      rows.add(
          List.of(
              income.label(),
              String.valueOf(row + 1),
              income.amount(),
              expenditure.label(),
              String.valueOf(right + row),
              expenditure.amount()));
    }
    return rows;
  }

  /**
   * Splits the words into the two sides of all rows, in order; empty if a word belongs to no side.
   */
  private static List<RowSide> splitIntoSides(List<String> words, int firstRightNumber) {
    List<RowSide> halves = new ArrayList<>();
    StringBuilder label = new StringBuilder();
    int next = 0;
    for (String word : words) {
      String expected = String.valueOf(next % 2 == 0 ? next / 2 + 1 : firstRightNumber + next / 2);
      if (word.equals(expected)) {
        halves.add(new RowSide(label.toString(), ""));
        label.setLength(0);
        next++;
      } else if (!FlatTableLine.isNumber(word)) {
        label.append(word);
      } else if (!halves.isEmpty() && halves.getLast().amount().isEmpty() && label.isEmpty()) {
        halves.set(halves.size() - 1, new RowSide(halves.getLast().label(), word));
      } else if (halves.isEmpty() || !label.isEmpty()) {
        return List.of();
      }
    }
    return label.isEmpty() ? halves : List.of();
  }

  /**
   * The line number of the first row of expenditure: the number after the second label; 0 if there
   * is none. It may be larger than the number of rows, since empty lines of the form may be
   * omitted.
   */
  private static int firstExpenditureNumber(List<String> words) {
    List<String> second =
        words.stream()
            .dropWhile(word -> !FlatTableLine.isNumber(word))
            .dropWhile(FlatTableLine::isNumber)
            .dropWhile(word -> !FlatTableLine.isNumber(word))
            .toList();
    return !second.isEmpty() && second.getFirst().matches("\\d{1,3}")
        ? Integer.parseInt(second.getFirst())
        : 0;
  }

  /**
   * Whether the amounts above the subtotal of a side add up to it within 0.05 per row, not counting
   * parts of other amounts (其中), and the grand total is not smaller than the subtotal. False if
   * there is no subtotal.
   */
  private static boolean addsUp(List<List<String>> rows, int column) {
    double[] amounts =
        rows.stream()
            .map(row -> row.get(column))
            .mapToDouble(a -> a.isEmpty() ? 0 : FlatTableLine.parseValue(a).doubleValue())
            .toArray();
    int subtotal = -1;
    for (int i = 0; i < rows.size(); i++) {
      subtotal = rows.get(i).get(column - 2).matches("本年(?:收入|支出)合计") ? i : subtotal;
    }
    if (subtotal < 0) {
      return false;
    }
    double parts =
        IntStream.range(0, subtotal)
            .filter(i -> !rows.get(i).get(column - 2).startsWith(OF_WHICH))
            .mapToDouble(i -> amounts[i])
            .sum();
    return Math.abs(parts - amounts[subtotal]) < 0.05 * rows.size()
        && amounts[amounts.length - 1] > amounts[subtotal] - 0.05;
  }
}
