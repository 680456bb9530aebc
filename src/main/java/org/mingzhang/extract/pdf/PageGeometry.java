package org.mingzhang.extract.pdf;

import java.awt.geom.AffineTransform;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDRectangle;

/**
 * The mapping from user space to the page as shown: cropped, rotated by the page's own rotation,
 * with the origin in the upper left corner and y downwards (ISO 32000-1, 7.7.3.3 and 8.3.2.3).
 *
 * @param width width as shown, in points
 * @param height height as shown, in points
 * @param toShownPage transforms user space to the page as shown
 */
record PageGeometry(float width, float height, AffineTransform toShownPage) {

  /** The geometry of a page by its crop box and rotation. */
  static PageGeometry of(PDPage page) {
    PDRectangle box = page.getCropBox();
    float left = box.getLowerLeftX();
    float bottom = box.getLowerLeftY();
    float right = box.getUpperRightX();
    float top = box.getUpperRightY();
    return switch (Math.floorMod(page.getRotation(), 360)) {
      case 90 ->
          new PageGeometry(
              box.getHeight(), box.getWidth(), new AffineTransform(0, 1, 1, 0, -bottom, -left));
      case 180 ->
          new PageGeometry(
              box.getWidth(), box.getHeight(), new AffineTransform(-1, 0, 0, 1, right, -bottom));
      case 270 ->
          new PageGeometry(
              box.getHeight(), box.getWidth(), new AffineTransform(0, -1, -1, 0, top, right));
      default ->
          new PageGeometry(
              box.getWidth(), box.getHeight(), new AffineTransform(1, 0, 0, -1, -left, top));
    };
  }
}
