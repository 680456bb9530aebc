package org.mingzhang.structure.lattice.text;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.mingzhang.structure.lattice.CellTextClassifier;
import org.mingzhang.structure.lattice.Column;
import org.mingzhang.structure.lattice.ColumnType;
import org.mingzhang.structure.lattice.TextTableLayout;
import org.mingzhang.structure.lattice.schema.AccountColumnFactory;
import org.mingzhang.structure.lattice.schema.AccountTitleMapper;
import org.mingzhang.text.PatternTable;

/**
 * Infers the columns of a table with mostly unknown titles from the cells below the titles: a
 * column of numbers with an unknown title is a column of amounts. Between bars, the column of every
 * cell is known; elsewhere only rows with a cell for each title are used. Performance forms also
 * have numbers below their titles; they must be left to {@link PerformanceFormFinder}.
 */
final class ColumnTypeInference {
  private static final PatternTable PATTERNS =
      PatternTable.readForPackageOf(ColumnTypeInference.class);
  private static final Pattern FORM_TITLE = PATTERNS.get("pipe-column-of-forms");

  /** Minimum number of columns of a table. */
  private static final int MIN_COLUMNS = 3;

  private static final int MIN_ROWS = 3;
  private static final int MIN_AMOUNTS = 2;

  private final List<String> titles;
  private final int[] numberCounts;
  private final int[] wordCounts;
  private int rowCount;

  private ColumnTypeInference(List<String> titles) {
    this.titles = titles;
    this.numberCounts = new int[titles.size()];
    this.wordCounts = new int[titles.size()];
  }

  /**
   * The columns below a row of titles; null if they are not those of a table of amounts.
   *
   * @param from index of the first title
   * @param end index after the last one
   */
  static @Nullable List<Column> inferColumns(ChunkSequence passage, int from, int end) {
    List<String> titles = new ArrayList<>();
    for (int i = from; i < end; i++) {
      if (passage.chunk(i).emptyCellsBefore() > 0) {
        return null;
      }
      titles.add(passage.unspacedText(i));
    }
    boolean form = titles.stream().anyMatch(title -> FORM_TITLE.matcher(title).find());
    if (form
        || titles.size() < MIN_COLUMNS
        || new HashSet<>(titles).size() < titles.size()
        || !titles.stream().allMatch(AccountColumnFactory::mayBeTitle)) {
      return null;
    }
    ColumnTypeInference reader = new ColumnTypeInference(titles);
    return reader.tryCountCells(passage, end) ? reader.createColumns() : null;
  }

  /**
   * Counts the rows, and the numbers and words below each title, up to the first row of one cell.
   * Returns false if a row has more cells than there are titles, or if there are too few rows.
   */
  private boolean tryCountCells(ChunkSequence passage, int from) {
    int at = from;
    while (at < passage.size()) {
      boolean betweenPipes = passage.layout() == TextTableLayout.PIPE_SEPARATED;
      int end = betweenPipes ? passage.endOfRowBetweenPipes(at) : passage.endOfLine(at);
      if (!betweenPipes && end > at + 1 && end - at < titles.size()) {
        at = end;
        continue;
      }
      if (end == at + 1) {
        break; // caption or remark below the table
      }
      int column = -1;
      for (int i = at; i < end; i++) {
        column += 1 + passage.chunk(i).emptyCellsBefore();
        if (column >= titles.size()) {
          return false;
        }
        boolean number = CellTextClassifier.isNumber(passage.unspacedText(i));
        numberCounts[column] += number ? 1 : 0;
        wordCounts[column] += number ? 0 : 1;
      }
      rowCount++;
      at = end;
    }
    return rowCount >= MIN_ROWS;
  }

  private @Nullable List<Column> createColumns() {
    List<Column> columns = new ArrayList<>();
    int amounts = 0;
    boolean labeled = false;
    for (int c = 0; c < titles.size(); c++) {
      ColumnType known = AccountTitleMapper.findType(titles.get(c));
      boolean numeric = numberCounts[c] > 0 && wordCounts[c] == 0;
      boolean name = !labeled && wordCounts[c] == rowCount;
      ColumnType type =
          known != ColumnType.ANY
              ? known
              : numeric ? ColumnType.AMOUNT : name ? ColumnType.ACCOUNT_NAME : ColumnType.TEXT;
      amounts += numeric && type == ColumnType.AMOUNT ? 1 : 0;
      labeled |= type.isName();
      columns.add(new Column(titles.get(c), type));
    }
    boolean first = columns.getFirst().type() == ColumnType.ORDINAL || wordCounts[0] == rowCount;
    boolean numbered = columns.getFirst().type() == ColumnType.ORDINAL;
    return first && labeled && amounts >= (numbered ? 1 : MIN_AMOUNTS) ? columns : null;
  }
}
