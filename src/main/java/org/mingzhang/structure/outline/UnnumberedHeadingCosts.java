package org.mingzhang.structure.outline;

import org.jspecify.annotations.Nullable;
import org.mingzhang.structure.outline.StandardTitles.OutlinePosition;

/**
 * Computes the costs of placing a heading without a numeral at each possible depth of the outline,
 * by its position in the standard outline.
 */
final class UnnumberedHeadingCosts {
  private UnnumberedHeadingCosts() {}

  static double cost(
      @Nullable OpenHeading parent,
      @Nullable OpenHeading previousSibling,
      int depth,
      HeadingCandidate headingCandidate) {
    OutlinePosition place = headingCandidate.outlinePosition();
    if (place == null) {
      return 0.2 + 0.4 * Math.abs(depth + 1 - headingCandidate.declaredLevel());
    }
    return declaredLevelCost(depth, headingCandidate)
        + positionCost(parent, previousSibling, depth, headingCandidate, place);
  }

  /**
   * The cost of a depth other than the heading level that the file declares: 1 for each level of
   * difference; 0 for captions and for headings without a declared level.
   */
  private static double declaredLevelCost(int depth, HeadingCandidate headingCandidate) {
    return headingCandidate.declaredLevel() == 0
            || headingCandidate.outlinePosition() == OutlinePosition.CAPTION
        ? 0
        : Math.abs(depth + 1 - headingCandidate.declaredLevel());
  }

  private static double positionCost(
      @Nullable OpenHeading parent,
      @Nullable OpenHeading previousSibling,
      int depth,
      HeadingCandidate headingCandidate,
      OutlinePosition position) {
    return switch (position) {
      case PART -> partCost(parent, previousSibling, depth);
      case SECTION -> sectionCost(parent, previousSibling);
      case REPORT ->
          previousSibling == null
              ? 0.3
              : isUnnumberedAtPosition(previousSibling, OutlinePosition.REPORT) ? 0 : 1.2;
      case CAPTION -> captionCost(parent, previousSibling, headingCandidate);
      case PROJECT -> projectCost(parent, previousSibling);
    };
  }

  private static double partCost(
      @Nullable OpenHeading parent, @Nullable OpenHeading previousSibling, int depth) {
    boolean numbered = previousSibling != null && previousSibling.style() != NumeralStyle.NONE;
    if (depth == 0) {
      if (previousSibling == null || previousSibling.style() == NumeralStyle.NONE) {
        return 0;
      }
      return previousSibling.style() == NumeralStyle.PART
          ? 0.4
          : previousSibling.mayRestartNumbering() ? 1.2 : 0.5;
    }
    if (depth == 1 && parent != null && parent.style() == NumeralStyle.PART) {
      return numbered ? 0.5 : 0.8;
    }
    return 1 + 0.5 * depth;
  }

  private static double sectionCost(
      @Nullable OpenHeading parent, @Nullable OpenHeading previousSibling) {
    if (previousSibling == null) {
      return parent == null || isPartOrChapter(parent) ? 0.4 : 0.9;
    }
    if (previousSibling.style() == NumeralStyle.NONE) {
      return isUnnumberedAtPosition(previousSibling, OutlinePosition.SECTION) ? 0 : 1;
    }
    return previousSibling.style() == NumeralStyle.PART
            || previousSibling.style() == NumeralStyle.ANNEX
        ? 1.5
        : 0.3;
  }

  private static double captionCost(
      @Nullable OpenHeading parent,
      @Nullable OpenHeading previousSibling,
      HeadingCandidate headingCandidate) {
    if (isUnnumberedAtPosition(previousSibling, OutlinePosition.CAPTION)) {
      return 0;
    }
    if (parent == null) {
      return previousSibling == null ? 0.3 : 0.9;
    }
    if (parent.outlinePosition() == OutlinePosition.CAPTION
        && parent.style() == NumeralStyle.NONE) {
      return 5;
    }
    boolean related =
        parent.role() == HeadingRole.PERFORMANCE && headingCandidate.title().text().contains("绩效");
    if (parent.role() == HeadingRole.TABLE) {
      return 0;
    }
    if (parent.role() == HeadingRole.ANNEX || parent.style() == NumeralStyle.ANNEX) {
      return 0.2;
    }
    double base =
        parent.style() == NumeralStyle.PART
            ? 0.6
            : isPartOrChapter(parent) ? 0.25 : parent.style() == NumeralStyle.HAN ? 0.5 : 0.7;
    return related ? base - 0.4 : base;
  }

  private static double projectCost(
      @Nullable OpenHeading parent, @Nullable OpenHeading previousSibling) {
    if (isUnnumberedAtPosition(previousSibling, OutlinePosition.PROJECT)) {
      return 0;
    }
    if (parent == null) {
      return previousSibling == null ? 0.3 : 0.8;
    }
    return isPartOrChapter(parent) ? 0.3 : 1.5;
  }

  private static boolean isPartOrChapter(OpenHeading parent) {
    return parent.style() == NumeralStyle.PART
        || parent.style() == NumeralStyle.CHAPTER
        || (parent.style() == NumeralStyle.NONE
            && parent.outlinePosition() == OutlinePosition.PART);
  }

  private static boolean isUnnumberedAtPosition(
      @Nullable OpenHeading previousSibling, OutlinePosition position) {
    return previousSibling != null
        && previousSibling.style() == NumeralStyle.NONE
        && previousSibling.outlinePosition() == position;
  }
}
