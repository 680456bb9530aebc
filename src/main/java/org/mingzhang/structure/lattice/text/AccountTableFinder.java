package org.mingzhang.structure.lattice.text;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.mingzhang.structure.grid.TableMatch;
import org.mingzhang.structure.lattice.CellLattice;
import org.mingzhang.structure.lattice.CellTextClass;
import org.mingzhang.structure.lattice.CellTextClassifier;
import org.mingzhang.structure.lattice.Chunk;
import org.mingzhang.structure.lattice.Column;
import org.mingzhang.structure.lattice.ColumnType;
import org.mingzhang.structure.lattice.CopyLayout;
import org.mingzhang.structure.lattice.LatticePath;
import org.mingzhang.structure.lattice.Separator;
import org.mingzhang.structure.lattice.schema.AccountColumnFactory;
import org.mingzhang.structure.lattice.schema.AccountRowValidator;
import org.mingzhang.structure.lattice.schema.AccountTitleMapper;
import org.mingzhang.structure.lattice.schema.ArithmeticPlacement;
import org.mingzhang.structure.lattice.schema.DroppedCellRecovery;
import org.mingzhang.text.PatternTable;

/**
 * Finds tables of accounts, projects and agencies. If several headers may start at a chunk, the one
 * with the cheapest reading of the cells below it is taken.
 */
final class AccountTableFinder {
  private static final int MAX_COLUMNS = 12;
  private static final int MAX_HEADER_ROWS = 5;

  /** Maximum number of cells in a row whose end is known from bars or line breaks. */
  private static final int MAX_ROW_CELLS = 24;

  /** Maximum number of chunks from the beginning of a performance form to its funding rows. */
  private static final int MAX_FORM_HEAD_CHUNKS = 16;

  private static final PatternTable PATTERNS = PatternTable.beside(AccountTableFinder.class);
  private static final Pattern LABELED = PATTERNS.get("labeled");

  private final ChunkSequence passage;
  private final int at;

  private AccountTableFinder(ChunkSequence passage, int at) {
    this.passage = passage;
    this.at = at;
  }

  /** Finds the table whose header starts at a chunk; null if there is none. */
  static @Nullable TableMatch find(ChunkSequence passage, int at) {
    boolean barred = passage.layout() == CopyLayout.BARRED;
    if (!passage.mayStartRow(at)
        || FundingRowFinder.isTitle(passage.unspacedText(at))
        || (!barred && !AccountBodyFinder.hasCaptionAbove(passage, at))) {
      return null;
    }
    int near = Math.min(passage.size(), at + MAX_FORM_HEAD_CHUNKS);
    return FundingRowFinder.hasTitles(passage, at, near)
        ? null
        : new AccountTableFinder(passage, at).find();
  }

  private @Nullable TableMatch find() {
    TableMatch best = null;
    double minimum = Double.POSITIVE_INFINITY;
    for (AccountHeader header : findHeaders()) {
      int below = at + header.chunks();
      int from = ColumnNumberRow.endOf(passage, below);
      RepeatedHeader repeated = new RepeatedHeader(passage, at, below);
      int end = AccountBodyFinder.end(passage, from, repeated);
      if (from >= end) {
        continue;
      }
      if (from > below && EmptyAccountTableDetector.startsAt(passage, from)) {
        return new TableMatch(
            at, from + 1, EmptyAccountTableDetector.createRows(header, passage.unspacedText(from)));
      }
      List<Integer> kept = PageNoise.remove(passage, repeated.indicesWithoutHeader(from, end));
      if (kept.isEmpty()) {
        continue;
      }
      CenteredNameJoiner.BodyChunks body = CenteredNameJoiner.join(passage, kept);
      CopyLayout layout = passage.layoutOf(kept.getFirst(), kept.getLast() + 1);
      LatticePath path = read(header, body.chunks(), layout);
      double total = path.total() + header.cost();
      if (total < minimum
          && !path.isEmpty()
          && path.hasCellCostWithin("dearest_cell")
          && AccountRowValidator.arePlausible(header.columns(), path.rows())) {
        List<List<String>> cells = placeAmounts(header, path, body.chunks(), layout);
        if (cells == null) {
          continue;
        }
        minimum = total;
        List<List<String>> rows = new ArrayList<>();
        rows.add(header.columns().stream().map(Column::title).toList());
        int filled = countRowsWithCells(path, cells);
        int read = filled < cells.size() ? path.starts().get(filled) : path.chunks();
        List<List<String>> numbered =
            LineNumberColumnRepair.repair(header.columns(), cells.subList(0, filled));
        rows.addAll(WrappedNameJoiner.join(header.columns(), numbered));
        best = new TableMatch(at, body.ends().get(read - 1), rows);
      }
    }
    return best;
  }

  /**
   * Number of rows up to the last one with a number, where each cell is a line and nothing shows
   * empty ones: the cells of several names below it are lost, not empty.
   */
  private static int countRowsWithCells(LatticePath path, List<List<String>> rows) {
    int kept = rows.size();
    while (kept > 0 && rows.get(kept - 1).stream().noneMatch(CellTextClassifier::isNumber)) {
      kept--;
    }
    boolean lost = path.layout() == CopyLayout.STACKED && rows.size() - kept > 1;
    return lost && kept > 0 ? kept : rows.size();
  }

  /** The rows with amounts in their columns; null if the column sums contradict every placement. */
  private static @Nullable List<List<String>> placeAmounts(
      AccountHeader header, LatticePath path, List<Chunk> body, CopyLayout layout) {
    boolean places = body.stream().anyMatch(chunk -> chunk.separator() == Separator.WIDE);
    boolean printed = places || layout == CopyLayout.BARRED;
    List<List<String>> rows =
        new DroppedCellRecovery(header.columns()).recoverCells(path.rows(), printed);
    return rows == null ? null : new ArithmeticPlacement(header.columns()).place(rows);
  }

  private static LatticePath read(AccountHeader header, List<Chunk> body, CopyLayout layout) {
    LatticePath path = new CellLattice(body, header.columns(), layout).decode();
    if (layout == CopyLayout.STACKED && body.stream().anyMatch(chunk -> !chunk.opensLine())) {
      LatticePath rows = new CellLattice(body, header.columns(), CopyLayout.ROWS).decode();
      return rows.total() < path.total() ? rows : path;
    }
    if (layout != CopyLayout.ROWS || path.isEmpty()) {
      return path;
    }
    List<Column> placed = new ColumnPositionEstimator(header.columns(), body).estimate(path);
    return placed.equals(header.columns()) ? path : new CellLattice(body, placed, layout).decode();
  }

  private List<AccountHeader> findHeaders() {
    List<AccountHeader> headers = new ArrayList<>();
    List<Integer> rowEnds = findHeaderRowEnds();
    if (rowEnds.isEmpty()) {
      addHeaderByCellsBelow(headers);
      for (int k = 2; k <= MAX_COLUMNS && at + k < passage.size(); k++) {
        List<String> titles = titles(at, at + k);
        add(headers, k, titles);
        HeaderRowFlattener.splitSides(titles).ifPresent(t -> add(headers, titles.size(), t));
        addHeaderOfYears(headers, titles);
      }
      return headers;
    }
    for (int n = 1; n <= rowEnds.size(); n++) {
      List<List<String>> rows = new ArrayList<>();
      int from = at;
      for (int end : rowEnds.subList(0, n)) {
        rows.add(titles(from, end));
        from = end;
      }
      addHeaderOfBarredRows(headers, from, n);
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

  /** Adds the header of a table between bars whose columns are told by their cells. */
  private void addHeaderByCellsBelow(List<AccountHeader> headers) {
    int end = findRowEnd(at);
    List<Column> columns = end < 0 ? null : BarredColumnReader.read(passage, at, end);
    if (columns != null) {
      headers.add(new AccountHeader(end - at, columns));
    }
  }

  /** Adds the header read from rows with bars, in which empty title cells are visible. */
  private void addHeaderOfBarredRows(List<AccountHeader> headers, int end, int count) {
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
    if (passage.layout() == CopyLayout.BARRED && count > 1 && blanks) {
      for (List<String> row : rows) {
        row.addAll(Collections.nCopies(width - row.size(), ""));
      }
      add(headers, end - at, HeaderRowFlattener.mergePrintedRows(rows));
    }
  }

  /**
   * Adds the header of titles below as many years, perhaps behind that of the names, with a column
   * for each number of a row.
   */
  private void addHeaderOfYears(List<AccountHeader> headers, List<String> titles) {
    boolean labeled = AccountTitleMapper.findType(titles.getFirst()) == ColumnType.LABEL;
    List<String> stacked =
        HeaderRowFlattener.stackYears(titles.subList(labeled ? 1 : 0, titles.size()));
    if (passage.layout() != CopyLayout.RUNNING
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
    if (passage.layout() == CopyLayout.ROWS) {
      return passage.endOfLine(from);
    }
    if (passage.layout() != CopyLayout.BARRED || passage.chunk(from).separator() == Separator.BAR) {
      return -1;
    }
    return passage.endOfBarredRow(from);
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
