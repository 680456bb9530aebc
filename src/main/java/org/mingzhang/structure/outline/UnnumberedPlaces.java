package org.mingzhang.structure.outline;

import org.jspecify.annotations.Nullable;
import org.mingzhang.structure.outline.StandardTitle.Place;

/**
 * Computes the costs of the possible places of a heading without a numeral in the outline, by its
 * place in the standard forms.
 */
final class UnnumberedPlaces {
  private UnnumberedPlaces() {}

  static double cost(
      @Nullable OpenHeading parent, @Nullable OpenHeading before, int depth, Candidate candidate) {
    Place place = candidate.place();
    if (place == null) {
      return 0.2 + 0.4 * Math.abs(depth + 1 - candidate.declared());
    }
    return declaredLevelCost(depth, candidate) + placeCost(parent, before, depth, candidate, place);
  }

  /**
   * Cost of a depth that differs from the declared level, which outweighs the place in the forms.
   */
  private static double declaredLevelCost(int depth, Candidate candidate) {
    return candidate.declared() == 0 || candidate.place() == Place.CAPTION
        ? 0
        : Math.abs(depth + 1 - candidate.declared());
  }

  private static double placeCost(
      @Nullable OpenHeading parent,
      @Nullable OpenHeading before,
      int depth,
      Candidate candidate,
      Place place) {
    return switch (place) {
      case PART -> partCost(parent, before, depth);
      case SECTION -> sectionCost(parent, before);
      case REPORT -> before == null ? 0.3 : isSameKind(before, Place.REPORT) ? 0 : 1.2;
      case CAPTION -> captionCost(parent, before, candidate);
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
      return parent == null || isOuter(parent) ? 0.4 : 0.9;
    }
    if (before.style() == NumeralStyle.NONE) {
      return isSameKind(before, Place.SECTION) ? 0 : 1;
    }
    return before.style() == NumeralStyle.PART || before.style() == NumeralStyle.ANNEX ? 1.5 : 0.3;
  }

  private static double captionCost(
      @Nullable OpenHeading parent, @Nullable OpenHeading before, Candidate candidate) {
    if (isSameKind(before, Place.CAPTION)) {
      return 0;
    }
    if (parent == null) {
      return before == null ? 0.3 : 0.9;
    }
    if (parent.place() == Place.CAPTION && parent.style() == NumeralStyle.NONE) {
      return 5;
    }
    boolean related =
        parent.role() == HeadingRole.PERFORMANCE && candidate.title().text().contains("绩效");
    if (parent.role() == HeadingRole.TABLE) {
      return 0;
    }
    if (parent.role() == HeadingRole.ANNEX || parent.style() == NumeralStyle.ANNEX) {
      return 0.2;
    }
    double base =
        parent.style() == NumeralStyle.PART
            ? 0.6
            : isOuter(parent) ? 0.25 : parent.style() == NumeralStyle.HAN ? 0.5 : 0.7;
    return related ? base - 0.4 : base;
  }

  private static double projectCost(@Nullable OpenHeading parent, @Nullable OpenHeading before) {
    if (isSameKind(before, Place.PROJECT)) {
      return 0;
    }
    if (parent == null) {
      return before == null ? 0.3 : 0.8;
    }
    return isOuter(parent) ? 0.3 : 1.5;
  }

  private static boolean isOuter(OpenHeading parent) {
    return parent.style() == NumeralStyle.PART
        || parent.style() == NumeralStyle.CHAPTER
        || (parent.style() == NumeralStyle.NONE && parent.place() == Place.PART);
  }

  private static boolean isSameKind(@Nullable OpenHeading before, Place place) {
    return before != null && before.style() == NumeralStyle.NONE && before.place() == place;
  }
}
