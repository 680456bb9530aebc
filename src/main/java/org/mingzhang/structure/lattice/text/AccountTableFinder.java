package org.mingzhang.structure.lattice.text;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.mingzhang.structure.grid.TableMatch;
import org.mingzhang.structure.indicator.CellPerLineHeader;
import org.mingzhang.structure.lattice.CellLattice;
import org.mingzhang.structure.lattice.CellTextClass;
import org.mingzhang.structure.lattice.CellTextClassifier;
import org.mingzhang.structure.lattice.Chunk;
import org.mingzhang.structure.lattice.Column;
import org.mingzhang.structure.lattice.ColumnType;
import org.mingzhang.structure.lattice.LatticePath;
import org.mingzhang.structure.lattice.Separator;
import org.mingzhang.structure.lattice.TextTableLayout;
import org.mingzhang.structure.lattice.schema.AccountColumnSums;
import org.mingzhang.structure.lattice.schema.AccountRowValidator;
import org.mingzhang.structure.lattice.schema.AccountTitleMapper;
import org.mingzhang.structure.lattice.schema.ArithmeticAmountPlacer;
import org.mingzhang.structure.lattice.schema.DroppedCellRecovery;
import org.mingzhang.structure.lattice.schema.DroppedCellRecovery.EmptyCellStyle;
import org.mingzhang.structure.lattice.schema.DroppedCellRecovery.PlacedTable;
import org.mingzhang.structure.lattice.schema.MergedRowSplitter;
import org.mingzhang.text.PatternTable;

/**
 * Finds tables of accounts, projects and agencies. If several headers may start at a chunk, the one
 * whose cells below it have the cheapest reading is used.
 */
final class AccountTableFinder {
  /** Maximum number of chunks from the beginning of a performance form to its funding rows. */
  private static final int MAX_FORM_HEAD_CHUNKS = 16;

  /** Minimum number of numbers below a title for its column to be one of amounts. */
  private static final int MIN_NUMBERS = 2;

  /** Minimum number of numbered columns; fewer numbers may be line numbers or amounts. */
  private static final int MIN_NUMBERED_COLUMNS = 3;

  private static final PatternTable PATTERNS =
      PatternTable.readForPackageOf(AccountTableFinder.class);
  private static final Pattern BLOCK_LABEL = PATTERNS.get("block-label");
  private static final Pattern UNIT_IN_BRACKETS = Pattern.compile("[（(]万?元[）)]$");

  private final ChunkSequence passage;
  private final int start;
  private @Nullable AccountHeader bestHeader;

  private AccountTableFinder(ChunkSequence passage, int start) {
    this.passage = passage;
    this.start = start;
  }

  /**
   * Finds the table whose header starts at a chunk; null if there is none. Outside of pipes, a
   * table must have a caption or a unit note above it, or a unit in its first title.
   */
  static @Nullable TableMatch find(ChunkSequence passage, int start) {
    boolean beside = !passage.mayStartRow(start);
    return beside && !isBesideLabel(passage, start)
        ? null
        : findAt(beside ? passage.withoutFirstBlankCells() : passage, start);
  }

  private static @Nullable TableMatch findAt(ChunkSequence passage, int start) {
    boolean betweenPipes = passage.layout() == TextTableLayout.PIPE_SEPARATED;
    if ((FundingRowFinder.isAmountOrRateTitle(passage.unspacedText(start))
            && !startsColumnGroups(passage, start))
        || (!betweenPipes
            && !AccountBodyFinder.hasCaptionAbove(passage, start)
            && !isLabelWithUnit(passage.unspacedText(start)))) {
      return null;
    }
    int near = Math.min(passage.size(), start + MAX_FORM_HEAD_CHUNKS);
    TableMatch found =
        FundingRowFinder.hasFundingTitles(passage, start, near)
                || FundingRowFinder.hasFundingTotal(passage, start, near)
            ? null
            : new AccountTableFinder(passage, start).findUnlessHeaderBeginsLater();
    boolean form =
        found != null
            && IntStream.range(start, near)
                .anyMatch(
                    i ->
                        CellPerLineHeader.readAt(passage.words(), i) != null
                            || FundingRowFinder.startBelowSourcesAt(passage, i));
    return form ? null : found;
  }

  /** Whether the chunk before is the first of its row and the label of a block of rows: 年度主要任务. */
  private static boolean isBesideLabel(ChunkSequence passage, int at) {
    return passage.mayStartRow(at - 1)
        && BLOCK_LABEL.matcher(passage.unspacedText(at - 1)).matches();
  }

  /** Whether a title of names ends with the unit of the amounts beside them: 年度预算安排（万元）. */
  private static boolean isLabelWithUnit(String title) {
    return UNIT_IN_BRACKETS.matcher(title).find() && AccountTitleMapper.findType(title).isName();
  }

  /**
   * Whether a title is that of a column group: the next title is a title of amounts as well, and
   * the one after the next is a total, with which the titles below the groups begin.
   */
  private static boolean startsColumnGroups(ChunkSequence passage, int at) {
    return at + 2 < passage.size()
        && AccountTitleMapper.findType(passage.unspacedText(at + 1)) == ColumnType.AMOUNT
        && CellTextClassifier.isOfClass(passage.unspacedText(at + 2), CellTextClass.TOTAL);
  }

  /**
   * The table; null if there is none, or if its header has unknown titles and a header of known
   * titles alone, with rows that can be read, begins inside it. The unknown titles are then labels
   * and values above the table (单位名称 and the name of an agency). Only cells between bars whose rows
   * are not known are mistaken for titles in this way.
   */
  private @Nullable TableMatch findUnlessHeaderBeginsLater() {
    TableMatch found = find();
    AccountHeader header = bestHeader;
    if (found == null
        || header == null
        || header.unknownTitleCost() == 0
        || passage.chunk(start).separator() != Separator.PIPE) {
      return found;
    }
    for (int at = start + 1; at + 1 < start + header.chunkCount(); at++) {
      AccountTableFinder later = new AccountTableFinder(passage, at);
      if (later.find() != null
          && later.bestHeader != null
          && later.bestHeader.unknownTitleCost() == 0
          && at + later.bestHeader.chunkCount() + countUnknownAtEnd(header.columns())
              >= start + header.chunkCount()) {
        return null;
      }
    }
    return found;
  }

  /**
   * Number of columns after the last one with a known title; they may be cells of the first row.
   */
  private static int countUnknownAtEnd(List<Column> columns) {
    int known = columns.size();
    while (known > 0 && columns.get(known - 1).type() == ColumnType.ANY) {
      known--;
    }
    return columns.size() - known;
  }

  private @Nullable TableMatch find() {
    TableMatch best = null;
    double minimum = Double.POSITIVE_INFINITY;
    List<AccountHeader> headers = AccountHeaderFinder.find(passage, start);
    for (AccountHeader header : headers) {
      int below = start + header.chunkCount();
      int from = ColumnNumberRow.findEnd(passage, below);
      RepeatedHeader repeated = new RepeatedHeader(passage, start, below);
      int end = AccountBodyFinder.findEndOfRows(passage, from, repeated);
      if (from >= end
          || ColumnNumberRow.beginsSoonAfter(passage, from)
          || contradictsColumnNumbering(header, ColumnNumberRow.countColumns(passage, below))
          || (ColumnNumberRow.hasSumFormulas(passage, below) && !header.mayHaveSums())) {
        continue;
      }
      if (from > below && EmptyAccountTableDetector.startsAt(passage, from)) {
        return new TableMatch(
            start,
            from + 1,
            EmptyAccountTableDetector.createRows(header, passage.unspacedText(from)));
      }
      List<Integer> kept = repeated.indicesWithoutHeader(from, end);
      if (kept.isEmpty()) {
        continue;
      }
      CenteredNameJoiner.BodyChunks body = CenteredNameJoiner.join(passage, kept);
      TextTableLayout layout = passage.layoutOf(kept.getFirst(), kept.getLast() + 1);
      if (layout == TextTableLayout.SINGLE_LINE
          && !AccountRowValidator.areRunsOfAmountsWithinRows(
              header.columns(), body.chunks().stream().map(Chunk::text).toList())) {
        continue;
      }
      LatticePath path = decodeCheapestLayout(header, body.chunks(), layout);
      double total = path.totalCost() + header.unknownTitleCost();
      EmptyCellStyle emptyCells = detectEmptyCellStyle(body.chunks(), layout);
      List<List<String>> split =
          OpenPeriodJoiner.join(
              emptyCells == EmptyCellStyle.DROPPED
                  ? new MergedRowSplitter(header.columns()).split(path.rows())
                  : path.rows());
      if (total < minimum
          && !path.isEmpty()
          && path.isMeanCellCostWithin("dearest_cell")
          && !beginsRowsWithinLines(path, body.chunks())
          && !omitsLastColumnTitle(header, headers, split)
          && isPlausible(header.columns(), split)) {
        PlacedTable placed = placeAmounts(header.columns(), split, emptyCells);
        if (placed == null) {
          continue;
        }
        minimum = total;
        bestHeader = header;
        List<List<String>> cells = placed.rows();
        List<Column> columns = placed.columns();
        List<List<String>> rows = new ArrayList<>();
        rows.add(columns.stream().map(Column::title).toList());
        int lost = countRowsWithoutAmountsAtEnd(path);
        int read = lost > 0 ? path.rowStarts().get(path.rows().size() - lost) : path.chunkCount();
        rows.addAll(WrappedNameJoiner.join(columns, cells.subList(0, cells.size() - lost)));
        best = new TableMatch(start, body.rowEnds().get(read - 1), rows);
      }
    }
    return best;
  }

  /** Whether the row that numbers the columns has a different number of columns than a header. */
  private static boolean contradictsColumnNumbering(AccountHeader header, int numberedColumnCount) {
    long numeric = header.columns().stream().filter(c -> mayHaveColumnNumber(c.type())).count();
    return numberedColumnCount >= MIN_NUMBERED_COLUMNS
        && numeric != numberedColumnCount
        && header.columns().size() != numberedColumnCount;
  }

  /** Whether columns of a type have numbers in the row that numbers the columns. */
  static boolean mayHaveColumnNumber(ColumnType type) {
    return type == ColumnType.AMOUNT || type == ColumnType.PERCENT;
  }

  /**
   * Number of rows after the last row with a number, if each cell is on a line of its own and there
   * are at least two such rows; otherwise 0. Also 0 if no row has a number. Since this layout does
   * not show empty cells, several names without numbers at the end mean that amounts were lost.
   */
  private static int countRowsWithoutAmountsAtEnd(LatticePath path) {
    int kept = path.rows().size();
    while (kept > 0 && path.rows().get(kept - 1).stream().noneMatch(CellTextClassifier::isNumber)) {
      kept--;
    }
    int lost = path.rows().size() - kept;
    return path.layout() == TextTableLayout.CELL_PER_LINE && lost > 1 && kept > 0 ? lost : 0;
  }

  /**
   * Whether a header was chosen that lacks the titles of its last columns: a title is the beginning
   * of the first row's name or the whole first row, or another title or the numbers of the columns
   * follow it, and a longer header may begin at the same chunk.
   */
  private boolean omitsLastColumnTitle(
      AccountHeader header, List<AccountHeader> candidateHeaders, List<List<String>> rows) {
    int below = start + header.chunkCount();
    String next = passage.unspacedText(below);
    boolean titled =
        below + 1 < passage.size()
            && (isAmountTitle(passage.unspacedText(below + 1))
                || ColumnNumberRow.countColumns(passage, below + 1) > 0);
    List<String> first = rows.getFirst();
    String name = String.join("", first.stream().filter(cell -> cell.startsWith(next)).toList());
    boolean longer =
        candidateHeaders.stream().anyMatch(other -> other.chunkCount() > header.chunkCount());
    return longer
        && isAmountTitle(next)
        && !name.isEmpty()
        && (titled
            || name.length() > next.length()
            || first.stream().noneMatch(CellTextClassifier::isNumber));
  }

  /** Whether a row begins in the middle of a line between bars, and there are several lines. */
  private static boolean beginsRowsWithinLines(LatticePath path, List<Chunk> body) {
    return body.getFirst().line() < body.getLast().line()
        && path.rowStarts().stream()
            .filter(at -> at > 0 && body.get(at).separator() == Separator.PIPE)
            .anyMatch(at -> body.get(at).line() == body.get(at - 1).line());
  }

  private static boolean isAmountTitle(String text) {
    return AccountTitleMapper.findType(text) == ColumnType.AMOUNT;
  }

  private static boolean isPlausible(List<Column> columns, List<List<String>> rows) {
    return AccountRowValidator.areRowsPlausible(columns, rows)
        && (!AccountColumnSums.areAllAmounts(columns)
            || AccountColumnSums.allRowsAddUp(columns, rows));
  }

  private static EmptyCellStyle detectEmptyCellStyle(List<Chunk> body, TextTableLayout layout) {
    if (layout == TextTableLayout.PIPE_SEPARATED) {
      return EmptyCellStyle.SHOWN_BY_BARS;
    }
    boolean blanks =
        body.stream()
            .anyMatch(
                chunk -> chunk.separator() == Separator.WIDE_BLANK || chunk.emptyCellsBefore() > 0);
    return blanks ? EmptyCellStyle.SHOWN_BY_BLANKS : EmptyCellStyle.DROPPED;
  }

  /**
   * The rows with their amounts assigned to columns; null if the sums contradict every assignment.
   */
  private static @Nullable PlacedTable placeAmounts(
      List<Column> header, List<List<String>> rows, EmptyCellStyle emptyCells) {
    List<Column> columns = withNumericColumns(header, rows);
    List<List<String>> placed = new ArithmeticAmountPlacer(columns).placeAmounts(rows);
    return new DroppedCellRecovery(columns).recoverCells(placed, emptyCells);
  }

  /**
   * Changes a column that is text by its title (专项任务) to a column of amounts if it contains only
   * numbers.
   */
  private static List<Column> withNumericColumns(List<Column> columns, List<List<String>> rows) {
    List<Column> typed = new ArrayList<>();
    for (int c = 0; c < columns.size(); c++) {
      int at = c;
      Column column = columns.get(c);
      boolean text = column.type() == ColumnType.ANY || column.type() == ColumnType.TEXT;
      List<String> cells =
          rows.stream().map(row -> row.get(at)).filter(cell -> !cell.isEmpty()).toList();
      boolean numeric =
          cells.size() >= MIN_NUMBERS && cells.stream().allMatch(CellTextClassifier::isNumber);
      typed.add(text && numeric ? new Column(column.title(), ColumnType.AMOUNT) : column);
    }
    return typed;
  }

  /**
   * Reads the body below a header in its cheapest layout. Lines with one or more cells are also
   * read as one row per line; if the layout is one row per line, a second pass uses the column
   * positions that the first has found.
   */
  private static LatticePath decodeCheapestLayout(
      AccountHeader header, List<Chunk> body, TextTableLayout layout) {
    LatticePath path = new CellLattice(body, header.columns(), layout).decode();
    if (layout == TextTableLayout.CELL_PER_LINE
        && body.stream().anyMatch(chunk -> !chunk.opensLine())) {
      LatticePath rows =
          new CellLattice(body, header.columns(), TextTableLayout.ROW_PER_LINE).decode();
      return rows.totalCost() < path.totalCost() ? rows : path;
    }
    if (layout != TextTableLayout.ROW_PER_LINE || path.isEmpty()) {
      return path;
    }
    List<Column> placed = new ColumnPositionEstimator(header.columns(), body).estimate(path);
    return placed.equals(header.columns()) ? path : new CellLattice(body, placed, layout).decode();
  }
}
