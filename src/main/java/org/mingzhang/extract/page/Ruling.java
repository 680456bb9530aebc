package org.mingzhang.extract.page;

/**
 * A straight line drawn along an axis of the page, in points from the upper left corner.
 *
 * @param horizontal whether it runs from left to right, otherwise from top to bottom
 * @param position its y if horizontal, otherwise its x
 * @param start smaller end along its direction
 * @param end larger end
 */
public record Ruling(boolean horizontal, float position, float start, float end) {

  /** A line from left to right. */
  public static Ruling horizontal(float y, float left, float right) {
    return new Ruling(true, y, left, right);
  }

  /** A line from top to bottom. */
  public static Ruling vertical(float x, float top, float bottom) {
    return new Ruling(false, x, top, bottom);
  }

  /** Length in points. */
  public float length() {
    return end - start;
  }
}
