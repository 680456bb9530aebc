package org.mingzhang.extract.ofd;

import java.awt.geom.Arc2D;
import java.awt.geom.Path2D;
import java.util.StringTokenizer;

/**
 * Parses abbreviated path data (GB/T 33190, 9.1): the operators S M L Q B A C with their numbers.
 */
final class OfdPathParser {
  private OfdPathParser() {}

  /**
   * The path up to the first unreadable operator or number, in the object's own millimeters; empty
   * if the first one is unreadable.
   */
  static Path2D parse(String data) {
    Path2D path = new Path2D.Double();
    StringTokenizer tokens = new StringTokenizer(data);
    try {
      while (tokens.hasMoreTokens()) {
        applyOperator(tokens.nextToken(), tokens, path);
      }
    } catch (java.util.NoSuchElementException | NumberFormatException e) {
      // The data is broken; the path up to this point is returned.
      return path;
    }
    return path;
  }

  private static void applyOperator(String operator, StringTokenizer tokens, Path2D path) {
    switch (operator) {
      case "S", "M" -> path.moveTo(parseNext(tokens), parseNext(tokens));
      case "C" -> {
        if (path.getCurrentPoint() != null) {
          path.closePath();
        }
      }
      default -> {
        if (path.getCurrentPoint() == null) {
          path.moveTo(0, 0);
        }
        drawSegment(operator, tokens, path);
      }
    }
  }

  private static void drawSegment(String operator, StringTokenizer tokens, Path2D path) {
    switch (operator) {
      case "L" -> path.lineTo(parseNext(tokens), parseNext(tokens));
      case "Q" ->
          path.quadTo(parseNext(tokens), parseNext(tokens), parseNext(tokens), parseNext(tokens));
      case "B" ->
          path.curveTo(
              parseNext(tokens),
              parseNext(tokens),
              parseNext(tokens),
              parseNext(tokens),
              parseNext(tokens),
              parseNext(tokens));
      case "A" -> appendArc(tokens, path);
      default -> throw new NumberFormatException("unknown operator " + operator);
    }
  }

  /**
   * An elliptic arc, approximated by a circular arc of the mean radius, which is accurate enough
   * for OCR.
   */
  private static void appendArc(StringTokenizer tokens, Path2D path) {
    double rx = parseNext(tokens);
    double ry = parseNext(tokens);
    parseNext(tokens);
    boolean large = parseNext(tokens) != 0;
    boolean sweep = parseNext(tokens) != 0;
    double x = parseNext(tokens);
    double y = parseNext(tokens);
    double x0 = path.getCurrentPoint().getX();
    double y0 = path.getCurrentPoint().getY();
    double half = Math.hypot(x - x0, y - y0) / 2;
    double radius = Math.max(half, (rx + ry) / 2);
    double distance =
        Math.sqrt(Math.max(0, radius * radius - half * half)) * (large == sweep ? -1 : 1);
    if (half == 0) {
      return;
    }
    double cx = (x0 + x) / 2 - distance * (y - y0) / (2 * half);
    double cy = (y0 + y) / 2 + distance * (x - x0) / (2 * half);
    double from = Math.toDegrees(Math.atan2(cy - y0, x0 - cx));
    double to = Math.toDegrees(Math.atan2(cy - y, x - cx));
    double extent = sweep ? -normalizeDegrees(from - to) : normalizeDegrees(to - from);
    path.append(
        new Arc2D.Double(
            cx - radius, cy - radius, 2 * radius, 2 * radius, from, extent, Arc2D.OPEN),
        true);
  }

  private static double normalizeDegrees(double degrees) {
    return ((degrees % 360) + 360) % 360;
  }

  private static double parseNext(StringTokenizer tokens) {
    return Double.parseDouble(tokens.nextToken());
  }
}
