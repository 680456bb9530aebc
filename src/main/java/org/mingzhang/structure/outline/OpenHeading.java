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
 * @param style its numbering system, or that of its siblings where its own number was lost
 * @param ordinal value of its numeral, derived from its siblings where the number was lost
 * @param place place of its title in the standard forms, or null
 * @param role what its title implies for the lines below it
 * @param carried last numeral below the part before it, or 0; some forms number their sections
 *     consecutively across parts
 */
record OpenHeading(
    @Nullable OpenHeading parent,
    NumeralStyle style,
    int ordinal,
    StandardTitle.@Nullable Place place,
    HeadingRole role,
    int carried) {

  /** A heading whose sections start numbering anew. */
  OpenHeading(
      @Nullable OpenHeading parent,
      NumeralStyle style,
      int ordinal,
      StandardTitle.@Nullable Place place,
      HeadingRole role) {
    this(parent, style, ordinal, place, role, 0);
  }

  // Headings are compared for each reading of each candidate; the methods of a record are linked
  // and called more slowly.
  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof OpenHeading o
        && style == o.style
        && ordinal == o.ordinal
        && role == o.role
        && carried == o.carried
        && Objects.equals(place, o.place)
        && Objects.equals(parent, o.parent);
  }

  @Override
  public int hashCode() {
    int above = parent == null ? 0 : parent.hashCode();
    return 31 * (31 * above + style.hashCode()) + ordinal;
  }

  /** The frames from the outermost to the given one; empty for null. */
  static List<OpenHeading> toStack(@Nullable OpenHeading top) {
    List<OpenHeading> stack = new ArrayList<>();
    for (OpenHeading frame = top; frame != null; frame = frame.parent) {
      stack.add(frame);
    }
    Collections.reverse(stack);
    return stack;
  }

  /** Depth, 1 for the outermost. */
  int depth() {
    int depth = 0;
    for (OpenHeading frame = this; frame != null; frame = frame.parent) {
      depth++;
    }
    return depth;
  }

  /**
   * Returns a copy of this part that remembers the last section numeral of the part before it, so
   * that its sections may continue that numbering; this heading itself if it is not a part or
   * {@code numeral} is 0.
   */
  OpenHeading withCarriedNumeral(int numeral) {
    return style == NumeralStyle.PART && numeral > 0
        ? new OpenHeading(parent, style, ordinal, place, role, numeral)
        : this;
  }

  /** The numeral that a following part would continue. */
  int carriedOver() {
    return style == NumeralStyle.HAN ? ordinal : 0;
  }

  /** Whether it begins a pasted report: an outer numeral below an inner one. */
  boolean isPastedReport() {
    return parent != null && !parent.mayRestartNumbering() && style.rank() < parent.style.rank();
  }

  /** Whether numbering may restart below it: an annex, or a heading without a number. */
  boolean mayRestartNumbering() {
    return style == NumeralStyle.ANNEX || style == NumeralStyle.NONE;
  }
}
