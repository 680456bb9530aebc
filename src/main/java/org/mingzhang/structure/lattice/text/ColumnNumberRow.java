package org.mingzhang.structure.lattice.text;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.mingzhang.text.PatternTable;

/**
 * The row below the titles that numbers the columns of an account table, 栏次 1 2 3 …, optionally
 * preceded by the words 类, 款 and 项 (财决公开01–09表). It contains no data.
 */
final class ColumnNumberRow {
  private static final Pattern CODE_PARTS = Pattern.compile("[类款项]{1,3}");
  private static final Pattern COLUMN_LETTER_OR_FORMULA =
      Pattern.compile("[A-Z](?:=[A-Z](?:[-+][A-Z])*)?");
  private static final Pattern COLUMN_NUMBER_OR_FORMULA =
      Pattern.compile("(\\d{1,2})(?:[=＝]\\d{1,2}(?:[-+＋]\\d{1,2})*)?");
  private static final PatternTable PATTERNS = PatternTable.readForPackageOf(ColumnNumberRow.class);
  private static final Pattern LABEL = PATTERNS.get("column-number-row-label");

  /** Minimum number of column numbers in a row without a label. */
  private static final int MIN_NUMBERS = 3;

  /** Maximum number of chunks that a header without its last titles may lack. */
  private static final int MAX_OMITTED_CHUNKS = 6;

  private ColumnNumberRow() {}

  /** Index after the numbering row that begins at a chunk; the same index if none begins. */
  static int findEnd(ChunkSequence passage, int from) {
    return read(passage, from).end();
  }

  /** The last number of the numbering row that begins at a chunk; 0 if none begins. */
  static int countColumns(ChunkSequence passage, int from) {
    return read(passage, from).columnCount();
  }

  /**
   * Whether a labeled numbering row begins soon after a chunk, so that the titles above it are not
   * complete at that chunk.
   */
  static boolean beginsSoonAfter(ChunkSequence passage, int at) {
    return IntStream.range(at + 1, Math.min(passage.size(), at + MAX_OMITTED_CHUNKS))
        .anyMatch(
            i ->
                LABEL.matcher(passage.unspacedText(i)).matches()
                    && countColumns(passage, i) >= MIN_NUMBERS);
  }

  /** Whether formulas in a numbering row tell that some columns are the sums of others. */
  static boolean hasSumFormulas(ChunkSequence passage, int from) {
    return passage.words().subList(from, findEnd(passage, from)).stream()
        .anyMatch(word -> word.contains("=") || word.contains("＝"));
  }

  /** The end of a numbering row and its last number. */
  private record NumberedColumns(int end, int columnCount) {}

  /** Whether a text is the number of a column, perhaps with a formula of other numbers: 3=4+5. */
  private static boolean isColumnNumberOrFormula(String text, int number) {
    Matcher matcher = COLUMN_NUMBER_OR_FORMULA.matcher(text);
    return matcher.matches() && matcher.group(1).equals(Integer.toString(number));
  }

  /**
   * Whether a text is the letter that names a column, perhaps with a formula of other letters:
   * A=B+C.
   */
  private static boolean isColumnLetterOrFormula(String text, int number) {
    return text.charAt(0) == 'A' + number - 1 && COLUMN_LETTER_OR_FORMULA.matcher(text).matches();
  }

  /**
   * The row of numbers 1, 2, 3 that starts at a chunk, perhaps after its label; no columns if there
   * is none.
   */
  private static NumberedColumns read(ChunkSequence passage, int from) {
    int at = from;
    while (at < passage.size() && CODE_PARTS.matcher(passage.unspacedText(at)).matches()) {
      at++;
    }
    boolean labeled = false;
    int next = 1;
    int end = at;
    for (; at < passage.size(); at++) {
      String text = passage.unspacedText(at);
      if (LABEL.matcher(text).matches()) {
        labeled = true;
      } else if (isColumnNumberOrFormula(text, next)
          || (labeled && isColumnLetterOrFormula(text, next))) {
        next++;
        end = at + 1;
      } else {
        break;
      }
    }
    return next > 1 && (labeled || next > MIN_NUMBERS)
        ? new NumberedColumns(end, next - 1)
        : new NumberedColumns(from, 0);
  }
}
