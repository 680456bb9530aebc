package org.mingzhang.structure.outline;

import org.jspecify.annotations.Nullable;
import org.mingzhang.model.TextBlock;

/**
 * A block that may be a heading, with its evidence.
 *
 * @param blockIndex index of the block
 * @param page 1-based page
 * @param style numbering system; {@link NumeralStyle#NONE} without a numeral
 * @param ordinal value of the numeral; 0 if there is none, {@link #LOST_ORDINAL} if it was lost
 * @param printedNumeral the numeral as printed; empty if there is none
 * @param title the title and the text that follows it on its line
 * @param outlinePosition position of the title in the standard outline, or null
 * @param declaredLevel level declared by the original; 0 if it declares none
 * @param acceptanceCost cost of reading the block as a heading; 0 if it certainly is one
 * @param rejectionCost cost of reading it as text; 0 for a plain sentence
 */
record HeadingCandidate(
    int blockIndex,
    int page,
    NumeralStyle style,
    int ordinal,
    String printedNumeral,
    HeadingTitle title,
    StandardTitles.@Nullable OutlinePosition outlinePosition,
    int declaredLevel,
    double acceptanceCost,
    double rejectionCost) {

  /** Ordinal of a numeral that was lost. Its value is derived from its position in the sequence. */
  static final int LOST_ORDINAL = -1;

  /** Creates a candidate for a text block. Its costs are 0 until they are computed. */
  static HeadingCandidate ofText(
      int blockIndex,
      TextBlock block,
      NumeralStyle style,
      int ordinal,
      String printedNumeral,
      HeadingTitle title,
      StandardTitles.@Nullable OutlinePosition position) {
    return new HeadingCandidate(
        blockIndex,
        block.page(),
        style,
        ordinal,
        printedNumeral,
        title,
        position,
        block.outlineLevel(),
        0,
        0);
  }

  /** Creates a candidate that has no numeral. Its costs are 0 until they are computed. */
  static HeadingCandidate createUnnumbered(
      int block,
      int page,
      HeadingTitle title,
      StandardTitles.@Nullable OutlinePosition position,
      int declaredLevel) {
    return new HeadingCandidate(
        block, page, NumeralStyle.NONE, 0, "", title, position, declaredLevel, 0, 0);
  }

  /** The role that the title implies for the lines below the heading. */
  HeadingRole role() {
    return HeadingRole.findByTitle(title.text());
  }

  HeadingCandidate withDeclaredLevel(int level) {
    return new HeadingCandidate(
        blockIndex,
        page,
        style,
        ordinal,
        printedNumeral,
        title,
        outlinePosition,
        level,
        acceptanceCost,
        rejectionCost);
  }

  HeadingCandidate withCosts(double newAcceptance, double newRejection) {
    return new HeadingCandidate(
        blockIndex,
        page,
        style,
        ordinal,
        printedNumeral,
        title,
        outlinePosition,
        declaredLevel,
        newAcceptance,
        newRejection);
  }
}
