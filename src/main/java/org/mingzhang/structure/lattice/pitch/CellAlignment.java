package org.mingzhang.structure.lattice.pitch;

/**
 * How the cells of a row are aligned with its line of numbers. The middle of two lines is on no
 * line, so a converter prints the numbers beside one of them, on most of a page the same.
 */
enum CellAlignment {
  /** All cells have the same middle. */
  CENTERED,
  /** The same, with the numbers on the upper of two lines in the middle. */
  CENTERED_NUMBERS_ABOVE,
  /** The same, with the numbers on the lower one. */
  CENTERED_NUMBERS_BELOW,
  /** All cells begin on the first line of their row. */
  TOP;

  /** Number of lines between the middle of a centered cell and its expected position. */
  double distance(double middle, double anchor) {
    double distance = middle - anchor;
    boolean between = distance != Math.rint(distance);
    return switch (this) {
      case CENTERED, TOP -> distance;
      case CENTERED_NUMBERS_ABOVE -> between ? distance - 0.5 : distance;
      case CENTERED_NUMBERS_BELOW -> between ? distance + 0.5 : distance;
    };
  }
}
