package org.mingzhang.extract.page;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Finds tables of amounts without ruling lines, or with a few horizontal ones: runs of lines of
 * which most have amounts beside each other. Only tables with amounts are searched for, since white
 * space between words alone does not make a table.
 */
final class BorderlessTableFinder {
  /** Smallest gap between cells of a line, in font sizes. */
  private static final float MIN_CELL_GAP = 1.2f;

  /** Smallest gap after an amount, in font sizes. */
  private static final float MIN_GAP_AFTER_AMOUNT = 0.3f;

  /** Minimum number of lines with amounts in a table of several rows. */
  private static final int MIN_ROWS = 3;

  /**
   * Minimum number of numbers of a table with a single row, as the table of the three public
   * expenses (三公经费) may have.
   */
  private static final int MIN_NUMBERS_OF_SINGLE_ROW = 5;

  /** Maximum number of lines above the first row that are read as the header. */
  private static final int MAX_HEADER_LINES = 8;

  /** Largest gap between lines of a table, in font sizes. */
  private static final float MAX_LINE_GAP = 3.2f;

  /**
   * Largest gap between lines as a multiple of the row gap; the larger of this and {@link
   * #MAX_LINE_GAP} applies.
   */
  private static final float MAX_ROW_GAP_FACTOR = 2.2f;

  /** Maximum number of lines from which the row gap is estimated. */
  private static final int LOOKAHEAD_LINES = 40;

  /** A number with decimals, or 0. */
  private static final Pattern AMOUNT =
      Pattern.compile("[-−－]?[￥¥]?(\\d{1,3}(,\\d{3})+|\\d+)(\\.\\d{1,4})%?|0");

  /** Any number, or a dash instead of one. */
  private static final Pattern NUMBER =
      Pattern.compile("[-−－]?[￥¥]?[\\d,]+(\\.\\d+)?%?|[-—–]{1,2}");

  /**
   * A piece of a line that is not part of a header: a sentence, a statement of the unit, the title
   * or number of the table.
   */
  private static final Pattern NON_HEADER_LINE =
      Pattern.compile("(?!其中[:：]).*[:：。；！？].*|.{4,}表([（(].*[）)])?|(公开|附|财决|预算).{0,4}表\\d*");

  /** A piece of a line that is not part of a row: a sentence, a note, a field such as 部门：. */
  private static final Pattern NON_ROW_TEXT =
      Pattern.compile(".*[。；！？].*|注\\d?[:：.].*|.*(部门|单位|日期|名称)[:：].*");

  private final List<TextLine> lines;

  private final List<String> continuedTitles;

  /** White space between the rows of the current table, in points. */
  private float rowGap;

  /**
   * Creates a finder for the tables among some lines.
   *
   * @param lines from top to bottom
   * @param continuedTitles texts of the header of a table from the page before, which may be
   *     repeated here; empty if there is none
   */
  BorderlessTableFinder(List<TextLine> lines, List<String> continuedTitles) {
    this.lines = lines;
    this.continuedTitles = continuedTitles;
  }

  /**
   * The lines of a table without ruling lines, with the gap between its rows.
   *
   * @param firstLine index of the first line
   * @param firstBodyLine index of the first line below the header; equal to {@code firstLine} if
   *     there is no header because a table continues from the page before
   * @param endLine index of the line after the last
   * @param rowGap white space between its rows, in points
   */
  record TableLineRange(int firstLine, int firstBodyLine, int endLine, float rowGap) {}

  /** Finds the tables among the lines, from top to bottom; empty if there are none. */
  List<TableLineRange> find() {
    List<TableLineRange> found = new ArrayList<>();
    int at = 0;
    while (at < lines.size()) {
      if (!isRow(at)) {
        at++;
        continue;
      }
      rowGap =
          RowGapEstimator.estimate(lines.subList(at, Math.min(lines.size(), at + LOOKAHEAD_LINES)));
      int end = findEnd(at);
      int minimum = found.isEmpty() ? 0 : found.getLast().endLine();
      boolean goesOn = at == 0 && countRows(at, end) * 2 > end - at;
      boolean enough =
          goesOn
              || countRows(at, end) >= MIN_ROWS
              || countNumbers(at) >= MIN_NUMBERS_OF_SINGLE_ROW
              || ColumnNumberDetector.isColumnNumberLine(lines.get(at))
              || repeatsTitles(lines.subList(findHeader(at, minimum), at));
      if (enough && (end - at) <= 3 * countRows(at, end)) {
        int header = findHeader(at, minimum);
        if (header < at || at == 0) {
          float gap = RowGapEstimator.estimate(lines.subList(header, end));
          found.add(new TableLineRange(header, findRowStart(header, at, gap), end, gap));
        }
      }
      at = end;
    }
    return found;
  }

  /** Whether a header repeats the header of the table from the page before. */
  private boolean repeatsTitles(List<TextLine> header) {
    return !continuedTitles.isEmpty()
        && continuedTitles.equals(BorderlessContinuation.lineTexts(header));
  }

  private long countNumbers(int index) {
    return splitAtGaps(lines.get(index)).stream().filter(p -> NUMBER.matcher(p).matches()).count();
  }

  private long countRows(int from, int to) {
    long rows = 0;
    for (int i = from; i < to; i++) {
      rows += isRow(i) ? 1 : 0;
    }
    return rows;
  }

  /**
   * Whether a line is a row of amounts: an amount beside another cell, or at least three numbers
   * among four cells, and no prose.
   */
  private boolean isRow(int index) {
    List<String> pieces = splitAtGaps(lines.get(index));
    boolean amount = pieces.stream().anyMatch(p -> AMOUNT.matcher(p).matches());
    boolean words =
        pieces.stream().anyMatch(p -> p.length() > 1 && NON_ROW_TEXT.matcher(p).matches());
    return !words
        && pieces.size() > 1
        && (amount || (countNumbers(index) > 2 && pieces.size() > 3));
  }

  /** Index of the line after the last row. Lines close to rows belong to wrapped cells. */
  private int findEnd(int from) {
    int last = from;
    for (int i = from + 1; i < lines.size() && isCloseBelow(i - 1, i); i++) {
      if (isRow(i)) {
        last = i;
      } else if (isProse(i)) {
        break;
      }
    }
    int end = last + 1;
    while (end < lines.size() && overlapsLineAbove(last, end) && !isProse(end)) {
      end++;
    }
    return end;
  }

  private boolean isCloseBelow(int upperLine, int lowerLine) {
    float far =
        Math.max(MAX_LINE_GAP * fontSize(lines.get(lowerLine)), MAX_ROW_GAP_FACTOR * rowGap);
    return lines.get(lowerLine).top() - lines.get(upperLine).bottom() < far;
  }

  /**
   * Whether a line begins above the lower edge of the line above it, as the last line of a wrapped
   * cell may do.
   */
  private boolean overlapsLineAbove(int upperLine, int lowerLine) {
    return lines.get(lowerLine).top() < lines.get(upperLine).bottom();
  }

  private boolean isProse(int index) {
    String text = lines.get(index).text();
    return NON_ROW_TEXT.matcher(text).matches();
  }

  /**
   * Index of the first line of the header above the first row; the index of the row if there is
   * none.
   */
  private int findHeader(int firstRow, int fromLine) {
    int at = firstRow;
    while (at > fromLine
        && firstRow - at < MAX_HEADER_LINES
        && (isCloseBelow(at - 1, at) || hasBlankLineAbove(at, firstRow))) {
      List<String> pieces = splitAtGaps(lines.get(at - 1));
      if (pieces.stream().anyMatch(p -> NON_HEADER_LINE.matcher(p).matches())) {
        break;
      }
      at--;
    }
    return at;
  }

  /**
   * Whether only a blank line separates the first row from a header line with at least three
   * titles.
   */
  private boolean hasBlankLineAbove(int lineIndex, int row) {
    float gap = lines.get(lineIndex).top() - lines.get(lineIndex - 1).bottom();
    return lineIndex == row
        && gap < 2 * MAX_LINE_GAP * fontSize(lines.get(lineIndex))
        && splitAtGaps(lines.get(lineIndex - 1)).size() > 2;
  }

  /**
   * Index of the first line of the row that contains a line; the name beside an amount may begin
   * above it.
   */
  private int findRowStart(int header, int row, float gap) {
    int at = row;
    int limit = splitAtGaps(lines.get(row)).size() / 2;
    while (at > header && lines.get(at).top() - lines.get(at - 1).bottom() < gap) {
      at--;
      if (splitAtGaps(lines.get(at)).size() > limit) {
        return row;
      }
    }
    return at > header ? at : row;
  }

  private static float fontSize(TextLine line) {
    return line.glyphs().getFirst().fontSize();
  }

  /** Whether a piece is an amount with two decimals, after which a small gap starts a new cell. */
  private static boolean isAmountWithCents(StringBuilder piece) {
    int point = piece.length() - 3;
    return point > 0
        && piece.charAt(point) == '.'
        && Character.isDigit(piece.charAt(point - 1))
        && AMOUNT.matcher(piece).matches();
  }

  /** The texts of a line between gaps as wide as between cells, without white space. */
  static List<String> splitAtGaps(TextLine line) {
    List<String> pieces = new ArrayList<>();
    StringBuilder piece = new StringBuilder();
    float right = Float.MAX_VALUE;
    for (Glyph glyph : line.glyphs()) {
      if (glyph.isBlank()) {
        continue;
      }
      float gap = glyph.left() - right;
      boolean amounts = gap > MIN_GAP_AFTER_AMOUNT * glyph.fontSize() && isAmountWithCents(piece);
      if (gap > MIN_CELL_GAP * glyph.fontSize() || amounts) {
        pieces.add(piece.toString());
        piece.setLength(0);
      }
      piece.append(glyph.text());
      right = glyph.right();
    }
    pieces.add(piece.toString());
    return pieces;
  }
}
