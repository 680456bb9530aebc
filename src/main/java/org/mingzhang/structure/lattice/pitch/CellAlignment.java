package org.mingzhang.structure.lattice.pitch;

/**
 * Vertical alignment of the cells of a row with the line of its numbers. If the middle of a row
 * falls between two lines, converters print the numbers on one of the two, usually the same one
 * throughout a page.
 */
enum CellAlignment {
  /** All cells have the same middle. */
  CENTERED,
  /** As {@link #CENTERED}, but with the numbers on the upper of the two middle lines. */
  CENTERED_NUMBERS_ABOVE,
  /** As {@link #CENTERED}, but with the numbers on the lower of the two middle lines. */
  CENTERED_NUMBERS_BELOW,
  /** All cells begin on the first line of their row. */
  TOP;

  /**
   * Distance of the middle of a centered cell from its expected position, in lines; positive if the
   * cell is too low. For {@link #TOP}, this is the distance from {@code anchor}.
   *
   * @param middle vertical position of the middle of the cell, in lines
   * @param anchor vertical position of the numbers of the row, in lines
   */
  double signedOffset(double middle, double anchor) {
    double distance = middle - anchor;
    boolean between = distance != Math.rint(distance);
    return switch (this) {
      case CENTERED, TOP -> distance;
      case CENTERED_NUMBERS_ABOVE -> between ? distance - 0.5 : distance;
      case CENTERED_NUMBERS_BELOW -> between ? distance + 0.5 : distance;
    };
  }
}
