package org.mingzhang.structure.lattice.text;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.mingzhang.structure.lattice.CellTextClassifier;
import org.mingzhang.structure.lattice.Column;
import org.mingzhang.structure.lattice.ColumnType;
import org.mingzhang.structure.lattice.Separator;
import org.mingzhang.structure.lattice.TextTableLayout;
import org.mingzhang.structure.lattice.schema.AccountColumnFactory;
import org.mingzhang.structure.lattice.schema.AccountTitleMapper;

/**
 * Finds the headers of account tables that may begin at a chunk of copied text: one for each way in
 * which titles can be assigned to columns. The rows below decide which of them is the actual
 * header. Confined to one thread and one chunk.
 */
final class AccountHeaderFinder {

  private static final int MAX_HEADER_ROWS = 5;

  /** Maximum number of cells in a row, for rows whose ends are known from bars or line breaks. */
  private static final int MAX_ROW_CELLS = 24;

  private final ChunkSequence passage;
  private final int start;

  private AccountHeaderFinder(ChunkSequence passage, int start) {
    this.passage = passage;
    this.start = start;
  }

  /** Finds the headers that may begin at a chunk. */
  static List<AccountHeader> find(ChunkSequence passage, int start) {
    List<AccountHeader> headers = new AccountHeaderFinder(passage, start).findHeaders();
    AccountHeader prescribed =
        passage.layout().hasRowOrCellPerLine() ? PrescribedHeaderFinder.find(passage, start) : null;
    if (prescribed != null) {
      headers.add(prescribed);
    }
    return headers;
  }

  private List<AccountHeader> findHeaders() {
    List<AccountHeader> headers = new ArrayList<>();
    List<Integer> rowEnds = findHeaderRowEnds();
    if (rowEnds.isEmpty() && isLabelWithValue(findRowEnd(start))) {
      return headers;
    }
    if (rowEnds.isEmpty()) {
      addHeaderByCellsBelow(headers);
      headers.addAll(new UnsegmentedHeaderFinder(passage, start).find());
      return headers;
    }
    for (int n = 1; n <= rowEnds.size(); n++) {
      List<List<String>> rows = new ArrayList<>();
      int from = start;
      for (int end : rowEnds.subList(0, n)) {
        rows.add(passage.words(from, end));
        from = end;
      }
      addHeaderOfRowsBetweenPipes(headers, from, n);
      if (n == 2) {
        HeaderRowFlattener.splitTwoSidedTitles(passage.words(start, from))
            .ifPresent(t -> addHeader(headers, t.size() + 2, t));
      }
      for (int columns : possibleColumnCounts(rows, from)) {
        List<String> titles = HeaderRowFlattener.mergeRows(rows, columns);
        if (n == 1 && HeaderTreeFinder.areTitlesOfSeveralRows(rows.getFirst())) {
          addHeaderTree(headers, rows.getFirst(), columns);
        }
        if (titles != null) {
          addHeader(headers, from - start, titles);
        }
      }
    }
    return headers;
  }

  /** Adds the header of several rows whose titles are all in one row of the copy. */
  private static void addHeaderTree(
      List<AccountHeader> headers, List<String> titles, int columnCount) {
    List<Column> columns =
        HeaderTreeFinder.findColumns(
            titles,
            columnCount,
            found ->
                found.getLast().type() == ColumnType.AMOUNT
                    && found.stream().noneMatch(c -> c.type() == ColumnType.ANY));
    if (!columns.isEmpty()) {
      headers.add(new AccountHeader(titles.size(), columns));
    }
  }

  /**
   * The numbers of columns that a table may have: about as many as cells in its widest row, and,
   * since most rows may have lost empty cells, the number of titles less one group title for each
   * header row but the last.
   */
  private Set<Integer> possibleColumnCounts(List<List<String>> header, int below) {
    Set<Integer> widths = new TreeSet<>();
    int widest = maxRowWidth(ColumnNumberRow.findEnd(passage, below));
    IntStream.rangeClosed(Math.max(2, widest - 1), widest + 3).forEach(widths::add);
    int titles = header.stream().mapToInt(List::size).sum() - header.size() + 1;
    if (titles > 1 && titles <= MAX_ROW_CELLS) {
      widths.add(titles);
    }
    return widths;
  }

  /**
   * Adds the header of a table of rows whose columns are inferred from the cells below the titles.
   */
  private void addHeaderByCellsBelow(List<AccountHeader> headers) {
    int row = passage.startOfRowsBetweenPipes(start);
    int end = row > start ? row : findRowEnd(start);
    List<Column> columns = end < 0 ? null : ColumnTypeInference.inferColumns(passage, start, end);
    if (columns != null) {
      headers.add(new AccountHeader(end - start, columns));
    }
  }

  /**
   * Adds the header read from several rows with bars in which empty cells are visible; adds nothing
   * for other rows.
   */
  private void addHeaderOfRowsBetweenPipes(List<AccountHeader> headers, int end, int chunkCount) {
    List<List<String>> rows = new ArrayList<>();
    int width = 0;
    boolean blanks = false;
    for (int i = start; i < end; i++) {
      blanks |= passage.chunk(i).emptyCellsBefore() > 0;
      if (rows.isEmpty() || passage.chunk(i).separator() == Separator.ROW_END) {
        rows.add(new ArrayList<>());
      }
      List<String> row = rows.getLast();
      row.addAll(Collections.nCopies(passage.chunk(i).emptyCellsBefore(), ""));
      row.add(passage.unspacedText(i));
      width = Math.max(width, row.size());
    }
    if (passage.layout() == TextTableLayout.PIPE_SEPARATED && chunkCount > 1 && blanks) {
      for (List<String> row : rows) {
        row.addAll(Collections.nCopies(width - row.size(), ""));
      }
      addHeader(headers, end - start, HeaderRowFlattener.mergeRowsWithBlankCells(rows));
    }
  }

  private void addHeader(List<AccountHeader> headers, int chunkCount, List<String> titles) {
    AccountHeader header = AccountHeader.create(chunkCount, titles);
    if (header != null && !FundingRowFinder.hasFundingTitles(passage, start, start + chunkCount)) {
      headers.add(header);
    }
  }

  /**
   * Ends of the rows that may form the header; empty if the ends of rows cannot be determined or
   * the first row does not consist of titles.
   */
  private List<Integer> findHeaderRowEnds() {
    List<Integer> ends = new ArrayList<>();
    int from = start;
    while (from < passage.size() && ends.size() < MAX_HEADER_ROWS) {
      int end = findRowEnd(from);
      boolean one = end == from + 1 && ends.isEmpty();
      if (end < 0 || one) {
        return ends;
      }
      boolean numbers =
          passage.words(from, end).stream()
              .anyMatch(t -> CellTextClassifier.isNumber(t) && !AccountColumnFactory.isYear(t));
      if (numbers
          || FundingRowFinder.hasFundingTitles(passage, from, end)
          || !hasMostlyKnownTitles(from, end)) {
        return ends;
      }
      ends.add(end);
      from = end;
    }
    return ends;
  }

  /**
   * Whether at least half of a row's cells are known titles, the first is no caption, and none is a
   * value after its label.
   */
  private boolean hasMostlyKnownTitles(int from, int end) {
    List<String> titles = passage.words(from, end);
    long known =
        titles.stream()
            .filter(title -> AccountTitleMapper.findType(title) != ColumnType.ANY)
            .count();
    return 2 * known >= end - from
        && !isLabelWithValue(end)
        && !AccountBodyFinder.isCaption(titles.getFirst())
        && titles.stream().noneMatch(LineText::isLabeledValue);
  }

  /**
   * Whether the first row has two cells, the second of which is no known title, above a row of
   * another width: a label with its value.
   */
  private boolean isLabelWithValue(int end) {
    return end == start + 2
        && end < passage.size()
        && findRowEnd(end) != end + 2
        && AccountTitleMapper.findType(passage.unspacedText(start + 1)) == ColumnType.ANY;
  }

  /** Index after the row of a chunk; negative if the ends of rows cannot be determined. */
  private int findRowEnd(int from) {
    if (passage.layout() == TextTableLayout.ROW_PER_LINE) {
      return passage.endOfLine(from);
    }
    if (passage.layout() != TextTableLayout.PIPE_SEPARATED
        || passage.chunk(from).separator() == Separator.PIPE) {
      return -1;
    }
    return passage.endOfRowBetweenPipes(from);
  }

  /** The largest number of cells in the next rows, but at most {@link #MAX_ROW_CELLS}. */
  private int maxRowWidth(int from) {
    int widest = 0;
    int row = from;
    for (int n = 0; n < 40 && row < passage.size(); n++) {
      int end = findRowEnd(row);
      widest = Math.max(widest, end - row);
      row = end;
    }
    return Math.min(widest, MAX_ROW_CELLS);
  }
}
