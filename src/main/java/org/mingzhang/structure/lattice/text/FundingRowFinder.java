package org.mingzhang.structure.lattice.text;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.mingzhang.structure.grid.TableMatch;
import org.mingzhang.structure.lattice.CellLattice;
import org.mingzhang.structure.lattice.CellTextClassifier;
import org.mingzhang.structure.lattice.Chunk;
import org.mingzhang.structure.lattice.Column;
import org.mingzhang.structure.lattice.ColumnType;
import org.mingzhang.structure.lattice.LatticePath;
import org.mingzhang.structure.lattice.TextTableLayout;
import org.mingzhang.structure.lattice.schema.FundingAmountPlacer;
import org.mingzhang.structure.lattice.schema.FundingTitleMapper;
import org.mingzhang.text.PatternTable;

/**
 * Finds the funding rows of a performance form: rows such as 年度资金总额 below titles such as 全年预算数,
 * 全年执行数, 执行率.
 */
final class FundingRowFinder {
  private static final Pattern UNIT = Pattern.compile("[（(]万?元[）)]");
  private static final PatternTable PATTERNS =
      PatternTable.readForPackageOf(FundingRowFinder.class);
  private static final Pattern BLOCK_LABEL = PATTERNS.get("funding-row-finder-label");
  private static final Pattern TITLE_OF_NAMES = PATTERNS.get("funding-names");
  private static final Pattern BUDGET_GROUP = PATTERNS.get("budget-group");
  private static final Pattern BUDGET_STAGE = PATTERNS.get("budget-stage");
  private static final Pattern FUNDING_TOTAL = PATTERNS.get("fund-total");
  private static final Pattern LABEL_BELOW_ROWS = PATTERNS.get("rows-end");
  private static final Pattern DIGIT = Pattern.compile("\\d");
  private static final int MAX_CHUNKS = 90;

  private FundingRowFinder() {}

  /**
   * Finds the funding rows below the header that starts at a chunk; null if none starts, if the
   * rows cannot be read, or if they are blank.
   */
  static @Nullable TableMatch find(ChunkSequence passage, int at) {
    int titles = isBlockLabelOrBudgetTitle(passage, at) ? at + 1 : at;
    while (titles > at && titles < passage.size() && isBlockLabelOrBudgetTitle(passage, titles)) {
      titles++;
    }
    List<Column> columns = new ArrayList<>();
    String label = titles > at ? joinLabel(passage, at, titles) : "项目资金";
    int from = titles;
    for (int n = countTitleChunks(passage, from); n > 0; n = countTitleChunks(passage, from)) {
      String title = passage.textOf(from, from + n);
      columns.add(new Column(title, FundingTitleMapper.findType(title)));
      from += n;
    }
    boolean unitBelow =
        from < passage.size()
            && passage.chunk(from).opensLine()
            && UNIT.matcher(passage.unspacedText(from)).matches();
    if (unitBelow) {
      label += passage.unspacedText(from);
      from++;
    }
    columns.addFirst(new Column(label, ColumnType.FUNDING_NAME));
    long amounts = columns.stream().filter(c -> c.type() == ColumnType.AMOUNT).count();
    if (columns.size() < 4 || amounts < 2) {
      return titles > at ? findBelowSources(passage, at, titles) : null;
    }
    if (countNumbers(passage, from) == columns.size() - 1) {
      return readUnnamedRow(passage, at, from, columns);
    }
    int end = endOfFundingRows(passage, from);
    List<Chunk> body = passage.chunks().subList(from, end);
    LatticePath path = new CellLattice(body, columns, findLayout(passage, from, end)).decode();
    if (path.isEmpty() || !path.isMeanRowCostWithin("dearest_fund_row")) {
      return null;
    }
    if (path.rows().stream().noneMatch(FundingRowFinder::hasTwoNumbers)) {
      return null; // a blank form, in which only the points are printed
    }
    List<List<String>> rows = new ArrayList<>();
    rows.add(columns.stream().map(Column::title).toList());
    rows.addAll(
        path.layout() == TextTableLayout.PIPE_SEPARATED
            ? path.rows()
            : new FundingAmountPlacer(columns).placeAmounts(path.rows()));
    return new TableMatch(at, from + path.chunkCount(), rows);
  }

  /**
   * Whether a chunk is the label of the block of funds, or the title of the budget above those of
   * its stages (年度预算（万元） above 年初预算数).
   */
  private static boolean isBlockLabelOrBudgetTitle(ChunkSequence passage, int at) {
    String text = passage.unspacedText(at);
    return BLOCK_LABEL.matcher(text).matches()
        || TITLE_OF_NAMES.matcher(text).matches()
        || (BUDGET_GROUP.matcher(text).matches()
            && at + 2 < passage.size()
            && BUDGET_STAGE.matcher(passage.unspacedText(at + 1)).matches()
            && isAmountOrRateTitle(passage.unspacedText(at + 2)));
  }

  /**
   * Number of consecutive chunks that are numbers, from an index on. If there is one for each
   * title, the form has one row of funding, which has no name.
   */
  private static int countNumbers(ChunkSequence passage, int from) {
    int end = from;
    while (end < passage.size() && CellTextClassifier.isNumber(passage.unspacedText(end))) {
      end++;
    }
    return end - from;
  }

  private static TableMatch readUnnamedRow(
      ChunkSequence passage, int headerStart, int from, List<Column> columns) {
    int to = from + columns.size() - 1;
    List<String> row = new ArrayList<>(List.of(""));
    row.addAll(passage.words(from, to));
    return new TableMatch(
        headerStart, to, List.of(columns.stream().map(Column::title).toList(), row));
  }

  /** Whether funding rows below the titles of their sources start at a chunk. */
  static boolean startBelowSourcesAt(ChunkSequence passage, int at) {
    return isBlockLabelOrBudgetTitle(passage, at) && findBelowSources(passage, at, at + 1) != null;
  }

  /**
   * Finds the rows below a header that names the total of the funds and its sources. The rows are
   * named by a stage (年初预算) or have no name; each row has an amount for every title.
   *
   * @param endOfLabels index after the labels of the block; the title of the total may be read as
   *     the last label
   */
  private static @Nullable TableMatch findBelowSources(
      ChunkSequence passage, int headerStart, int endOfLabels) {
    boolean total =
        endOfLabels > headerStart + 1
            && FundingTitleMapper.isTotalOfSources(passage.unspacedText(endOfLabels - 1));
    int from = total ? endOfLabels - 1 : endOfLabels;
    List<Column> columns = new ArrayList<>();
    columns.add(new Column(joinLabel(passage, headerStart, from), ColumnType.ACCOUNT_NAME));
    int below = from;
    for (; below < passage.size(); below++) {
      String title = passage.unspacedText(below);
      ColumnType type = FundingTitleMapper.findTypeAmongSources(title);
      if (type == ColumnType.ANY) {
        break;
      }
      columns.add(new Column(title, type));
    }
    if (countNumbers(passage, below) == columns.size() - 2) {
      below--; // the last label is the name of the first row, such as 年初预算
      columns.removeLast();
    }
    int end = endOfFundingRows(passage, below);
    if (!FundingTitleMapper.areSources(passage.words(from, below)) || end == below) {
      return null;
    }
    if (countNumbers(passage, below) == columns.size() - 1) {
      return readUnnamedRow(passage, headerStart, below, columns);
    }
    List<Chunk> body = passage.chunks().subList(below, end);
    LatticePath path = new CellLattice(body, columns, findLayout(passage, below, end)).decode();
    boolean whole =
        path.rows().stream()
            .allMatch(
                row ->
                    IntStream.range(0, columns.size())
                        .filter(c -> columns.get(c).type() == ColumnType.AMOUNT)
                        .allMatch(c -> CellTextClassifier.isNumber(row.get(c))));
    if (path.isEmpty() || !whole || !path.isMeanRowCostWithin("dearest_fund_row")) {
      return null;
    }
    List<List<String>> rows = new ArrayList<>();
    rows.add(columns.stream().map(Column::title).toList());
    rows.addAll(path.rows());
    return new TableMatch(headerStart, below + path.chunkCount(), rows);
  }

  /** Whether a row has at least two numbers, a budget and an execution. */
  private static boolean hasTwoNumbers(List<String> row) {
    return row.stream().filter(cell -> DIGIT.matcher(cell).find()).count() >= 2;
  }

  /** Whether a text is a title of amounts or rates in the header of funding rows. */
  static boolean isAmountOrRateTitle(String text) {
    ColumnType type = FundingTitleMapper.findType(text);
    return type == ColumnType.AMOUNT || type == ColumnType.PERCENT;
  }

  /**
   * Whether a range of chunks has titles of both amounts and points, as the header of funding rows
   * does.
   */
  static boolean hasFundingTitles(ChunkSequence passage, int from, int to) {
    boolean points = false;
    boolean money = false;
    for (int i = from; i < to; i++) {
      points |= FundingTitleMapper.findType(passage.unspacedText(i)) == ColumnType.FUNDING_POINTS;
      money |= FundingTitleMapper.findType(passage.unspacedText(i)) == ColumnType.AMOUNT;
    }
    return points && money;
  }

  /**
   * Whether a range of chunks contains the total of a form's funding, which shows that the range
   * belongs to a performance form.
   */
  static boolean hasFundingTotal(ChunkSequence passage, int from, int to) {
    return passage.words().subList(from, to).stream()
        .anyMatch(w -> FUNDING_TOTAL.matcher(w).matches());
  }

  private static TextTableLayout findLayout(ChunkSequence passage, int from, int end) {
    return from == end ? passage.layout() : passage.layoutOf(from, end);
  }

  private static int endOfFundingRows(ChunkSequence passage, int from) {
    int at = from;
    int limit = Math.min(passage.size(), from + MAX_CHUNKS);
    while (at < limit && !LABEL_BELOW_ROWS.matcher(passage.unspacedText(at)).matches()) {
      at++;
    }
    return at;
  }

  /**
   * The last label in a range of label chunks, followed by the unit if that is the last chunk, or
   * by the title of the names (支出类别).
   */
  private static String joinLabel(ChunkSequence passage, int from, int to) {
    String last = passage.unspacedText(to - 1);
    boolean unit = to - from > 1 && UNIT.matcher(last).matches();
    boolean names = to - from > 1 && TITLE_OF_NAMES.matcher(last).matches();
    return names
        ? joinLabel(passage, from, to - 1) + "/" + last
        : (unit ? passage.unspacedText(to - 2) : "") + last;
  }

  /** Number of chunks of the title that starts at a chunk; 0 if none starts. */
  private static int countTitleChunks(ChunkSequence passage, int at) {
    for (int n = 1; n <= 2 && at + n <= passage.size(); n++) {
      if (FundingTitleMapper.findType(passage.textOf(at, at + n)) != ColumnType.ANY) {
        return n;
      }
    }
    return 0;
  }
}
