package org.mingzhang.structure.outline;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * An open heading with its ancestors: an immutable stack.
 *
 * @param parent the heading above, or null
 * @param style its numbering system, or that of its siblings if its own number was lost
 * @param ordinal value of its numeral, derived from its siblings if the number was lost
 * @param outlinePosition position of its title in the standard outline, or null
 * @param role what its title implies for the lines below it
 * @param previousPartSectionOrdinal ordinal of the last section of the preceding part, or 0; some
 *     forms number their sections consecutively across parts
 */
record OpenHeading(
    @Nullable OpenHeading parent,
    NumeralStyle style,
    int ordinal,
    StandardTitles.@Nullable OutlinePosition outlinePosition,
    HeadingRole role,
    int previousPartSectionOrdinal) {

  /** Creates a heading whose sections start their own numbering. */
  OpenHeading(
      @Nullable OpenHeading parent,
      NumeralStyle style,
      int ordinal,
      StandardTitles.@Nullable OutlinePosition outlinePosition,
      HeadingRole role) {
    this(parent, style, ordinal, outlinePosition, role, 0);
  }

  // Written by hand for speed: headings are compared very often, and the methods generated for a
  // record are slower.
  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof OpenHeading o
        && style == o.style
        && ordinal == o.ordinal
        && role == o.role
        && previousPartSectionOrdinal == o.previousPartSectionOrdinal
        && Objects.equals(outlinePosition, o.outlinePosition)
        && Objects.equals(parent, o.parent);
  }

  @Override
  public int hashCode() {
    int above = parent == null ? 0 : parent.hashCode();
    return 31 * (31 * above + style.hashCode()) + ordinal;
  }

  /** The headings from the outermost to the given one; empty for null. */
  static List<OpenHeading> toStack(@Nullable OpenHeading innermost) {
    List<OpenHeading> stack = new ArrayList<>();
    for (OpenHeading openHeading = innermost;
        openHeading != null;
        openHeading = openHeading.parent) {
      stack.add(openHeading);
    }
    Collections.reverse(stack);
    return stack;
  }

  /** Depth in the outline; 1 for the outermost heading. */
  int depth() {
    int depth = 0;
    for (OpenHeading openHeading = this; openHeading != null; openHeading = openHeading.parent) {
      depth++;
    }
    return depth;
  }

  /**
   * Returns a copy of this part that remembers the last section numeral of the part before it, so
   * that its sections may continue that numbering; this heading itself if it is not a part or
   * {@code numeral} is 0.
   */
  OpenHeading withPreviousSectionNumeral(int numeral) {
    return style == NumeralStyle.PART && numeral > 0
        ? new OpenHeading(parent, style, ordinal, outlinePosition, role, numeral)
        : this;
  }

  /**
   * The ordinal of the last section, which the sections of a following part may continue; 0 if this
   * is not a section with a Chinese numeral.
   */
  int sectionOrdinalForNextPart() {
    return style == NumeralStyle.HAN ? ordinal : 0;
  }

  /**
   * Whether the heading begins a report embedded in a section: its numeral is of an outer style
   * although the numeral of its parent is of an inner style.
   */
  boolean startsEmbeddedReport() {
    return parent != null && !parent.mayRestartNumbering() && style.rank() < parent.style.rank();
  }

  /** Whether numbering may restart below the heading, because it is an annex or has no number. */
  boolean mayRestartNumbering() {
    return style == NumeralStyle.ANNEX || style == NumeralStyle.NONE;
  }
}
