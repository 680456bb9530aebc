package org.mingzhang.extract.pdf;

import java.io.IOException;
import org.apache.pdfbox.pdmodel.graphics.color.PDColor;
import org.apache.pdfbox.pdmodel.graphics.color.PDColorSpace;
import org.apache.pdfbox.pdmodel.graphics.color.PDLab;
import org.apache.pdfbox.pdmodel.graphics.color.PDSpecialColorSpace;

/** Properties of the colors in which a page paints. */
final class PaintColors {
  /** Smallest component of gray or RGB, 0 to 1, that counts as white. */
  private static final float MIN_WHITE_LIGHT = 0.97f;

  /** Largest component of CMYK, 0 to 1, that counts as white. */
  private static final float MAX_WHITE_INK = 0.03f;

  private PaintColors() {}

  /**
   * Whether a color is white; spreadsheets draw hidden borders in white. Components of gray and RGB
   * are light, components of CMYK are ink. Spot colors, palettes and Lab are converted to RGB; a
   * color that cannot be converted, and a pattern, is not white.
   */
  static boolean isWhite(PDColor color) {
    if (color.isPattern()) {
      return false;
    }
    PDColorSpace space = color.getColorSpace();
    if (space instanceof PDSpecialColorSpace || space instanceof PDLab) {
      return isWhiteInRgb(color, space);
    }
    float[] components = color.getComponents();
    return switch (components.length) {
      case 1, 3 -> isLight(components);
      case 4 -> isWithoutInk(components);
      default -> false;
    };
  }

  private static boolean isWhiteInRgb(PDColor color, PDColorSpace space) {
    try {
      return isLight(space.toRGB(color.getComponents()));
    } catch (IOException | RuntimeException e) {
      // PDFBox throws unchecked exceptions on broken tint functions and palettes.
      return false;
    }
  }

  private static boolean isLight(float[] components) {
    for (float component : components) {
      if (component < MIN_WHITE_LIGHT) {
        return false;
      }
    }
    return true;
  }

  private static boolean isWithoutInk(float[] components) {
    for (float component : components) {
      if (component > MAX_WHITE_INK) {
        return false;
      }
    }
    return true;
  }
}
