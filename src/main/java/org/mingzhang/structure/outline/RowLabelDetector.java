package org.mingzhang.structure.outline;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.mingzhang.text.PatternTable;
import org.mingzhang.text.TsvResource;

/** Detects candidates that are numbered row labels of the summary table and not titles. */
final class RowLabelDetector {
  private static final PatternTable PATTERNS =
      PatternTable.readForPackageOf(RowLabelDetector.class);

  /** Names of the classes of the functional classification (类) without the final 支出. */
  private static final List<String> FUNCTIONAL_CLASSES =
      TsvResource.readRows(RowLabelDetector.class, "functional-classes.tsv", 1).stream()
          .map(List::getFirst)
          .toList();

  /**
   * Functional classes and kinds of revenue, which are the rows of the summary table, numbered 一、
   * to 二十六、.
   */
  private static final Pattern ROW_LABEL =
      Pattern.compile(
          "(?:"
              + String.join("|", FUNCTIONAL_CLASSES)
              + "|"
              + PATTERNS.get("kind-of-revenue").pattern()
              + ")(?:支出|收入)?|其他(?:支出|收入)");

  /** Row labels that are long enough to be broken over lines in narrow columns. */
  private static final List<String> LONG_LABELS =
      Stream.concat(
              TsvResource.readRows(RowLabelDetector.class, "long-labels.tsv", 1).stream()
                  .map(List::getFirst),
              FUNCTIONAL_CLASSES.stream().map(name -> name + "支出"))
          .toList();

  /**
   * Minimum length, in characters, of a row label that is cut off at the edge of its column. A
   * title of at most this length is a row label as well if its number is above {@link
   * #MAX_SECTION_ORDINAL}.
   */
  private static final int MIN_CUT_LABEL_LENGTH = 3;

  /**
   * A class of expenditure that may also be the title of a section, but not if its number is above
   * {@link #MAX_SECTION_ORDINAL}.
   */
  private static final Pattern LATE_CLASS = PATTERNS.get("late-class");

  private static final int MAX_SECTION_ORDINAL = 17;

  private RowLabelDetector() {}

  /**
   * Whether a candidate is a row label, complete or cut off at the edge of its column: 十八、
   * 自然资源海洋气象等支.
   */
  static boolean isRowLabel(HeadingCandidate headingCandidate) {
    if (headingCandidate.style().rank() < NumeralStyle.HAN.rank()
        || headingCandidate.declaredLevel() != 0
        || headingCandidate.title().isRunIn()) {
      return false;
    }
    String title = headingCandidate.title().text();
    boolean late =
        headingCandidate.ordinal() > MAX_SECTION_ORDINAL
            && (LATE_CLASS.matcher(title).find() || title.length() <= MIN_CUT_LABEL_LENGTH);
    return late
        || ROW_LABEL.matcher(title).matches()
        || (headingCandidate.outlinePosition() == null && isCutOffLabel(title));
  }

  private static boolean isCutOffLabel(String title) {
    return title.length() >= MIN_CUT_LABEL_LENGTH
        && LONG_LABELS.stream().anyMatch(label -> label.startsWith(title));
  }
}
