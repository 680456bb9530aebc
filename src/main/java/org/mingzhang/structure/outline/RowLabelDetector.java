package org.mingzhang.structure.outline;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.mingzhang.text.FunctionalClasses;

/** Detects candidates that are numbered row labels of the summary table and not titles. */
final class RowLabelDetector {
  /**
   * Functional classes and kinds of revenue, which are the rows of the summary table, numbered 一、
   * to 二十六、.
   */
  private static final Pattern ROW_LABEL =
      Pattern.compile(
          "(?:"
              + FunctionalClasses.PATTERN
              + "|一般公共预算(?:财政)?拨款(?:收入|资金)?|政府性基金(?:预算)?(?:财政)?拨款(?:收入)?|国有资本经营(?:预算)?(?:财政)?拨款(?:收入)?"
              + "|预备费|上级补助|事业|经营|附属单位上缴|单位资金|财政专户管理(?:的)?资金)(?:支出|收入)?|其他(?:支出|收入)");

  /** Row labels that are so long that narrow columns break them over lines. */
  private static final List<String> LONG_LABELS =
      Stream.concat(
              Stream.of(
                  "一般公共预算财政拨款收入",
                  "政府性基金预算财政拨款收入",
                  "国有资本经营预算财政拨款收入",
                  "上级补助收入",
                  "附属单位上缴收入",
                  "国有资本经营预算支出"),
              FunctionalClasses.NAMES.stream().map(name -> name + "支出"))
          .toList();

  /** Minimum length, in characters, of a row label that is cut off at the edge of its column. */
  private static final int MIN_CUT_LABEL_LENGTH = 3;

  /**
   * A class of expenditure that is also the title of a section, but not with a number above {@link
   * #LAST_SECTION}.
   */
  private static final String LATE_CLASS = "国有资本经营预算";

  private static final int LAST_SECTION = 17;

  private RowLabelDetector() {}

  /**
   * Whether a candidate is a row label, complete or cut off at the edge of its column: 十八、
   * 自然资源海洋气象等支.
   */
  static boolean isRowLabel(HeadingCandidate headingCandidate) {
    if (headingCandidate.style().rank() < NumeralStyle.HAN.rank()
        || headingCandidate.declared() != 0
        || headingCandidate.title().isRunIn()) {
      return false;
    }
    String title = headingCandidate.title().text();
    boolean late =
        headingCandidate.ordinal() > LAST_SECTION
            && (title.startsWith(LATE_CLASS) || title.length() <= MIN_CUT_LABEL_LENGTH);
    return late
        || ROW_LABEL.matcher(title).matches()
        || (headingCandidate.position() == null && isBroken(title));
  }

  private static boolean isBroken(String title) {
    return title.length() >= MIN_CUT_LABEL_LENGTH
        && LONG_LABELS.stream().anyMatch(label -> label.startsWith(title));
  }
}
