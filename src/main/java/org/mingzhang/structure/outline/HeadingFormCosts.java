package org.mingzhang.structure.outline;

import java.util.regex.Pattern;
import org.mingzhang.text.PatternTable;

/**
 * Computes the costs of accepting or rejecting a heading by its numeral, the form of its title and
 * its position in the standard outline. For the unit, see {@link HeadingEvidenceWeigher}.
 */
final class HeadingFormCosts {
  /** Cost of accepting a table row as a heading. */
  static final double TABLE_ROW_COST = 3;

  private static final PatternTable PATTERNS =
      PatternTable.readForPackageOf(HeadingFormCosts.class);
  private static final Pattern THREE_PUBLIC_EXPENSE = PATTERNS.get("three-public");
  private static final Pattern MONEY = Pattern.compile("\\d万?元$");

  private HeadingFormCosts() {}

  static double acceptanceCost(HeadingCandidate headingCandidate) {
    double cost =
        switch (headingCandidate.title().form()) {
          case AMOUNT -> isPartOfThreePublicExpense(headingCandidate) ? 0.5 : 0;
          case BUDGET_ITEM, PLAIN -> 0;
          case END_MARKED, RUN_IN -> 0.3;
          case RUN_IN_WITH_COMMA -> 0.8;
          case SENTENCE -> 3;
        };
    if (headingCandidate.style() == NumeralStyle.NONE) {
      cost += 0.2;
    }
    boolean amount =
        headingCandidate.title().form() == HeadingTitle.TitleForm.PLAIN
            && MONEY.matcher(headingCandidate.title().text()).find();
    return amount && headingCandidate.style() != NumeralStyle.HAN_BRACKETS
        ? cost + TABLE_ROW_COST
        : cost;
  }

  static double rejectionCost(HeadingCandidate headingCandidate) {
    double cost = formWeight(headingCandidate);
    if (headingCandidate.outlinePosition() != null
        && headingCandidate.style() != NumeralStyle.NONE) {
      cost += headingCandidate.title().form() == HeadingTitle.TitleForm.SENTENCE ? 0 : 1.2;
    }
    if (headingCandidate.declaredLevel() > 0) {
      cost += 2;
    }
    return cost;
  }

  /**
   * Whether a named amount is a part of one of the “three public expenses” (三公经费) and not one of
   * the three.
   */
  private static boolean isPartOfThreePublicExpense(HeadingCandidate headingCandidate) {
    return headingCandidate.style() == NumeralStyle.DIGIT_BRACKETS
        && !THREE_PUBLIC_EXPENSE.matcher(headingCandidate.title().text()).find();
  }

  private static double formWeight(HeadingCandidate headingCandidate) {
    double base = baseWeight(headingCandidate);
    return switch (headingCandidate.title().form()) {
      case BUDGET_ITEM -> headingCandidate.style() == NumeralStyle.DIGIT_BRACKETS ? 1 : 2.5;
      case AMOUNT -> isPartOfThreePublicExpense(headingCandidate) ? 0.1 : 2;
      case PLAIN -> base;
      case END_MARKED -> base * 0.8;
      case RUN_IN -> base * 0.6;
      case RUN_IN_WITH_COMMA -> base * (headingCandidate.style() == NumeralStyle.DIGIT ? 0.9 : 0.6);
      case SENTENCE -> headingCandidate.style() == NumeralStyle.PART ? 1 : 0;
    };
  }

  private static double baseWeight(HeadingCandidate headingCandidate) {
    return switch (headingCandidate.style()) {
      case PART -> 6;
      case CHAPTER -> 5;
      case SECTION, ANNEX -> 3;
      case HAN -> 2.2;
      case HAN_BRACKETS -> 1.8;
      case DIGIT -> 1;
      case TWO_PART_DECIMAL, THREE_PART_DECIMAL, FOUR_PART_DECIMAL -> 1.2;
      case DIGIT_BRACKETS -> 0.5;
      case NONE ->
          headingCandidate.outlinePosition() == null
              ? 0.5
              : positionWeight(headingCandidate.outlinePosition());
    };
  }

  private static double positionWeight(StandardTitles.OutlinePosition position) {
    return switch (position) {
      case PART, PROJECT -> 2.2;
      case SECTION -> 1.8;
      case CAPTION -> 1.6;
      case REPORT -> 1.2;
    };
  }
}
