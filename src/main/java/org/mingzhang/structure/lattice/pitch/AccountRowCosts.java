package org.mingzhang.structure.lattice.pitch;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.mingzhang.structure.lattice.CellTextClass;
import org.mingzhang.structure.lattice.CellTextClassifier;
import org.mingzhang.structure.lattice.Column;
import org.mingzhang.structure.lattice.ColumnType;
import org.mingzhang.structure.lattice.LatticeCosts;
import org.mingzhang.text.PatternTable;

/**
 * Row costs of a table of accounts or projects. A row has at most one number in each column; the
 * lines of a wrapped name are above and below the line of the numbers. Confined to one thread and
 * one table.
 */
final class AccountRowCosts implements RowCosts {
  private static final PatternTable PATTERNS = PatternTable.readForPackageOf(AccountRowCosts.class);
  private static final Pattern TOTAL_NAME = PATTERNS.get("named-total");

  /** Types of columns whose cells never wrap. */
  private static final Set<ColumnType> UNWRAPPED_TYPES =
      EnumSet.of(
          ColumnType.CODE,
          ColumnType.AGENCY_CODE,
          ColumnType.ORDINAL,
          ColumnType.AMOUNT,
          ColumnType.PERCENT);

  /**
   * Minimum length, in characters, of a text without numbers in its row that can be a whole name; a
   * shorter text is the end of a name.
   */
  private static final int MIN_NAME_LENGTH = 4;

  private static final Set<CellTextClass> WHOLE_NAME_CLASSES =
      EnumSet.of(CellTextClass.LIST_ENTRY, CellTextClass.TOTAL);

  private final FixedPitchTableBody body;
  private final List<ColumnType> types;
  private final CellLayoutCosts layoutCosts;

  /** For each column and line, the number of filled lines above that line. */
  private final int[][] filledLinesAbove;

  private final int anchorColumn;
  private final boolean hasIdentifyingColumn;

  /** The column of codes; negative if there is none. */
  private final int codeColumn;

  private final long amountColumnCount;

  AccountRowCosts(FixedPitchTableBody body, CellAlignment alignment) {
    this.body = body;
    this.types = body.columns().stream().map(column -> column.type()).toList();
    this.layoutCosts = new CellLayoutCosts(body, alignment);
    this.filledLinesAbove = new int[types.size()][body.size() + 1];
    for (int c = 0; c < types.size(); c++) {
      for (int line = 0; line < body.size(); line++) {
        filledLinesAbove[c][line + 1] =
            filledLinesAbove[c][line] + (body.text(line, c).isEmpty() ? 0 : 1);
      }
    }
    this.anchorColumn = findAnchorColumn();
    this.codeColumn = Column.indexOf(ColumnType.CODE, body.columns());
    this.amountColumnCount = types.stream().filter(ColumnType.AMOUNT::equals).count();
    this.hasIdentifyingColumn = types.stream().anyMatch(ColumnType::identifiesRow);
  }

  /**
   * Index of the numeric column with the most filled cells, on whose lines the other cells of a row
   * are centered; -1 if no such cell is filled.
   */
  private int findAnchorColumn() {
    int best = -1;
    for (int c = 0; c < types.size(); c++) {
      int cells = filledLinesAbove[c][body.size()];
      boolean more = cells > (best < 0 ? 0 : filledLinesAbove[best][body.size()]);
      best = UNWRAPPED_TYPES.contains(types.get(c)) && more ? c : best;
    }
    return best;
  }

  @Override
  public boolean hasTextOtherThanLevelNames(int line) {
    for (int[] column : filledLinesAbove) {
      if (column[line + 1] > column[line]) {
        return true;
      }
    }
    return false;
  }

  private int countFilledLines(int column, int from, int to) {
    return filledLinesAbove[column][to] - filledLinesAbove[column][from];
  }

  @Override
  public double cost(int from, int to) {
    int numbers = 0;
    for (int c = 0; c < types.size(); c++) {
      int cells = countFilledLines(c, from, to);
      if (cells > 1 && UNWRAPPED_TYPES.contains(types.get(c))) {
        return LatticeCosts.INFINITE_COST;
      }
      numbers += UNWRAPPED_TYPES.contains(types.get(c)) ? cells : 0;
    }
    if (!hasTextOtherThanLevelNames(from) || !hasTextOtherThanLevelNames(to - 1)) {
      return LatticeCosts.INFINITE_COST;
    }
    double sum = LatticeCosts.parameter("row");
    double middle = findVerticalCenterOfNumbers(from, to);
    boolean name = false;
    boolean whole = false;
    for (int c = 0; c < types.size() && sum < LatticeCosts.INFINITE_COST; c++) {
      List<Integer> lines = layoutCosts.filledLines(c, from, to);
      if (!lines.isEmpty()) {
        sum += cellCost(c, lines, from, middle);
        name |= types.get(c).identifiesRow();
        whole |= types.get(c).isName() && isWholeName(body.text(lines.getFirst(), c));
      }
    }
    if (hasIdentifyingColumn && !name) {
      return sum + LatticeCosts.parameter("pitch_nameless_row");
    }
    if (numbers == 0 && !whole) {
      boolean rest = codeColumn >= 0 || longestNameLength(from, to) < MIN_NAME_LENGTH;
      return sum + LatticeCosts.parameter(rest ? "pitch_nameless_row" : "pitch_numberless_row");
    }
    boolean uncoded = codeColumn >= 0 && !whole && countFilledLines(codeColumn, from, to) == 0;
    boolean empty =
        amountColumnCount > 0
            && codeColumn >= 0
            && numbers == countFilledLines(codeColumn, from, to);
    return sum + (uncoded || empty ? LatticeCosts.parameter("pitch_numberless_row") : 0);
  }

  /** Length, in characters, of the longest line of a name in a range of lines. */
  private int longestNameLength(int from, int to) {
    int longest = 0;
    for (int c = 0; c < types.size(); c++) {
      for (int line = from; line < to && types.get(c).isName(); line++) {
        longest = Math.max(longest, body.text(line, c).length());
      }
    }
    return longest;
  }

  private static boolean isWholeName(String text) {
    return CellTextClassifier.classify(text).stream().anyMatch(WHOLE_NAME_CLASSES::contains);
  }

  /**
   * The vertical position of the row's numbers, as a line of the table body with fractions; the
   * middle of the range of lines if it has no numbers.
   */
  private double findVerticalCenterOfNumbers(int from, int to) {
    if (anchorColumn >= 0 && countFilledLines(anchorColumn, from, to) > 0) {
      return CellLayoutCosts.center(layoutCosts.filledLines(anchorColumn, from, to));
    }
    for (int c = 0; c < types.size(); c++) {
      if (UNWRAPPED_TYPES.contains(types.get(c)) && countFilledLines(c, from, to) > 0) {
        return CellLayoutCosts.center(layoutCosts.filledLines(c, from, to));
      }
    }
    return (from + to - 1) / 2.0;
  }

  private double cellCost(int column, List<Integer> lines, int firstLine, double middle) {
    ColumnType type = types.get(column);
    List<String> texts = layoutCosts.texts(column, lines);
    String text = String.join("", texts);
    double like = LatticeCosts.emissionCost(type, CellTextClassifier.classify(text));
    double sum = Math.min(like, LatticeCosts.parameter("pitch_unlike"));
    if (type.isName()) {
      sum += text.length() == 1 ? LatticeCosts.parameter("pitch_single_character") : 0;
      boolean listed = texts.stream().skip(1).anyMatch(AccountRowCosts::isWholeName);
      sum += listed ? LatticeCosts.parameter("pitch_listed_in_name") : 0;
      boolean total = texts.stream().skip(1).anyMatch(t -> TOTAL_NAME.matcher(t).matches());
      sum += total ? LatticeCosts.INFINITE_COST : 0;
    }
    return sum + layoutCosts.cost(column, lines, firstLine, middle);
  }
}
