package org.mingzhang.structure.outline;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.mingzhang.text.FunctionalClasses;

/** Distinguishes numbered row labels of the summary table from titles. */
final class RowLabels {
  /** Functional classes and kinds of revenue: rows of the summary table, numbered 一、 to 二十六、. */
  private static final Pattern ROW_LABEL =
      Pattern.compile(
          "(?:"
              + FunctionalClasses.PATTERN
              + "|一般公共预算(?:财政)?拨款(?:收入|资金)?|政府性基金(?:预算)?(?:财政)?拨款(?:收入)?|国有资本经营(?:预算)?(?:财政)?拨款(?:收入)?"
              + "|预备费|上级补助|事业|经营|附属单位上缴|单位资金|财政专户管理(?:的)?资金)(?:支出|收入)?|其他(?:支出|收入)");

  /** Labels that narrow columns break over lines. */
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

  /** The least number of characters of a broken label. */
  private static final int LEAST_BROKEN = 3;

  /** A class that is also a section's title, but not this late in the numbering. */
  private static final String LATE_CLASS = "国有资本经营预算";

  private static final int LAST_SECTION = 17;

  private RowLabels() {}

  /**
   * Whether a candidate is a row label, complete or broken at its column's edge: 十八、 自然资源海洋气象等支.
   */
  static boolean isRowLabel(Candidate candidate) {
    if (candidate.style().rank() < NumeralStyle.HAN.rank()
        || candidate.declared() != 0
        || candidate.title().runIn()) {
      return false;
    }
    String title = candidate.title().text();
    boolean late =
        candidate.ordinal() > LAST_SECTION
            && (title.startsWith(LATE_CLASS) || title.length() <= LEAST_BROKEN);
    return late
        || ROW_LABEL.matcher(title).matches()
        || (candidate.place() == null && isBroken(title));
  }

  private static boolean isBroken(String title) {
    return title.length() >= LEAST_BROKEN
        && LONG_LABELS.stream().anyMatch(label -> label.startsWith(title));
  }
}
