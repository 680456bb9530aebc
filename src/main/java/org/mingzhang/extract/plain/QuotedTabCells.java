package org.mingzhang.extract.plain;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Removes the quotation marks that spreadsheets put around copied cells with line breaks or
 * quotation marks. The lines of such a cell become one line, with line breaks inside the cell.
 */
final class QuotedTabCells {
  private static final int MAX_LINES_OF_RECORD = 40;

  private final List<String> lines;

  private QuotedTabCells(List<String> lines) {
    this.lines = lines;
  }

  /**
   * The lines with quoted cells joined and without their quotation marks. A quotation mark that
   * does not enclose a cell is kept. A line without a tab is unchanged unless it begins a cell of
   * several lines.
   */
  static List<String> unquote(List<String> lines) {
    return new QuotedTabCells(lines).unquoteAll();
  }

  private List<String> unquoteAll() {
    List<String> result = new ArrayList<>();
    int at = 0;
    while (at < lines.size()) {
      Row row = mayHaveQuotedCell(at, result) ? readRow(at) : null;
      result.add(row == null ? lines.get(at) : row.text());
      at += row == null ? 1 : row.lineCount();
    }
    return result;
  }

  /** A line of cells, put together from one line or several. */
  private record Row(String text, int lineCount) {}

  private boolean mayHaveQuotedCell(int offset, List<String> before) {
    String line = lines.get(offset);
    boolean inTable = !before.isEmpty() && before.getLast().indexOf('\t') >= 0;
    return line.contains("\t\"") || (line.startsWith("\"") && (line.contains("\t") || inTable));
  }

  /**
   * The row that begins on a line; null if a quoted cell is not closed within {@link
   * #MAX_LINES_OF_RECORD} lines.
   */
  private @Nullable Row readRow(int firstLine) {
    int last = Math.min(lines.size(), firstLine + MAX_LINES_OF_RECORD);
    StringBuilder text = new StringBuilder(lines.get(firstLine));
    StringBuilder row = new StringBuilder();
    int next = firstLine + 1;
    int at = 0;
    while (true) {
      int close = indexOfClosingQuote(text, at);
      while (close < 0 && isQuoteAt(text, at) && hasNoClosingQuote(text, at) && next < last) {
        text.append('\n').append(lines.get(next));
        next++;
        close = indexOfClosingQuote(text, at);
      }
      if (close < 0 && isQuoteAt(text, at) && hasNoClosingQuote(text, at)) {
        return null;
      }
      int end = close >= 0 ? close + 1 : text.indexOf("\t", at);
      if (close >= 0) {
        row.append(text.substring(at + 1, close).replace("\"\"", "\"").replace('\t', ' '));
      } else {
        row.append(text, at, end < 0 ? text.length() : end);
      }
      if (end < 0 || end >= text.length()) {
        break;
      }
      row.append('\t');
      at = end + 1;
    }
    boolean cells = row.indexOf("\t") >= 0;
    return cells ? new Row(row.toString(), next - firstLine) : null;
  }

  private static boolean isQuoteAt(CharSequence text, int offset) {
    return offset < text.length() && text.charAt(offset) == '"';
  }

  /**
   * Index of the quotation mark that closes the cell at an index: a mark followed by a tab or the
   * end of the text. Negative if the cell is not quoted or not closed.
   */
  private static int indexOfClosingQuote(CharSequence text, int offset) {
    if (!isQuoteAt(text, offset)) {
      return -1;
    }
    int mark = indexOfUndoubledQuote(text, offset + 1);
    boolean last = mark + 1 == text.length() || (mark >= 0 && text.charAt(mark + 1) == '\t');
    return mark >= 0 && last ? mark : -1;
  }

  /** Whether no undoubled quotation mark follows the one at an index. */
  private static boolean hasNoClosingQuote(CharSequence text, int offset) {
    return indexOfUndoubledQuote(text, offset + 1) < 0;
  }

  /** Index of the next quotation mark that is not doubled; negative if there is none. */
  private static int indexOfUndoubledQuote(CharSequence text, int from) {
    for (int i = from; i < text.length(); i++) {
      if (text.charAt(i) != '"') {
        continue;
      }
      if (i + 1 < text.length() && text.charAt(i + 1) == '"') {
        i++;
      } else {
        return i;
      }
    }
    return -1;
  }
}
