package org.mingzhang.structure.lattice.text;

import java.util.regex.Pattern;
import org.mingzhang.text.PatternTable;

/**
 * Tests of single lines of copied text, independent of the table that they are part of. Stateless.
 */
final class LineText {
  private static final PatternTable PATTERNS = PatternTable.readForPackageOf(LineText.class);
  private static final Pattern PAGE_NUMBER = PATTERNS.get("page-number");
  private static final Pattern LABELED_VALUE = PATTERNS.get("labeled");
  private static final Pattern BLANKS = Pattern.compile("[\\s\\u3000\\u00a0]+");
  private static final Pattern STROKE = Pattern.compile("[丨|｜│┃║_`'~^·.,、]{1,3}");

  private LineText() {}

  /** The line without its white space. */
  static String removeBlanks(String line) {
    return BLANKS.matcher(line).replaceAll("");
  }

  /** Whether a line is a page number, alone or with the words around it: 第3页共7页. */
  static boolean isPageNumber(String line) {
    return PAGE_NUMBER.matcher(removeBlanks(line)).matches();
  }

  /** Whether a line is a page number, or a stroke of a ruling that was read as characters. */
  static boolean isPageNumberOrStroke(String line) {
    String text = removeBlanks(line);
    return PAGE_NUMBER.matcher(text).matches() || STROKE.matcher(text).matches();
  }

  /** Whether a text is a value after its label and a colon (编制单位：…) and so no title. */
  static boolean isLabeledValue(String text) {
    return LABELED_VALUE.matcher(text).matches();
  }
}
