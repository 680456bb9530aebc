package org.mingzhang.structure.outline;

import org.jspecify.annotations.Nullable;
import org.mingzhang.structure.outline.StandardTitle.OutlinePosition;

/**
 * Computes the costs of placing a heading without a numeral at each possible depth of the outline,
 * by its position in the standard outline.
 */
final class UnnumberedHeadingCosts {
  private UnnumberedHeadingCosts() {}

  static double cost(
      @Nullable OpenHeading parent,
      @Nullable OpenHeading before,
      int depth,
      HeadingCandidate headingCandidate) {
    OutlinePosition place = headingCandidate.position();
    if (place == null) {
      return 0.2 + 0.4 * Math.abs(depth + 1 - headingCandidate.declared());
    }
    return declaredLevelCost(depth, headingCandidate)
        + placeCost(parent, before, depth, headingCandidate, place);
  }

  /**
   * The cost of a depth other than the heading level that the file declares: 1 for each level of
   * difference; 0 for captions and for headings without a declared level.
   */
  private static double declaredLevelCost(int depth, HeadingCandidate headingCandidate) {
    return headingCandidate.declared() == 0
            || headingCandidate.position() == OutlinePosition.CAPTION
        ? 0
        : Math.abs(depth + 1 - headingCandidate.declared());
  }

  private static double placeCost(
      @Nullable OpenHeading parent,
      @Nullable OpenHeading before,
      int depth,
      HeadingCandidate headingCandidate,
      OutlinePosition place) {
    return switch (place) {
      case PART -> partCost(parent, before, depth);
      case SECTION -> sectionCost(parent, before);
      case REPORT ->
          before == null ? 0.3 : isUnnumberedAtPosition(before, OutlinePosition.REPORT) ? 0 : 1.2;
      case CAPTION -> captionCost(parent, before, headingCandidate);
      case PROJECT -> projectCost(parent, before);
    };
  }

  private static double partCost(
      @Nullable OpenHeading parent, @Nullable OpenHeading before, int depth) {
    boolean numbered = before != null && before.style() != NumeralStyle.NONE;
    if (depth == 0) {
      if (before == null || before.style() == NumeralStyle.NONE) {
        return 0;
      }
      return before.style() == NumeralStyle.PART ? 0.4 : before.mayRestartNumbering() ? 1.2 : 0.5;
    }
    if (depth == 1 && parent != null && parent.style() == NumeralStyle.PART) {
      return numbered ? 0.5 : 0.8;
    }
    return 1 + 0.5 * depth;
  }

  private static double sectionCost(@Nullable OpenHeading parent, @Nullable OpenHeading before) {
    if (before == null) {
      return parent == null || isPartOrChapter(parent) ? 0.4 : 0.9;
    }
    if (before.style() == NumeralStyle.NONE) {
      return isUnnumberedAtPosition(before, OutlinePosition.SECTION) ? 0 : 1;
    }
    return before.style() == NumeralStyle.PART || before.style() == NumeralStyle.ANNEX ? 1.5 : 0.3;
  }

  private static double captionCost(
      @Nullable OpenHeading parent,
      @Nullable OpenHeading before,
      HeadingCandidate headingCandidate) {
    if (isUnnumberedAtPosition(before, OutlinePosition.CAPTION)) {
      return 0;
    }
    if (parent == null) {
      return before == null ? 0.3 : 0.9;
    }
    if (parent.position() == OutlinePosition.CAPTION && parent.style() == NumeralStyle.NONE) {
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

  private static double projectCost(@Nullable OpenHeading parent, @Nullable OpenHeading before) {
    if (isUnnumberedAtPosition(before, OutlinePosition.PROJECT)) {
      return 0;
    }
    if (parent == null) {
      return before == null ? 0.3 : 0.8;
    }
    return isPartOrChapter(parent) ? 0.3 : 1.5;
  }

  private static boolean isPartOrChapter(OpenHeading parent) {
    return parent.style() == NumeralStyle.PART
        || parent.style() == NumeralStyle.CHAPTER
        || (parent.style() == NumeralStyle.NONE && parent.position() == OutlinePosition.PART);
  }

  private static boolean isUnnumberedAtPosition(
      @Nullable OpenHeading before, OutlinePosition place) {
    return before != null && before.style() == NumeralStyle.NONE && before.position() == place;
  }
}
