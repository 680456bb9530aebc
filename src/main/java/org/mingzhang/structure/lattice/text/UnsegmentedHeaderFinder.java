package org.mingzhang.structure.lattice.text;

import java.util.ArrayList;
import java.util.List;
import org.mingzhang.structure.lattice.CellTextClass;
import org.mingzhang.structure.lattice.CellTextClassifier;
import org.mingzhang.structure.lattice.Column;
import org.mingzhang.structure.lattice.ColumnType;
import org.mingzhang.structure.lattice.TextTableLayout;
import org.mingzhang.structure.lattice.schema.AccountColumnFactory;
import org.mingzhang.structure.lattice.schema.AccountColumnSums;
import org.mingzhang.structure.lattice.schema.AccountTitleMapper;

/**
 * Finds the headers that may begin at a chunk of a copy in which nothing shows where rows end, such
 * as one cell per line. Each way to group the titles into header rows gives a candidate; the rows
 * below decide between them. Confined to one thread and one chunk.
 */
final class UnsegmentedHeaderFinder {
  private static final int MAX_COLUMNS = 12;

  /**
   * Maximum number of titles, not counting the titles of groups, if the number of columns is known.
   */
  private static final int MAX_ROW_CELLS = 24;

  /** Minimum number of columns of amounts of a table whose rows have no names. */
  private static final int MIN_AMOUNT_COLUMNS = 4;

  /** Maximum number of titles of column groups in a header. */
  private static final int MAX_GROUP_TITLES = 4;

  /**
   * Minimum number of numbered columns for the numbers to show how titles of two rows belong
   * together.
   */
  private static final int MIN_NUMBERED_COLUMNS = 3;

  /** Minimum number of titles of a header of two rows with one group of two columns. */
  private static final int MIN_STACKED_TITLES = 5;

  /** Maximum number of columns of codes and names before numbered columns of amounts. */
  private static final int MAX_KEY_COLUMNS = 2;

  private final ChunkSequence passage;
  private final int start;
  private final List<AccountHeader> headers = new ArrayList<>();

  UnsegmentedHeaderFinder(ChunkSequence passage, int start) {
    this.passage = passage;
    this.start = start;
  }

  List<AccountHeader> find() {
    for (int k = 2; k <= MAX_COLUMNS && start + k < passage.size(); k++) {
      List<String> titles = passage.words(start, start + k);
      List<List<String>> grouped = HeaderRowFlattener.splitGroups(titles);
      (grouped.isEmpty() ? List.of(titles) : grouped).forEach(t -> addHeader(titles.size(), t));
      HeaderRowFlattener.splitTwoSidedTitles(titles).ifPresent(t -> addHeader(titles.size(), t));
      addHeaderOfYears(titles);
    }
    addHeadersOfAccounts();
    addHeadersOfNumberedColumns();
    addHeadersOfStackedCells();
    addHeaderAbovePipeRows();
    addHeaderWithCodeAndNameBelow();
    int rows = passage.startOfRowsBetweenPipes(start);
    headers.removeIf(header -> rows > start && start + header.chunkCount() != rows);
    return headers;
  }

  /**
   * Adds the headers for titles of accounts that are directly followed by amounts, without the name
   * of a row. The cells were copied row by row; the titles may be in two groups, and some may have
   * titles of parts below them.
   */
  private void addHeadersOfAccounts() {
    int limit = Math.min(passage.size(), start + MAX_ROW_CELLS + MAX_GROUP_TITLES);
    int end = start;
    while (end < limit && !CellTextClassifier.isNumber(passage.unspacedText(end))) {
      end++;
    }
    int from = ColumnNumberRow.findEnd(passage, end);
    int amounts = from;
    while (amounts < passage.size() && CellTextClassifier.isNumber(passage.unspacedText(amounts))) {
      amounts++;
    }
    int columns = amounts - from;
    if (columns < MIN_AMOUNT_COLUMNS
        || end - start <= columns
        || end - start > columns + MAX_GROUP_TITLES) {
      return;
    }
    List<String> titles = passage.words(start, end);
    for (int second = 1; second < titles.size(); second++) {
      addHeader(titles, List.of(second), columns);
      for (int third = second + 1; third < titles.size(); third++) {
        addHeader(titles, List.of(second, third), columns);
      }
    }
  }

  /**
   * Adds the headers of several rows, copied row by row, whose columns are numbered below the
   * titles (栏次 1 2 3). There are as many columns of amounts as numbers, after one or more columns
   * of codes and names.
   */
  private void addHeadersOfNumberedColumns() {
    int limit = Math.min(passage.size(), start + MAX_ROW_CELLS + MAX_GROUP_TITLES);
    int end = start + 1;
    while (end < limit && ColumnNumberRow.countColumns(passage, end) == 0) {
      end++;
    }
    int numbered = end < limit ? ColumnNumberRow.countColumns(passage, end) : 0;
    if (numbered < MIN_NUMBERED_COLUMNS) {
      return;
    }
    List<String> titles = passage.words(start, end);
    for (int keys = 1; keys <= MAX_KEY_COLUMNS; keys++) {
      addHeaderTree(titles, numbered + keys, numbered);
    }
  }

  /**
   * Adds the headers of several rows that the titles before the first number may form: one for each
   * number of group titles. The titles must be known ones. The word for a total directly before the
   * numbers is the label of the first row.
   */
  private void addHeadersOfStackedCells() {
    if (passage.layout() == TextTableLayout.PIPE_SEPARATED) {
      return;
    }
    int end = start;
    int limit = Math.min(passage.size(), start + MAX_ROW_CELLS);
    while (end < limit && titleType(end) != ColumnType.ANY && !isNumber(end)) {
      if (ColumnNumberRow.countColumns(passage, end) > 0) {
        return;
      }
      end++;
    }
    boolean total = end > start && HeaderTreeFinder.isTotal(passage.unspacedText(end - 1));
    int last = total ? end - 1 : end;
    for (int to = start + MIN_STACKED_TITLES; to <= last; to++) {
      List<String> titles = passage.words(start, to);
      int groups = HeaderTreeFinder.areTitlesOfSeveralRows(titles) ? MAX_GROUP_TITLES : 0;
      for (int n = 1; n <= groups; n++) {
        addHeaderTree(titles, titles.size() - n, 0);
      }
    }
  }

  private boolean isNumber(int chunkIndex) {
    return CellTextClassifier.isNumber(passage.unspacedText(chunkIndex));
  }

  /**
   * Adds the header of several rows, copied row by row, above rows between bars, which show how
   * many columns there are.
   */
  private void addHeaderAbovePipeRows() {
    int end = passage.startOfRowsBetweenPipes(start);
    if (end > start + 1 && end <= start + MAX_ROW_CELLS) {
      addHeaderTree(passage.words(start, end), passage.maxCellsOfRows(end), 0);
    }
  }

  /**
   * Adds the header that titles form over a known number of columns.
   *
   * @param numberedColumnCount the number of columns with numbers; 0 if it is not known
   */
  private void addHeaderTree(List<String> titles, int columnCount, int numberedColumnCount) {
    if (AccountBodyFinder.isCaption(titles.getFirst())
        || titles.stream().anyMatch(LineText::isLabeledValue)) {
      return;
    }
    List<Column> known =
        HeaderTreeFinder.findColumns(
            titles,
            columnCount,
            found ->
                found.getLast().type() != ColumnType.CODE
                    && found.getLast().type() != ColumnType.ORDINAL
                    && found.stream().noneMatch(c -> c.type() == ColumnType.ANY)
                    && (numberedColumnCount == 0
                        || numberedColumnCount == countNumberedColumns(found)));
    if (!known.isEmpty()) {
      headers.add(new AccountHeader(titles.size(), known));
    }
  }

  /**
   * Adds the header of two rows that was copied row by row and whose second row has only the titles
   * of codes and names, below the first title (项目, 本年收入合计, …; 科目编码, 科目名称).
   */
  private void addHeaderWithCodeAndNameBelow() {
    int end = start + 1;
    while (end < passage.size() && titleType(end) == ColumnType.AMOUNT) {
      end++;
    }
    int amounts = end - start - 1;
    int keys = 0;
    while (keys < MAX_KEY_COLUMNS
        && end + keys < passage.size()
        && titleType(end + keys).identifiesRow()) {
      keys++;
    }
    if (amounts < 2 || keys == 0 || titleType(start) != ColumnType.ACCOUNT_NAME) {
      return;
    }
    List<String> merged =
        HeaderRowFlattener.mergeRows(
            List.of(passage.words(start, end), passage.words(end, end + keys)), amounts + keys);
    List<Column> columns = merged == null ? List.of() : AccountColumnFactory.create(merged);
    if (columns.stream().filter(c -> c.type() == ColumnType.AMOUNT).count() == amounts
        && columns.getLast().type() == ColumnType.AMOUNT) {
      headers.add(new AccountHeader(end + keys - start, columns));
    }
  }

  private static long countNumberedColumns(List<Column> columns) {
    return columns.stream().filter(c -> AccountTableFinder.mayHaveColumnNumber(c.type())).count();
  }

  private ColumnType titleType(int chunkIndex) {
    return AccountTitleMapper.findType(passage.unspacedText(chunkIndex));
  }

  /**
   * Adds the header for titles in several rows, if all of its columns are amounts.
   *
   * @param starts the indices of the titles at which the second and further rows begin
   */
  private void addHeader(List<String> titles, List<Integer> starts, int columnCount) {
    List<List<String>> rows = new ArrayList<>();
    int from = 0;
    for (int start : starts) {
      rows.add(titles.subList(from, start));
      from = start;
    }
    rows.add(titles.subList(from, titles.size()));
    List<String> merged = HeaderRowFlattener.mergeRows(rows, columnCount);
    List<Column> known = merged == null ? List.of() : AccountColumnFactory.create(merged);
    if (!known.isEmpty() && AccountColumnSums.areAllAmounts(known)) {
      headers.add(new AccountHeader(titles.size(), known));
    }
  }

  /**
   * Adds the header that consists of a row of years and a row of as many titles below them,
   * optionally after the title of the names. Rates that follow the amounts of the first row have
   * columns without titles. Adds nothing unless all rows are on one line.
   */
  private void addHeaderOfYears(List<String> titles) {
    boolean labeled = AccountTitleMapper.findType(titles.getFirst()) == ColumnType.ACCOUNT_NAME;
    List<String> stacked =
        HeaderRowFlattener.joinYearsToAmountTitles(titles.subList(labeled ? 1 : 0, titles.size()));
    if (passage.layout() != TextTableLayout.SINGLE_LINE
        || stacked.isEmpty()
        || (start > 0 && HeaderRowFlattener.isYear(passage.unspacedText(start - 1)))) {
      return;
    }
    List<Column> columns =
        new ArrayList<>(
            List.of(new Column(labeled ? titles.getFirst() : "", ColumnType.ACCOUNT_NAME)));
    stacked.forEach(title -> columns.add(new Column(title, ColumnType.AMOUNT)));
    int first = start + titles.size();
    for (int i = first + stacked.size(); i < Math.min(passage.size(), first + MAX_COLUMNS); i++) {
      if (!CellTextClassifier.isOfClass(passage.unspacedText(i), CellTextClass.PERCENT)) {
        break;
      }
      columns.add(new Column("", ColumnType.PERCENT));
    }
    headers.add(new AccountHeader(titles.size(), List.copyOf(columns)));
  }

  private void addHeader(int chunkCount, List<String> titles) {
    AccountHeader header = AccountHeader.create(chunkCount, titles);
    if (header != null && !FundingRowFinder.hasFundingTitles(passage, start, start + chunkCount)) {
      headers.add(header);
    }
  }
}
