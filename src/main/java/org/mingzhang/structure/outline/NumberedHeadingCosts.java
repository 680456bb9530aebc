package org.mingzhang.structure.outline;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.mingzhang.structure.outline.StandardTitles.OutlinePosition;

/**
 * Computes the costs of placing a numbered heading at each possible depth of the outline, by the
 * sequence of numerals.
 */
final class NumberedHeadingCosts {
  /**
   * Cost of a part on the same level as sections 一、 and 二、. Usually a part that follows sections is
   * below the last of them.
   */
  private static final double NESTED_PART_COST = 2;

  /** Cost of repeating the numeral of the preceding sibling. */
  private static final double REPEATED_NUMERAL_COST = 1.5;

  private NumberedHeadingCosts() {}

  static double cost(
      @Nullable OpenHeading parent,
      @Nullable OpenHeading previousSibling,
      int depth,
      HeadingCandidate headingCandidate) {
    return switch (headingCandidate.style()) {
      case PART -> partCost(parent, previousSibling, depth, headingCandidate);
      case CHAPTER ->
          parent == null || parent.style() == NumeralStyle.PART || parent.mayRestartNumbering()
              ? outermostCost(previousSibling, headingCandidate)
              : 3 + outermostCost(previousSibling, headingCandidate);
      case ANNEX -> annexCost(parent, previousSibling, headingCandidate);
      case TWO_PART_DECIMAL, THREE_PART_DECIMAL, FOUR_PART_DECIMAL ->
          nestedHeadingCost(parent, previousSibling, headingCandidate)
              + prefixCost(parent, headingCandidate);
      default -> nestedHeadingCost(parent, previousSibling, headingCandidate);
    };
  }

  /**
   * Cost of placing a part. Parts are usually outermost, but in some forms a section such as 五、 has
   * its own parts.
   */
  private static double partCost(
      @Nullable OpenHeading parent,
      @Nullable OpenHeading previousSibling,
      int depth,
      HeadingCandidate headingCandidate) {
    if (depth == 0) {
      return outermostCost(previousSibling, headingCandidate);
    }
    boolean inner = depth == 1 && parent != null && parent.style() == NumeralStyle.HAN;
    boolean run =
        previousSibling == null
            ? headingCandidate.ordinal() == 1
            : previousSibling.style() == NumeralStyle.PART;
    double start = previousSibling == null ? 1.5 : 0.2;
    return inner && run
        ? start + outermostCost(previousSibling, headingCandidate)
        : HeadingPlacement.IMPOSSIBLE_COST;
  }

  private static double outermostCost(
      @Nullable OpenHeading previousSibling, HeadingCandidate headingCandidate) {
    if (previousSibling != null
        && previousSibling.style() == NumeralStyle.HAN
        && headingCandidate.style() == NumeralStyle.PART) {
      return NESTED_PART_COST;
    }
    if (previousSibling == null || previousSibling.style() != headingCandidate.style()) {
      return headingCandidate.ordinal() == 1 ? 0 : 0.8;
    }
    return sequenceCost(previousSibling.ordinal(), headingCandidate.ordinal());
  }

  /**
   * Cost of a decimal numeral whose prefix is not the numeral of its parent, since 2.1 belongs
   * below 2.
   */
  private static double prefixCost(
      @Nullable OpenHeading parent, HeadingCandidate headingCandidate) {
    List<String> numbers =
        Arrays.stream(headingCandidate.printedNumeral().split("\\D+", -1))
            .filter(n -> !n.isEmpty())
            .toList();
    String above = numbers.get(numbers.size() - 2);
    if (parent == null || HeadingNumeralReader.parseValue(above) != parent.ordinal()) {
      return 1.5;
    }
    return parent.style().rank() < headingCandidate.style().rank() ? 0 : 1.5;
  }

  private static double annexCost(
      @Nullable OpenHeading parent,
      @Nullable OpenHeading previousSibling,
      HeadingCandidate headingCandidate) {
    double cost;
    if (parent == null) {
      cost =
          previousSibling != null
                  && previousSibling.role() == HeadingRole.ANNEX
                  && previousSibling.style() == NumeralStyle.PART
              ? 1
              : 0.2;
    } else if (parent.style() == NumeralStyle.ANNEX) {
      cost = headingCandidate.ordinal() == 0 ? 0.2 : 1.5;
    } else {
      cost = parent.role() == HeadingRole.ANNEX ? 0 : parent.style() == NumeralStyle.PART ? 0.9 : 2;
    }
    if (previousSibling != null && previousSibling.style() == NumeralStyle.ANNEX) {
      int step = headingCandidate.ordinal() - previousSibling.ordinal();
      return cost + (step == 1 ? 0 : step == 0 ? 0.5 : 0.8);
    }
    return cost;
  }

  private static double nestedHeadingCost(
      @Nullable OpenHeading parent,
      @Nullable OpenHeading previousSibling,
      HeadingCandidate headingCandidate) {
    if (previousSibling == null) {
      return firstChildCost(parent, headingCandidate) + styleReuseCost(parent, headingCandidate);
    }
    if (headingCandidate.ordinal() == HeadingCandidate.LOST_ORDINAL
        && previousSibling.style() == headingCandidate.style()) {
      return 0;
    }
    if (previousSibling.style() == headingCandidate.style()) {
      return isMisprinted(previousSibling, headingCandidate)
          ? REPEATED_NUMERAL_COST
          : sequenceCost(previousSibling.ordinal(), headingCandidate.ordinal());
    }
    if (previousSibling.style() == NumeralStyle.HAN_BRACKETS
        && headingCandidate.style() == NumeralStyle.DIGIT_BRACKETS
        && headingCandidate.ordinal() == previousSibling.ordinal() + 1) {
      return 0.8;
    }
    boolean list =
        headingCandidate.outlinePosition() == null
            && previousSibling.outlinePosition() != OutlinePosition.SECTION;
    double start = headingCandidate.ordinal() == 1 ? 2.5 : list ? 2 : 0.7;
    return previousSibling.style() == NumeralStyle.NONE
        ? start + styleReuseCost(parent, headingCandidate)
        : 2.5 + start + styleReuseCost(parent, headingCandidate);
  }

  /**
   * Whether the same numeral was printed for two plain titles that each have their own text: （二）,
   * （二）, （三）.
   */
  private static boolean isMisprinted(
      OpenHeading previousSibling, HeadingCandidate headingCandidate) {
    boolean section =
        headingCandidate.style() == NumeralStyle.HAN
            || headingCandidate.style() == NumeralStyle.HAN_BRACKETS;
    return section
        && headingCandidate.ordinal() == previousSibling.ordinal()
        && headingCandidate.title().form() == HeadingTitle.TitleForm.PLAIN
        && headingCandidate.acceptanceCost() == 0;
  }

  /** Cost of a numeral that follows another of the same style among siblings. */
  static double sequenceCost(int previousOrdinal, int ordinal) {
    int step = ordinal - previousOrdinal;
    if (step == 1) {
      return 0;
    }
    if (step == 0) {
      return 2.5;
    }
    if (step < 0) {
      return ordinal == 1 ? 3 : 4;
    }
    return Math.min(4, 1.3 + 0.5 * (step - 2));
  }

  private static double firstChildCost(
      @Nullable OpenHeading parent, HeadingCandidate headingCandidate) {
    boolean goesOn =
        parent != null && parent.previousPartSectionOrdinal() + 1 == headingCandidate.ordinal();
    double cost =
        headingCandidate.ordinal() <= 1
            ? 0
            : goesOn ? 0.3 : Math.min(4, 1.8 + 0.4 * (headingCandidate.ordinal() - 2));
    double rank = headingCandidate.style().rank();
    if (parent == null) {
      return cost + Math.max(0, rank - NumeralStyle.HAN.rank()) * 0.7;
    }
    if (!parent.mayRestartNumbering() && rank < parent.style().rank()) {
      cost += 1.2;
    }
    return cost + Math.max(0, rank - parent.style().rank() - 1) * 0.1;
  }

  /** Whether the numerals of a report restart below its heading: 一、政府决算报告 followed by 一、. */
  private static boolean restartsNumberingOfReport(
      @Nullable OpenHeading parent, HeadingCandidate headingCandidate) {
    return parent != null
        && parent.role() == HeadingRole.REPORT
        && parent.style() == headingCandidate.style()
        && headingCandidate.ordinal() == 1;
  }

  /** Cost of a numbering system that an outer heading already uses; 0 if none does. */
  private static double styleReuseCost(
      @Nullable OpenHeading parent, HeadingCandidate headingCandidate) {
    boolean fresh = false;
    for (OpenHeading above = parent; above != null; above = above.parent()) {
      if (above.style() == headingCandidate.style()) {
        return fresh || restartsNumberingOfReport(parent, headingCandidate) ? 0.3 : 3;
      }
      fresh |= above.mayRestartNumbering() || above.startsEmbeddedReport();
    }
    return 0;
  }
}
