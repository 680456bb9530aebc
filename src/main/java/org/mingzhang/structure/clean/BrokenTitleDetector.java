package org.mingzhang.structure.clean;

import java.util.regex.Pattern;
import org.mingzhang.text.Spacing;

/** Decides from a heading and the line after it whether the heading was broken over two lines. */
final class BrokenTitleDetector {
  private static final Pattern PART = Pattern.compile("第\\s*[一二三四五六七八九十百]{1,3}\\s*部分.*");
  private static final Pattern END = Pattern.compile(".*(?:概况|表|说明|解释|附件|情况|简介|介绍|报告|目录|名词|职能|职责)");

  /** The rest of a title that is never a line of its own. */
  private static final Pattern TAIL = Pattern.compile("(?:情况)?说明|明|情?况|表|报?告|解?释");

  /** The second half of a title's last word: 情|况说明, 决|算表. */
  private static final Pattern REST =
      Pattern.compile("况(?:说明)?|说?明|算(?:总?表|情况)?(?:说明)?|情况说明|总?表|自?评价?表|价表|释|责");

  /** A budget item that ends inside a name: …（类）统计信息事务（款）统计信息 | 事务（项）”20.04万元. */
  private static final Pattern ITEM = Pattern.compile(".*[（(][类款][）)][\\p{IsHan}、]+");

  private static final Pattern REST_OF_ITEM =
      Pattern.compile("[\\p{IsHan}、]{0,24}[（(]\\s*[款项]\\s*[）)]");

  private static final int SHORTEST_BROKEN = 14;
  private static final String SENTENCE_MARKS = "。；：！？";

  /** A colon within this many characters ends a label: 附件1：. */
  private static final int LABEL = 5;

  private static final int LONGEST_TITLE = 60;
  private static final int LONGEST_PART = 40;

  private BrokenTitleDetector() {}

  /** Whether a line ends like a complete title. */
  static boolean isComplete(String line) {
    return END.matcher(Spacing.remove(line)).matches();
  }

  /**
   * Whether a title continues on the next line, which begins with no numeral.
   *
   * @param numbered whether the title begins with a numeral
   */
  static boolean continuesOnNextLine(String title, String next, boolean numbered) {
    String tight = Spacing.remove(title);
    if (next.length() > LONGEST_TITLE * 2 || tight.isEmpty()) {
      return false;
    }
    if (tight.length() < LONGEST_TITLE && (tight.endsWith("（款）") || tight.endsWith("(款)"))) {
      return next.contains("项）") || next.contains("项)");
    }
    if (tight.length() < LONGEST_TITLE && ITEM.matcher(tight).matches()) {
      return REST_OF_ITEM.matcher(next).lookingAt();
    }
    boolean sentence = tight.chars().skip(LABEL).anyMatch(c -> SENTENCE_MARKS.indexOf(c) >= 0);
    if (numbered && !sentence && tight.length() < LONGEST_TITLE) {
      boolean open = tight.endsWith("、") && tight.length() > 4 && next.length() <= LONGEST_PART;
      boolean halved =
          tight.length() >= SHORTEST_BROKEN && !isComplete(tight) && REST.matcher(next).matches();
      if (open || halved || TAIL.matcher(Spacing.remove(next)).matches()) {
        return true;
      }
    }
    return PART.matcher(title).matches()
        && tight.length() < LONGEST_PART
        && !isComplete(tight)
        && isComplete(next)
        && next.length() <= LONGEST_PART;
  }
}
