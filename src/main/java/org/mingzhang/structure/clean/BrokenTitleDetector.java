package org.mingzhang.structure.clean;

import java.util.regex.Pattern;
import org.mingzhang.text.PatternTable;
import org.mingzhang.text.TypographicSpaceRemover;

/** Decides from a heading and the line after it whether the heading was broken over two lines. */
final class BrokenTitleDetector {
  private static final Pattern PART_TITLE = Pattern.compile("第\\s*[一二三四五六七八九十百]{1,3}\\s*部分.*");
  private static final PatternTable PATTERNS =
      PatternTable.readForPackageOf(BrokenTitleDetector.class);
  private static final Pattern COMPLETE_TITLE = PATTERNS.get("complete-title");
  private static final Pattern TITLE_ENDING = PATTERNS.get("title-ending");
  private static final Pattern SECOND_HALF_OF_WORD = PATTERNS.get("second-half-of-word");

  /** The beginning of a budget item whose name is broken over two lines: …（款）统计信息 | 事务（项）. */
  private static final Pattern BUDGET_ITEM_START = Pattern.compile(".*[（(][类款][）)][\\p{IsHan}、]+");

  private static final Pattern REST_OF_BUDGET_ITEM =
      Pattern.compile("[\\p{IsHan}、]{0,24}[（(]\\s*[款项]\\s*[）)]");
  private static final int MIN_BROKEN_LENGTH = 14;
  private static final String SENTENCE_MARKS = "。；：！？";

  /** Maximum length, in characters, of a label that ends with a colon: 附件1：. */
  private static final int MAX_LABEL_LENGTH = 5;

  private static final int MAX_TITLE_LENGTH = 60;
  private static final int MAX_TITLE_LINE_LENGTH = 40;

  private BrokenTitleDetector() {}

  /** Whether a line ends with a word with which complete titles end, such as 说明 or 概况. */
  static boolean isCompleteTitle(String line) {
    return COMPLETE_TITLE.matcher(TypographicSpaceRemover.remove(line)).matches();
  }

  /**
   * Whether a title continues on the next line, which must not begin with a numeral.
   *
   * @param isNumbered whether the title begins with a numeral
   */
  static boolean continuesOnNextLine(String title, String nextLine, boolean isNumbered) {
    String tight = TypographicSpaceRemover.remove(title);
    if (nextLine.length() > MAX_TITLE_LENGTH * 2 || tight.isEmpty()) {
      return false;
    }
    if (tight.length() < MAX_TITLE_LENGTH && (tight.endsWith("（款）") || tight.endsWith("(款)"))) {
      return nextLine.contains("项）") || nextLine.contains("项)");
    }
    if (tight.length() < MAX_TITLE_LENGTH && BUDGET_ITEM_START.matcher(tight).matches()) {
      return REST_OF_BUDGET_ITEM.matcher(nextLine).lookingAt();
    }
    boolean sentence =
        tight.chars().skip(MAX_LABEL_LENGTH).anyMatch(c -> SENTENCE_MARKS.indexOf(c) >= 0);
    if (isNumbered && !sentence && tight.length() < MAX_TITLE_LENGTH) {
      boolean open =
          tight.endsWith("、") && tight.length() > 4 && nextLine.length() <= MAX_TITLE_LINE_LENGTH;
      boolean halved =
          tight.length() >= MIN_BROKEN_LENGTH
              && !isCompleteTitle(tight)
              && SECOND_HALF_OF_WORD.matcher(nextLine).matches();
      if (open
          || halved
          || TITLE_ENDING.matcher(TypographicSpaceRemover.remove(nextLine)).matches()) {
        return true;
      }
    }
    return PART_TITLE.matcher(title).matches()
        && tight.length() < MAX_TITLE_LINE_LENGTH
        && !isCompleteTitle(tight)
        && isCompleteTitle(nextLine)
        && nextLine.length() <= MAX_TITLE_LINE_LENGTH;
  }
}
