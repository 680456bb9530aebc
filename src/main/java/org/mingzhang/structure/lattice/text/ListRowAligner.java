package org.mingzhang.structure.lattice.text;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.mingzhang.structure.lattice.CellTextClass;
import org.mingzhang.structure.lattice.CellTextClassifier;

/**
 * Assigns the texts of the rows of a list to its columns. Rows with one text for each column show
 * which columns have numbers; in a row with more texts, broken cells are joined between its
 * numbers. Confined to one thread and one list.
 */
final class ListRowAligner {
  private static final int MIN_EXACT_ROWS = 2;

  /** Number of characters at the beginning of a cell that are compared with other cells. */
  private static final int COMPARED_PREFIX_LENGTH = 2;

  private final int width;
  private final BitSet numeric = new BitSet();
  private final List<List<String>> exactRows;

  private ListRowAligner(int width, List<List<String>> exactRows) {
    this.width = width;
    this.exactRows = exactRows;
    IntStream.range(0, width)
        .filter(c -> exactRows.stream().allMatch(row -> mayBeInNumericColumn(row.get(c))))
        .filter(c -> exactRows.stream().anyMatch(row -> isValue(row.get(c))))
        .forEach(numeric::set);
  }

  /**
   * An instance for rows of a certain number of columns, or null if too few of them have one text
   * for each column, or no column has numbers.
   */
  static @Nullable ListRowAligner create(int width, List<List<String>> rows) {
    List<List<String>> exact = rows.stream().filter(row -> row.size() == width).toList();
    ListRowAligner aligner = new ListRowAligner(width, exact);
    return exact.size() < MIN_EXACT_ROWS || aligner.numeric.isEmpty() ? null : aligner;
  }

  /** Whether a text is a number or a rate. */
  static boolean isValue(String text) {
    return CellTextClassifier.isNumber(text)
        || CellTextClassifier.isOfClass(text, CellTextClass.PERCENT);
  }

  /** Whether a text is a number, a rate, or a sign that there is none. */
  static boolean mayBeInNumericColumn(String text) {
    return isValue(text) || CellTextClassifier.isOfClass(text, CellTextClass.NO_VALUE);
  }

  /** The cells of a row; null if its texts do not fit the columns. */
  @Nullable List<String> align(List<String> texts) {
    if (texts.size() == width) {
      return IntStream.range(0, width)
              .allMatch(c -> !numeric.get(c) || mayBeInNumericColumn(texts.get(c)))
          ? texts
          : null;
    }
    List<String> cells = new ArrayList<>();
    int at = 0;
    for (int from = 0; from < width; ) {
      int to = numeric.nextSetBit(from) < 0 ? width : numeric.nextSetBit(from);
      int end = at;
      while (end < texts.size() && (to == width || !mayBeInNumericColumn(texts.get(end)))) {
        end++;
      }
      List<String> words = joinBrokenCells(texts.subList(at, end), from, to);
      if (words == null || (to < width && end == texts.size())) {
        return null;
      }
      cells.addAll(words);
      if (to < width) {
        cells.add(texts.get(end));
      }
      at = end + 1;
      from = to + 1;
    }
    return at < texts.size() ? null : cells;
  }

  /**
   * The cells of the total below rows. Its numbers are placed by the sums of the columns, unless
   * there is one for each column; null if none of them is a sum, or one has no place.
   *
   * @param texts its label and its numbers
   * @param labelColumn the column of its label
   * @param rows the cells of the rows
   */
  @Nullable List<String> alignTotal(List<String> texts, int labelColumn, List<List<String>> rows) {
    int[] columns = numeric.stream().filter(c -> c > 0).toArray();
    List<String> cells = new ArrayList<>(Collections.nCopies(width, ""));
    cells.set(labelColumn, texts.getFirst());
    int sums = 0;
    int next = 1;
    for (int column : columns) {
      boolean sum = next < texts.size() && isSumOfColumn(texts.get(next), column, rows);
      sums += sum ? 1 : 0;
      if (sum || texts.size() == columns.length + 1) {
        cells.set(column, texts.get(next++));
      }
    }
    return sums > 0 && next == texts.size() ? cells : null;
  }

  private static boolean isSumOfColumn(String text, int column, List<List<String>> rows) {
    if (!CellTextClassifier.isNumber(text)) {
      return false;
    }
    BigDecimal sum =
        rows.stream()
            .map(row -> row.get(column))
            .filter(CellTextClassifier::isNumber)
            .map(ListRowAligner::toDecimal)
            .reduce(BigDecimal.ZERO, BigDecimal::add);
    return sum.compareTo(toDecimal(text)) == 0;
  }

  private static BigDecimal toDecimal(String number) {
    return new BigDecimal(number.replaceAll("[^\\d.-]", ""));
  }

  /**
   * The cells of consecutive columns of words; the first of the row, its number, is never broken,
   * and cells at the end of the row may be missing. Null if there are too few texts.
   */
  private @Nullable List<String> joinBrokenCells(List<String> texts, int from, int to) {
    int columns = to - from;
    if (texts.size() == columns) {
      return texts;
    }
    if (texts.size() < columns || columns == 0) {
      boolean missingAtEnd = to == width && texts.isEmpty();
      return missingAtEnd ? Collections.nCopies(columns, "") : null;
    }
    if (columns == 1) {
      return List.of(String.join("", texts));
    }
    List<String> best = null;
    int bestScore = Integer.MIN_VALUE;
    int longest = from == 0 ? 1 : texts.size() - columns + 1;
    for (int length = longest; length >= 1; length--) {
      List<String> rest = joinBrokenCells(texts.subList(length, texts.size()), from + 1, to);
      if (rest != null) {
        List<String> cells = new ArrayList<>();
        cells.add(String.join("", texts.subList(0, length)));
        cells.addAll(rest);
        int score = IntStream.range(0, columns).map(i -> similarity(cells.get(i), from + i)).sum();
        best = score > bestScore ? cells : best;
        bestScore = Math.max(score, bestScore);
      }
    }
    return best;
  }

  /** How well a cell fits the unbroken cells of a column, by its beginning and its end. */
  private int similarity(String cell, int column) {
    int score = cell.length() < COMPARED_PREFIX_LENGTH ? -1 : 0;
    String prefix = cell.substring(0, Math.min(COMPARED_PREFIX_LENGTH, cell.length()));
    String suffix = cell.substring(cell.length() - 1);
    List<String> others = exactRows.stream().map(row -> row.get(column)).toList();
    score += others.contains(cell) ? 1 : 0;
    score += others.stream().anyMatch(other -> other.startsWith(prefix)) ? 1 : 0;
    score += others.stream().anyMatch(other -> other.endsWith(suffix)) ? 1 : 0;
    return score;
  }
}
