package org.mingzhang.structure.outline;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.mingzhang.structure.outline.StandardTitles.OutlinePosition;
import org.mingzhang.text.PatternTable;

/**
 * The possible depths at which a heading can be placed below the open headings, each with its cost:
 * next sibling of any of them, or first child of the innermost. Consecutive numerals cost nothing;
 * gaps, repetitions and restarts do. Use one object per document and thread, since the traits of
 * the last candidate are cached.
 */
final class HeadingPlacement {
  /** Cost that makes a depth impossible for a heading. */
  static final double IMPOSSIBLE_COST = 50;

  /** Maximum number of nested open headings; deeper levels declared by a file are ignored. */
  private static final int MAX_OPEN_HEADINGS = 24;

  private static final PatternTable PATTERNS =
      PatternTable.readForPackageOf(HeadingPlacement.class);
  private static final Pattern OWN_DUTIES = PATTERNS.get("own-duties");
  private static final Pattern DUTIES_SECTION = PATTERNS.get("duties-section");

  /**
   * Acceptance cost from which a candidate counts as an entry of a list, whose lines have no text
   * below them.
   */
  private static final double MIN_LIST_ENTRY_ACCEPTANCE_COST = 0.9;

  private static final double LIST_ENTRY_COST_FACTOR = 0.1;

  /**
   * Factor of the cost of rejecting a plain numbered title below a table. It is greater than {@link
   * #LIST_ENTRY_COST_FACTOR}, since the title may continue the numbering from above the table.
   */
  private static final double AFTER_TABLE_COST_FACTOR = 0.3;

  /** The properties that the title of a candidate implies, computed once for all depths. */
  private record TitleTraits(int blockIndex, HeadingRole role, boolean namesOwnDuties) {}

  private final boolean mustSplitGlossary;
  private @Nullable TitleTraits lastTraits;

  /**
   * Creates the placement for one document.
   *
   * @param mustSplitGlossary whether entries of the glossary are sections of their own
   */
  HeadingPlacement(boolean mustSplitGlossary) {
    this.mustSplitGlossary = mustSplitGlossary;
  }

  /**
   * A depth at which a heading can be placed, with its cost.
   *
   * @param openHeading the heading at this depth, with its ancestors
   * @param cost its cost; 0 for the usual depth
   */
  record PlacementOption(OpenHeading openHeading, double cost) {}

  /**
   * The possible depths for a candidate below the open headings.
   *
   * @param innermost the innermost open heading, or null if none is open
   * @return the options from the outermost depth to the innermost, without impossible ones
   */
  List<PlacementOption> findOptions(
      @Nullable OpenHeading innermost, HeadingCandidate headingCandidate) {
    List<OpenHeading> stack = OpenHeading.toStack(innermost);
    List<PlacementOption> placementOptions = new ArrayList<>();
    for (int depth = 0; depth <= Math.min(stack.size(), MAX_OPEN_HEADINGS); depth++) {
      OpenHeading parent = depth == 0 ? null : stack.get(depth - 1);
      OpenHeading before = depth == stack.size() ? null : stack.get(depth);
      double cost = parentRoleCost(parent, headingCandidate);
      cost +=
          headingCandidate.style() == NumeralStyle.NONE
              ? UnnumberedHeadingCosts.cost(parent, before, depth, headingCandidate)
              : NumberedHeadingCosts.cost(parent, before, depth, headingCandidate);
      if (cost < IMPOSSIBLE_COST) {
        int carried =
            depth + 1 < stack.size() ? stack.get(depth + 1).sectionOrdinalForNextPart() : 0;
        placementOptions.add(
            new PlacementOption(
                createOpenHeading(parent, before, headingCandidate)
                    .withPreviousSectionNumeral(carried),
                cost));
      }
    }
    return placementOptions;
  }

  /**
   * Cost of reading the candidate as text below the open headings. The cost is low where lists are
   * expected.
   */
  double textCost(@Nullable OpenHeading innermost, HeadingCandidate headingCandidate) {
    boolean known =
        (headingCandidate.outlinePosition() != null && !headingCandidate.title().isRunIn())
            || namesOwnDuties(headingCandidate);
    if (innermost == null
        || known
        || headingCandidate.declaredLevel() > 0
        || continuesNumbering(innermost, headingCandidate)) {
      return headingCandidate.rejectionCost();
    }
    double rank = headingCandidate.style().rank();
    if (isInGlossary(innermost) && !mustSplitGlossary && rank >= NumeralStyle.HAN.rank()) {
      return headingCandidate.title().isRunIn() ? 0 : headingCandidate.rejectionCost();
    }
    boolean list =
        innermost.role() == HeadingRole.DUTIES
            || (innermost.role() == HeadingRole.TABLE && innermost.style() != NumeralStyle.PART);
    boolean entry = rank >= NumeralStyle.HAN_BRACKETS.rank() || headingCandidate.title().isRunIn();
    if (!list || !entry || rank < NumeralStyle.HAN.rank()) {
      return headingCandidate.rejectionCost();
    }
    boolean afterTable =
        innermost.role() == HeadingRole.TABLE
            && headingCandidate.ordinal() > 1
            && headingCandidate.acceptanceCost() == 0
            && headingCandidate.title().form() == HeadingTitle.TitleForm.PLAIN;
    return headingCandidate.rejectionCost()
        * (afterTable ? AFTER_TABLE_COST_FACTOR : LIST_ENTRY_COST_FACTOR);
  }

  /**
   * Whether a title itself names duties or departments, whatever the headings above it: （一）机构组成.
   */
  private boolean namesOwnDuties(HeadingCandidate headingCandidate) {
    return findTitleTraits(headingCandidate).namesOwnDuties;
  }

  private TitleTraits findTitleTraits(HeadingCandidate headingCandidate) {
    TitleTraits known = lastTraits;
    if (known == null || known.blockIndex != headingCandidate.blockIndex()) {
      known =
          new TitleTraits(
              headingCandidate.blockIndex(),
              headingCandidate.role(),
              titleNamesOwnDuties(headingCandidate));
      lastTraits = known;
    }
    return known;
  }

  private static boolean titleNamesOwnDuties(HeadingCandidate headingCandidate) {
    String title = headingCandidate.title().text();
    return OWN_DUTIES.matcher(title).matches()
        || (!headingCandidate.title().isRunIn()
            && headingCandidate.acceptanceCost() < MIN_LIST_ENTRY_ACCEPTANCE_COST
            && DUTIES_SECTION.matcher(title).matches());
  }

  /** Whether the numeral of a candidate is the next one after that of an open heading. */
  private static boolean continuesNumbering(
      OpenHeading innermost, HeadingCandidate headingCandidate) {
    for (OpenHeading current = innermost; current != null; current = current.parent()) {
      if (current.style() == headingCandidate.style()
          && current.ordinal() + 1 == headingCandidate.ordinal()) {
        return true;
      }
    }
    return false;
  }

  /**
   * Creates the heading at a depth. A heading that has lost its number gets the next number among
   * its siblings.
   */
  private OpenHeading createOpenHeading(
      @Nullable OpenHeading parent,
      @Nullable OpenHeading previousSibling,
      HeadingCandidate headingCandidate) {
    boolean lost =
        headingCandidate.style() == NumeralStyle.NONE
            && previousSibling != null
            && previousSibling.style() != NumeralStyle.NONE
            && previousSibling.style() != NumeralStyle.ANNEX
            && (headingCandidate.outlinePosition() == OutlinePosition.PART
                || headingCandidate.outlinePosition() == OutlinePosition.SECTION);
    boolean mixed =
        previousSibling != null
            && headingCandidate.style() == NumeralStyle.DIGIT_BRACKETS
            && previousSibling.style() == NumeralStyle.HAN_BRACKETS
            && headingCandidate.ordinal() == previousSibling.ordinal() + 1;
    boolean uncounted = headingCandidate.ordinal() == HeadingCandidate.LOST_ORDINAL;
    if (uncounted) {
      int ordinal =
          previousSibling != null && previousSibling.style() == headingCandidate.style()
              ? previousSibling.ordinal()
              : 0;
      return new OpenHeading(
          parent,
          headingCandidate.style(),
          ordinal + 1,
          null,
          findTitleTraits(headingCandidate).role);
    }
    return new OpenHeading(
        parent,
        (lost || mixed) && previousSibling != null
            ? previousSibling.style()
            : headingCandidate.style(),
        lost && previousSibling != null
            ? previousSibling.ordinal() + 1
            : headingCandidate.ordinal(),
        headingCandidate.outlinePosition(),
        findTitleTraits(headingCandidate).role);
  }

  /** Cost of accepting a candidate as a heading, given the role of its parent. */
  private double parentRoleCost(@Nullable OpenHeading parent, HeadingCandidate headingCandidate) {
    if (parent == null || headingCandidate.style() == NumeralStyle.PART) {
      return 0;
    }
    boolean bare = !headingCandidate.title().isRunIn();
    return switch (isInGlossary(parent) ? HeadingRole.GLOSSARY : parent.role()) {
      case DUTIES ->
          headingCandidate.outlinePosition() != null
                  || headingCandidate.declaredLevel() > 0
                  || namesOwnDuties(headingCandidate)
              ? 0
              : headingCandidate.style() == NumeralStyle.HAN_BRACKETS && bare ? 0.8 : 2;
      case GLOSSARY -> mustSplitGlossary ? 0 : 6;
      case TABLE ->
          parent.style() == NumeralStyle.PART
                  || parent.outlinePosition() == OutlinePosition.PART
                  || headingCandidate.outlinePosition() == OutlinePosition.CAPTION
                  || headingCandidate.style() == NumeralStyle.ANNEX
              ? 0
              : 2.5;
      case ANNEX, REPORT, PERFORMANCE, OTHER -> 0;
    };
  }

  /** Whether a heading is the glossary or inside it. */
  static boolean isInGlossary(OpenHeading current) {
    for (OpenHeading above = current; above != null; above = above.parent()) {
      if (above.role() == HeadingRole.GLOSSARY) {
        return true;
      }
    }
    return false;
  }
}
