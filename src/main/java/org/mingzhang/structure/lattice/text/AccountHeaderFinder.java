package org.mingzhang.structure.lattice.text;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.mingzhang.structure.lattice.CellTextClass;
import org.mingzhang.structure.lattice.CellTextClassifier;
import org.mingzhang.structure.lattice.Column;
import org.mingzhang.structure.lattice.ColumnType;
import org.mingzhang.structure.lattice.Separator;
import org.mingzhang.structure.lattice.TextTableLayout;
import org.mingzhang.structure.lattice.schema.AccountColumnFactory;
import org.mingzhang.structure.lattice.schema.AccountColumnSums;
import org.mingzhang.structure.lattice.schema.AccountTitleMapper;
import org.mingzhang.text.PatternTable;

/**
 * Finds the headers of account tables that may begin at a chunk of copied text: one for each way in
 * which titles can be assigned to columns. The rows below decide which of them is the actual
 * header. Confined to one thread and one chunk.
 */
final class AccountHeaderFinder {
  private static final int MAX_COLUMNS = 12;

  private static final int MAX_HEADER_ROWS = 5;

  /** Maximum number of cells in a row, for rows whose ends are known from bars or line breaks. */
  private static final int MAX_ROW_CELLS = 24;

  /** Minimum number of amounts in a row without a name. */
  private static final int MIN_ACCOUNTS = 4;

  /** Maximum number of titles of a header above those of its columns. */
  private static final int MAX_GROUP_TITLES = 4;

  /**
   * Minimum number of numbered columns for the numbers to show how titles of two rows belong
   * together.
   */
  private static final int MIN_NUMBERED = 3;

  /** Maximum number of columns of codes and names before numbered columns of amounts. */
  private static final int MAX_KEYS = 2;

  private static final PatternTable PATTERNS =
      PatternTable.readForPackageOf(AccountHeaderFinder.class);

  private static final Pattern LABELED = PATTERNS.get("labeled");

  private final ChunkSequence passage;
  private final int at;

  private AccountHeaderFinder(ChunkSequence passage, int at) {
    this.passage = passage;
    this.at = at;
  }

  /** Finds the headers that may begin at a chunk. */
  static List<AccountHeader> find(ChunkSequence passage, int at) {
    return new AccountHeaderFinder(passage, at).findHeaders();
  }

  private List<AccountHeader> findHeaders() {
    List<AccountHeader> headers = new ArrayList<>();
    List<Integer> rowEnds = findHeaderRowEnds();
    if (rowEnds.isEmpty()) {
      addHeaderByCellsBelow(headers);
      for (int k = 2; k <= MAX_COLUMNS && at + k < passage.size(); k++) {
        List<String> titles = titles(at, at + k);
        List<List<String>> grouped = HeaderRowFlattener.splitGroups(titles);
        (grouped.isEmpty() ? List.of(titles) : grouped)
            .forEach(t -> add(headers, titles.size(), t));
        HeaderRowFlattener.splitSides(titles).ifPresent(t -> add(headers, titles.size(), t));
        addHeaderOfYears(headers, titles);
      }
      addHeadersOfAccounts(headers);
      addHeadersOfNumberedColumns(headers);
      addHeaderWithKeysBelow(headers);
      return headers;
    }
    for (int n = 1; n <= rowEnds.size(); n++) {
      List<List<String>> rows = new ArrayList<>();
      int from = at;
      for (int end : rowEnds.subList(0, n)) {
        rows.add(titles(from, end));
        from = end;
      }
      addHeaderOfRowsBetweenPipes(headers, from, n);
      if (n == 2) {
        HeaderRowFlattener.splitSides(titles(at, from))
            .ifPresent(t -> add(headers, t.size() + 2, t));
      }
      int widest = maxRowWidth(ColumnNumberRow.endOf(passage, from));
      for (int columns = Math.max(2, widest - 1); columns <= widest + 3; columns++) {
        List<String> titles = HeaderRowFlattener.mergeRows(rows, columns);
        if (titles != null) {
          add(headers, from - at, titles);
        }
      }
    }
    return headers;
  }

  /**
   * Adds the header of a table of rows whose columns are inferred from the cells below the titles.
   */
  private void addHeaderByCellsBelow(List<AccountHeader> headers) {
    int end = findRowEnd(at);
    List<Column> columns = end < 0 ? null : ColumnTypeInference.read(passage, at, end);
    if (columns != null) {
      headers.add(new AccountHeader(end - at, columns));
    }
  }

  /**
   * Adds the headers for titles of accounts that are directly followed by amounts, without the name
   * of a row. The cells were copied row by row; the titles may be in two groups, and some may have
   * titles of parts below them.
   */
  private void addHeadersOfAccounts(List<AccountHeader> headers) {
    int limit = Math.min(passage.size(), at + MAX_ROW_CELLS + MAX_GROUP_TITLES);
    int end = at;
    while (end < limit && !CellTextClassifier.isNumber(passage.unspacedText(end))) {
      end++;
    }
    int from = ColumnNumberRow.endOf(passage, end);
    int amounts = from;
    while (amounts < passage.size() && CellTextClassifier.isNumber(passage.unspacedText(amounts))) {
      amounts++;
    }
    int columns = amounts - from;
    if (columns < MIN_ACCOUNTS || end - at <= columns || end - at > columns + MAX_GROUP_TITLES) {
      return;
    }
    List<String> titles = titles(at, end);
    for (int second = 1; second < titles.size(); second++) {
      add(headers, titles, List.of(second), columns);
      for (int third = second + 1; third < titles.size(); third++) {
        add(headers, titles, List.of(second, third), columns);
      }
    }
  }

  /**
   * Adds the headers of two rows, copied row by row, whose columns are numbered below the titles
   * (栏次 1 2 3). There are as many columns of amounts as numbers, after one or two columns of codes
   * and names.
   */
  private void addHeadersOfNumberedColumns(List<AccountHeader> headers) {
    int limit = Math.min(passage.size(), at + MAX_ROW_CELLS + MAX_GROUP_TITLES);
    int end = at + 1;
    while (end < limit && ColumnNumberRow.countColumns(passage, end) == 0) {
      end++;
    }
    int numbered = end < limit ? ColumnNumberRow.countColumns(passage, end) : 0;
    if (numbered < MIN_NUMBERED) {
      return;
    }
    List<String> titles = titles(at, end);
    if (AccountBodyFinder.isCaption(titles.getFirst())
        || titles.stream().anyMatch(t -> AccountTitleMapper.findType(t) == ColumnType.ANY)) {
      return;
    }
    for (int second = 1; second < titles.size(); second++) {
      ColumnType type = AccountTitleMapper.findType(titles.get(second));
      boolean begins =
          (type.isKey() && !AccountTitleMapper.findType(titles.get(second - 1)).isKey())
              || CellTextClassifier.classify(titles.get(second)).contains(CellTextClass.TOTAL);
      for (int keys = 1; begins && keys <= MAX_KEYS; keys++) {
        List<String> merged =
            HeaderRowFlattener.mergeRows(
                List.of(titles.subList(0, second), titles.subList(second, titles.size())),
                numbered + keys);
        List<Column> known = merged == null ? List.of() : AccountColumnFactory.create(merged);
        long amounts = known.stream().filter(c -> c.type() == ColumnType.AMOUNT).count();
        List<String> leaves =
            known.stream().map(c -> AccountColumnFactory.lastTitle(c.title())).toList();
        if (amounts == numbered
            && known.getLast().type() == ColumnType.AMOUNT
            && leaves.containsAll(titles.subList(second, titles.size()))) {
          headers.add(new AccountHeader(titles.size(), known));
        }
      }
    }
  }

  /**
   * Adds the header of two rows, their cells copied row by row, whose second row has only the
   * titles of codes and names, which stand below the first title (项目, 本年收入合计, …; 科目编码, 科目名称).
   */
  private void addHeaderWithKeysBelow(List<AccountHeader> headers) {
    int end = at + 1;
    while (end < passage.size() && typeOf(end) == ColumnType.AMOUNT) {
      end++;
    }
    int amounts = end - at - 1;
    int keys = 0;
    while (keys < MAX_KEYS && end + keys < passage.size() && typeOf(end + keys).isKey()) {
      keys++;
    }
    if (amounts < 2 || keys == 0 || typeOf(at) != ColumnType.LABEL) {
      return;
    }
    List<String> merged =
        HeaderRowFlattener.mergeRows(
            List.of(titles(at, end), titles(end, end + keys)), amounts + keys);
    List<Column> columns = merged == null ? List.of() : AccountColumnFactory.create(merged);
    if (columns.stream().filter(c -> c.type() == ColumnType.AMOUNT).count() == amounts
        && columns.getLast().type() == ColumnType.AMOUNT) {
      headers.add(new AccountHeader(end + keys - at, columns));
    }
  }

  private ColumnType typeOf(int chunk) {
    return AccountTitleMapper.findType(passage.unspacedText(chunk));
  }

  /**
   * Adds the header for titles in several rows, given the indices of the titles at which rows
   * begin.
   */
  private void add(
      List<AccountHeader> headers, List<String> titles, List<Integer> starts, int columns) {
    List<List<String>> rows = new ArrayList<>();
    int from = 0;
    for (int start : starts) {
      rows.add(titles.subList(from, start));
      from = start;
    }
    rows.add(titles.subList(from, titles.size()));
    List<String> merged = HeaderRowFlattener.mergeRows(rows, columns);
    List<Column> known = merged == null ? List.of() : AccountColumnFactory.create(merged);
    if (!known.isEmpty() && AccountColumnSums.isUnlabeled(known)) {
      headers.add(new AccountHeader(titles.size(), known));
    }
  }

  /** Adds the header read from rows with bars, in which empty cells of the header are visible. */
  private void addHeaderOfRowsBetweenPipes(List<AccountHeader> headers, int end, int count) {
    List<List<String>> rows = new ArrayList<>();
    int width = 0;
    boolean blanks = false;
    for (int i = at; i < end; i++) {
      blanks |= passage.chunk(i).empties() > 0;
      if (rows.isEmpty() || passage.chunk(i).separator() == Separator.ROW_END) {
        rows.add(new ArrayList<>());
      }
      List<String> row = rows.getLast();
      row.addAll(Collections.nCopies(passage.chunk(i).empties(), ""));
      row.add(passage.unspacedText(i));
      width = Math.max(width, row.size());
    }
    if (passage.layout() == TextTableLayout.PIPE_SEPARATED && count > 1 && blanks) {
      for (List<String> row : rows) {
        row.addAll(Collections.nCopies(width - row.size(), ""));
      }
      add(headers, end - at, HeaderRowFlattener.mergePrintedRows(rows));
    }
  }

  /**
   * Adds the header that consists of a row of years and a row of as many titles below them,
   * optionally after the title of the names. There is a column for each number of a row.
   */
  private void addHeaderOfYears(List<AccountHeader> headers, List<String> titles) {
    boolean labeled = AccountTitleMapper.findType(titles.getFirst()) == ColumnType.LABEL;
    List<String> stacked =
        HeaderRowFlattener.stackYears(titles.subList(labeled ? 1 : 0, titles.size()));
    if (passage.layout() != TextTableLayout.RUNNING
        || stacked.isEmpty()
        || (at > 0 && HeaderRowFlattener.isYear(passage.unspacedText(at - 1)))) {
      return;
    }
    List<Column> columns =
        new ArrayList<>(List.of(new Column(labeled ? titles.getFirst() : "", ColumnType.LABEL)));
    stacked.forEach(title -> columns.add(new Column(title, ColumnType.AMOUNT)));
    int first = at + titles.size();
    for (int i = first + stacked.size(); i < Math.min(passage.size(), first + MAX_COLUMNS); i++) {
      if (!CellTextClassifier.classify(passage.unspacedText(i)).contains(CellTextClass.PERCENT)) {
        break;
      }
      columns.add(new Column("", ColumnType.PERCENT));
    }
    headers.add(new AccountHeader(titles.size(), List.copyOf(columns)));
  }

  private void add(List<AccountHeader> headers, int chunks, List<String> titles) {
    AccountHeader header = AccountHeader.create(chunks, titles);
    if (header != null && !FundingRowFinder.hasTitles(passage, at, at + chunks)) {
      headers.add(header);
    }
  }

  private List<String> titles(int from, int to) {
    return IntStream.range(from, to).mapToObj(passage::unspacedText).toList();
  }

  /** Ends of the rows that may form the header; empty if the ends of rows cannot be determined. */
  private List<Integer> findHeaderRowEnds() {
    List<Integer> ends = new ArrayList<>();
    int from = at;
    while (from < passage.size() && ends.size() < MAX_HEADER_ROWS) {
      int end = findRowEnd(from);
      boolean one = end == from + 1 && ends.isEmpty();
      if (end < 0 || one) {
        return ends;
      }
      boolean numbers =
          titles(from, end).stream()
              .anyMatch(t -> CellTextClassifier.isNumber(t) && !AccountColumnFactory.isYear(t));
      if (numbers
          || FundingRowFinder.hasTitles(passage, from, end)
          || !hasMostlyKnownTitles(from, end)) {
        return ends;
      }
      ends.add(end);
      from = end;
    }
    return ends;
  }

  /** Whether at least half of a row's cells are known titles. */
  private boolean hasMostlyKnownTitles(int from, int end) {
    List<String> titles = titles(from, end);
    long known =
        titles.stream()
            .filter(title -> AccountTitleMapper.findType(title) != ColumnType.ANY)
            .count();
    return 2 * known >= end - from
        && !AccountBodyFinder.isCaption(titles.getFirst())
        && titles.stream().noneMatch(title -> LABELED.matcher(title).matches());
  }

  /** Index after the row of a chunk; negative if the ends of rows cannot be determined. */
  private int findRowEnd(int from) {
    if (passage.layout() == TextTableLayout.ROWS) {
      return passage.endOfLine(from);
    }
    if (passage.layout() != TextTableLayout.PIPE_SEPARATED
        || passage.chunk(from).separator() == Separator.PIPE) {
      return -1;
    }
    return passage.endOfRowBetweenPipes(from);
  }

  /** Maximum number of cells of a row below the header. */
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
