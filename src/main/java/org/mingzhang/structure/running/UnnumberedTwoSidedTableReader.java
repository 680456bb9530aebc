package org.mingzhang.structure.running;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.mingzhang.structure.grid.TableMatch;
import org.mingzhang.text.PatternTable;

/**
 * Reads a table of revenue on the left and expenditure on the right without line numbers (公开01 and
 * 04 of some provinces, budget totals). The words of a label determine its side, and amounts follow
 * their label. Confined to one thread and one table.
 */
final class UnnumberedTwoSidedTableReader {
  private static final int MAX_HEADER_LINES = 14;
  private static final int MIN_ROWS = 5;
  private static final PatternTable PATTERNS =
      PatternTable.readForPackageOf(UnnumberedTwoSidedTableReader.class);
  private static final Pattern HEADER = PATTERNS.get("header");
  private static final List<String> BUDGET_KINDS = List.of("一般公共预算", "政府性基金预算", "国有资本经营预算");
  private static final Pattern REVENUE_LABEL = PATTERNS.get("income");
  private static final Pattern EXPENDITURE_LABEL = PATTERNS.get("spent");
  private static final Pattern NUMERAL = Pattern.compile("(?:[一二三四五六七八九十]+、|\\d{1,2}[.．、]).*");
  private static final Pattern BARE_NUMERAL = Pattern.compile("[一二三四五六七八九十]+、|\\d{1,2}[.．、]");
  private static final int MAX_CONTINUATION_LENGTH = 4;

  private final List<FlatTableLine> lines;
  private final int startLine;
  private final List<TwoSidedRow> rows = new ArrayList<>();
  private boolean isRightSide;

  UnnumberedTwoSidedTableReader(List<FlatTableLine> lines, int startLine) {
    this.lines = lines;
    this.startLine = startLine;
  }

  /**
   * Reads the table whose header starts at the start line; null if there is none, if it has unknown
   * labels, or if its sums do not determine the columns. May be called only once.
   */
  @Nullable TableMatch read() {
    FlatTableHeader header =
        FlatTableHeader.read(
            lines,
            startLine,
            MAX_HEADER_LINES,
            line -> lines.get(line).unspacedText().startsWith("一、"));
    Matcher matcher = HEADER.matcher(header == null ? "" : header.unspacedText());
    if (header == null || !matcher.matches()) {
      return null;
    }
    int end = header.end();
    while (end < lines.size() && (rows.isEmpty() || !rows.getLast().isGrandTotal())) {
      if (FlatTableFinder.NON_TABLE_LINE.matcher(lines.get(end).unspacedText()).matches()
          || !tryAddWords(lines.get(end))) {
        return null;
      }
      end++;
    }
    boolean whole = rows.size() >= MIN_ROWS && rows.getLast().isGrandTotal();
    List<String> titles = createTitles(matcher.group(1), matcher.group(2));
    List<List<String>> cells =
        new ExpenditureColumnAssigner(titles.subList(3, titles.size())).assignCells(rows);
    return whole
            && !cells.isEmpty()
            && rows.stream().allMatch(UnnumberedTwoSidedTableReader::hasKnownLabels)
        ? new TableMatch(startLine, end, createGrid(titles, cells))
        : null;
  }

  private static List<String> createTitles(String revenueTitle, String expenditureTitle) {
    List<String> titles = new ArrayList<>(List.of("收入/项目", "收入/" + revenueTitle, "支出/项目"));
    titles.add("支出/" + expenditureTitle);
    if (expenditureTitle.equals("合计")) {
      BUDGET_KINDS.forEach(kind -> titles.add("支出/" + kind));
    }
    return titles;
  }

  private List<List<String>> createGrid(List<String> titles, List<List<String>> expenditureCells) {
    List<List<String>> grid = new ArrayList<>();
    grid.add(titles);
    for (int i = 0; i < rows.size(); i++) {
      TwoSidedRow row = rows.get(i);
      List<String> cells =
          new ArrayList<>(
              List.of(row.revenue().label(), row.revenueAmount(), row.expenditure().label()));
      cells.addAll(expenditureCells.get(i));
      grid.add(cells);
    }
    return grid;
  }

  private static boolean hasKnownLabels(TwoSidedRow row) {
    String income = row.revenue().label();
    String spent = row.expenditure().label();
    boolean left =
        income.isEmpty() || row.revenue().isTotal() || REVENUE_LABEL.matcher(income).matches();
    boolean right =
        spent.isEmpty()
            || row.expenditure().isTotal()
            || EXPENDITURE_LABEL.matcher(spent).matches();
    return left && right && row.revenue().amounts().size() < 2;
  }

  /** Adds the words of a line. Returns false if there is an amount without a label before it. */
  private boolean tryAddWords(FlatTableLine line) {
    boolean opened = false;
    for (String word : line.words()) {
      if (FlatTableLine.isNumber(word)) {
        if (rows.isEmpty()) {
          return false;
        }
        currentSide().amounts().add(word);
      } else if (continuesLabel(line, word)) {
        currentSide().addToLabel(word);
      } else {
        boolean beside = opened && !isRightSide;
        isRightSide = beside || isOnRightSide(word);
        if (!beside) {
          rows.add(new TwoSidedRow());
        }
        currentSide().addToLabel(word);
        opened = true;
      }
    }
    return true;
  }

  private TwoSidedRow.Side currentSide() {
    return isRightSide ? rows.getLast().expenditure() : rows.getLast().revenue();
  }

  /**
   * Whether a word continues a label: it follows a bare list number, or it is a few characters
   * alone on a line.
   */
  private boolean continuesLabel(FlatTableLine line, String word) {
    if (rows.isEmpty()) {
      return false;
    }
    return BARE_NUMERAL.matcher(currentSide().label()).matches()
        || (line.words().size() == 1
            && word.length() <= MAX_CONTINUATION_LENGTH
            && !NUMERAL.matcher(word).matches()
            && !REVENUE_LABEL.matcher(word).matches()
            && !EXPENDITURE_LABEL.matcher(currentSide().label()).matches());
  }

  private boolean isOnRightSide(String word) {
    boolean spent = EXPENDITURE_LABEL.matcher(word).matches();
    boolean income = REVENUE_LABEL.matcher(word).matches() || BARE_NUMERAL.matcher(word).matches();
    return income ? spent && !word.contains("收入") : !word.matches("(?:收入)?总计");
  }
}
