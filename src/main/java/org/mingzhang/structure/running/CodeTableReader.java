package org.mingzhang.structure.running;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.mingzhang.structure.grid.AmountColumnSolver;
import org.mingzhang.structure.grid.TableMatch;
import org.mingzhang.text.PatternTable;

/**
 * Reads a table with functional or economic classification codes (公开02, 03 and 05, and the
 * corresponding budget tables): rows with a code, a name and amounts, and a grand total before or
 * after them. If cells are centered, the lines of a wrapped name are above and below the code,
 * otherwise below it. Confined to one thread and one table.
 */
final class CodeTableReader {
  private static final int MAX_HEADER_LINES = 40;
  private static final PatternTable PATTERNS = PatternTable.readForPackageOf(CodeTableReader.class);
  private static final Pattern HEADER_LINE = PATTERNS.get("header-line");
  private static final Pattern CODE = Pattern.compile("[23]\\d{2}(?:\\d{2}(?:\\d{2})?)?");

  private final List<FlatTableLine> lines;
  private final int startLine;
  private final List<CodeTableRow> rows = new ArrayList<>();
  private final Set<String> headerLines = new HashSet<>();
  private final List<String> linesWithoutRow = new ArrayList<>();

  CodeTableReader(List<FlatTableLine> lines, int startLine) {
    this.lines = lines;
    this.startLine = startLine;
  }

  /**
   * Reads the table whose header starts at the start line; null if there is none or if its amounts
   * cannot be assigned to columns. May be called only once.
   */
  @Nullable TableMatch read() {
    FlatTableHeader header =
        FlatTableHeader.read(
            lines, startLine, MAX_HEADER_LINES, line -> startsRow(lines.get(line)));
    List<String> columns =
        header == null ? List.of() : CodeTableColumnFinder.findColumns(header.unspacedText());
    if (header == null || columns.size() < 2) {
      return null;
    }
    header.lines().forEach(line -> headerLines.add(line.unspacedText()));
    int first = header.end();
    while (first > startLine && isNamelessRowBelowHeader(first) && !endsHeader(first - 1)) {
      headerLines.remove(lines.get(--first).unspacedText());
    }
    int end = readRows(first);
    List<AmountColumnAssigner.PlacedRow> amounts =
        AmountColumnAssigner.assignByCodes(
            rows.stream().map(CodeTableRow::toAssignmentRow).toList(), columns, true, true);
    return amounts.isEmpty() ? null : new TableMatch(startLine, end, toTableRows(columns, amounts));
  }

  private List<List<String>> toTableRows(
      List<String> columns, List<AmountColumnAssigner.PlacedRow> placedRows) {
    boolean whole = placedRows.stream().allMatch(row -> row.unplaced().isEmpty());
    List<List<String>> cells = new ArrayList<>();
    cells.add(
        Stream.of(
                Stream.of("科目编码", "科目名称"),
                columns.stream(),
                whole ? Stream.<String>empty() : Stream.of(AmountColumnSolver.UNPLACED_TITLE))
            .flatMap(titles -> titles)
            .toList());
    for (int i = 0; i < rows.size(); i++) {
      boolean total = rows.get(i).code().isEmpty();
      List<String> row = new ArrayList<>();
      row.add(total ? "合计" : rows.get(i).code());
      row.add(total ? "" : rows.get(i).name());
      row.addAll(placedRows.get(i).cells());
      if (!whole) {
        row.add(placedRows.get(i).unplaced());
      }
      cells.add(row);
    }
    return cells;
  }

  /**
   * Whether the line above a code without a name is the end of the header and not a part of the
   * name.
   */
  private boolean endsHeader(int line) {
    return HEADER_LINE.matcher(lines.get(line).unspacedText()).matches();
  }

  private boolean isNamelessRowBelowHeader(int line) {
    int parts = line < lines.size() ? countCodeWords(lines.get(line).words()) : 0;
    return parts > 0
        && parts < lines.get(line).words().size()
        && FlatTableLine.isNumber(lines.get(line).words().get(parts))
        && headerLines.contains(lines.get(line - 1).unspacedText());
  }

  private static boolean startsRow(FlatTableLine line) {
    List<String> words = line.words();
    int parts = countCodeWords(words);
    return isTotal(words)
        || (parts > 0 && words.size() > parts + 1 && endsWithAmounts(words, parts));
  }

  private static boolean endsWithAmounts(List<String> words, int codeWordCount) {
    return FlatTableLine.isNumber(words.getLast())
        && words.stream().skip(codeWordCount).filter(FlatTableLine::isNumber).count() + 1
            >= words.size() - codeWordCount;
  }

  private static boolean isTotal(List<String> words) {
    return words.getFirst().equals("合计")
        && words.size() > 1
        && words.stream().skip(1).allMatch(FlatTableLine::isNumber);
  }

  /**
   * Number of leading words that form a code, such as 2012901 or 201 29 01; 0 if there is no code.
   */
  private static int countCodeWords(List<String> words) {
    int parts = 1;
    while (parts < Math.min(3, words.size()) && words.get(parts).matches("\\d{2}")) {
      parts++;
    }
    for (int n = parts; n > 0; n--) {
      if (CODE.matcher(String.join("", words.subList(0, n))).matches()) {
        return n;
      }
    }
    return 0;
  }

  /** Reads the rows from a line on and returns the index after their last line. */
  private int readRows(int first) {
    int at = first;
    int end = first;
    while (at < lines.size()) {
      List<String> words = lines.get(at).words();
      int parts = countCodeWords(words);
      if (parts > 0) {
        addRow(String.join("", words.subList(0, parts)), words.subList(parts, words.size()));
      } else if (isTotal(words) && rows.stream().noneMatch(row -> row.code().isEmpty())) {
        addRow("", words.subList(1, words.size()));
      } else if (repeatsHeader(at)) {
        at++;
        continue;
      } else if (!tryContinueRow(words)) {
        break;
      }
      at++;
      end = linesWithoutRow.isEmpty() ? at : end;
    }
    return end;
  }

  /** Whether a line is one of those that repeat the header at the top of a page. */
  private boolean repeatsHeader(int line) {
    String text = lines.get(line).unspacedText();
    boolean between =
        rows.isEmpty()
            || (!rows.getLast().hasNoAmounts() && rows.getLast().expectedNameLines() == 0);
    boolean more = text.length() > 3 || isInHeader(line - 1) || isInHeader(line + 1);
    return between && linesWithoutRow.isEmpty() && more && headerLines.contains(text);
  }

  private boolean isInHeader(int line) {
    return line < lines.size() && headerLines.contains(lines.get(line).unspacedText());
  }

  /**
   * Adds a row. The lines kept since the last row become the name above its code; a single line is
   * added to the last row instead if this row has a name of its own and that of the last row is
   * long.
   */
  private void addRow(String code, List<String> words) {
    CodeTableRow row = new CodeTableRow(code);
    boolean named = !words.isEmpty() && !FlatTableLine.isNumber(words.getFirst());
    boolean below =
        named && !rows.isEmpty() && linesWithoutRow.size() == 1 && !rows.getLast().name().isEmpty();
    if (below && rows.getLast().name().length() > 6) {
      rows.getLast().addNameBelow(linesWithoutRow.getFirst());
    } else {
      row.addNameAbove(List.copyOf(linesWithoutRow));
    }
    linesWithoutRow.clear();
    row.addWords(words);
    rows.add(row);
  }

  /**
   * Adds a line without a code to the last row, or keeps it for the name of the next row. Returns
   * false if it ends the table; it may have been kept even then.
   */
  private boolean tryContinueRow(List<String> words) {
    boolean numbers = words.stream().allMatch(FlatTableLine::isNumber);
    if (!rows.isEmpty() && (rows.getLast().hasNoAmounts() || numbers)) {
      rows.getLast().addWords(words);
      return true;
    }
    if (words.size() > 1 || words.stream().anyMatch(FlatTableLine::isNumber)) {
      return false;
    }
    String text = words.getFirst();
    if (!rows.isEmpty() && linesWithoutRow.isEmpty() && rows.getLast().expectedNameLines() > 0) {
      rows.getLast().addNameBelow(text);
      return true;
    }
    linesWithoutRow.add(text);
    return linesWithoutRow.size() <= 2 && !FlatTableFinder.NON_TABLE_LINE.matcher(text).matches();
  }
}
