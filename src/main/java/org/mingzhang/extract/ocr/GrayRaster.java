package org.mingzhang.extract.ocr;

import java.awt.Graphics2D;
import java.awt.Rectangle;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;
import java.awt.image.IndexColorModel;
import java.util.Arrays;

/** A page as 8-bit gray pixels (0 black, 255 white) with its resolution. Not thread-safe. */
public final class GrayRaster {
  /** Maximum resolution in dpi, at which the small print of tables is legible. */
  private static final double MAX_DPI = 300;

  /** Maximum number of pixels of a page. */
  private static final double MAX_PIXELS = 20e6;

  private final int width;
  private final int height;
  private final float dpi;
  private final byte[] gray;

  private GrayRaster(int width, int height, float dpi, byte[] gray) {
    this.width = width;
    this.height = height;
    this.dpi = dpi;
    this.gray = gray;
  }

  /**
   * The resolution in dpi at which to render a page: 300, or less for large sheets so that a page
   * has at most 20 million pixels.
   *
   * @param width width of the page in points
   * @param height height in points
   */
  public static float chooseResolution(float width, float height) {
    double inches = Math.max(1, width * (double) height / (72 * 72));
    return (float) Math.min(MAX_DPI, Math.sqrt(MAX_PIXELS / inches));
  }

  /**
   * The pixels of an image, transparent ones over white.
   *
   * @param dpi resolution that the image is assumed to have, in dots per inch
   */
  public static GrayRaster of(BufferedImage image, float dpi) {
    int width = image.getWidth();
    int height = image.getHeight();
    byte[] gray =
        image.getColorModel() instanceof IndexColorModel palette
            ? toGray(image.getRaster(), palette)
            : toGray(image);
    return new GrayRaster(width, height, dpi, gray);
  }

  private static byte[] toGray(BufferedImage image) {
    int width = image.getWidth();
    byte[] gray = new byte[width * image.getHeight()];
    int[] row = new int[width];
    int opaque = image.getColorModel().hasAlpha() ? 0 : 0xFF000000;
    for (int y = 0; y < image.getHeight(); y++) {
      readRow(image, y, row);
      for (int x = 0; x < width; x++) {
        gray[y * width + x] = (byte) luminance(row[x] | opaque);
      }
    }
    return gray;
  }

  /** Reads a row as ARGB colors; the alpha of an image without transparency is undefined. */
  private static void readRow(BufferedImage image, int y, int[] row) {
    switch (image.getType()) {
      case BufferedImage.TYPE_INT_RGB, BufferedImage.TYPE_INT_ARGB ->
          image.getRaster().getDataElements(0, y, row.length, 1, row);
      default -> image.getRGB(0, y, row.length, 1, row, 0, row.length);
    }
  }

  /**
   * Gray values of an image with a palette, such as a black and white scan, by the luminance of
   * each color.
   */
  private static byte[] toGray(java.awt.image.Raster indexes, IndexColorModel palette) {
    byte[] luminances = new byte[palette.getMapSize()];
    for (int i = 0; i < luminances.length; i++) {
      luminances[i] = (byte) luminance(palette.getRGB(i));
    }
    int width = indexes.getWidth();
    byte[] gray = new byte[width * indexes.getHeight()];
    int[] row = new int[width];
    for (int y = 0; y < indexes.getHeight(); y++) {
      indexes.getSamples(indexes.getMinX(), indexes.getMinY() + y, width, 1, 0, row);
      for (int x = 0; x < width; x++) {
        gray[y * width + x] = luminances[row[x]];
      }
    }
    return gray;
  }

  /**
   * Gray value of an ARGB color over white, by the weights of ITU-R BT.601. Java's own conversion
   * to gray is linear in light, which distorts the edges of characters.
   */
  private static int luminance(int argb) {
    int alpha = argb >>> 24;
    int red = (argb >> 16) & 0xFF;
    int green = (argb >> 8) & 0xFF;
    int blue = argb & 0xFF;
    int gray = (299 * red + 587 * green + 114 * blue) / 1000;
    return alpha == 255 ? gray : (gray * alpha + 255 * (255 - alpha)) / 255;
  }

  /** A white raster of the same resolution; sizes in pixels. */
  GrayRaster createBlank(int newWidth, int newHeight) {
    byte[] white = new byte[newWidth * newHeight];
    Arrays.fill(white, (byte) 255);
    return new GrayRaster(newWidth, newHeight, dpi, white);
  }

  /** A copy of the page at another resolution, with bilinear interpolation. */
  GrayRaster scaleTo(float newDpi) {
    double scale = newDpi / dpi;
    int newWidth = (int) Math.round(width * scale);
    int newHeight = (int) Math.round(height * scale);
    BufferedImage scaled = new BufferedImage(newWidth, newHeight, BufferedImage.TYPE_BYTE_GRAY);
    Graphics2D graphics = scaled.createGraphics();
    graphics.setRenderingHint(
        RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
    graphics.drawImage(toImage(), 0, 0, newWidth, newHeight, null);
    graphics.dispose();
    byte[] bytes = ((DataBufferByte) scaled.getRaster().getDataBuffer()).getData();
    return new GrayRaster(newWidth, newHeight, newDpi, bytes.clone());
  }

  /**
   * A copy of the page rotated clockwise about its center. Its size is kept, so that corners are
   * cut off; uncovered corners are white.
   */
  GrayRaster rotate(double degrees) {
    GrayRaster turned = createBlank(width, height);
    BufferedImage target = turned.toImage();
    Graphics2D graphics = target.createGraphics();
    graphics.setRenderingHint(
        RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
    graphics.rotate(Math.toRadians(degrees), width / 2.0, height / 2.0);
    graphics.drawImage(toImage(), 0, 0, null);
    graphics.dispose();
    byte[] bytes = ((DataBufferByte) target.getRaster().getDataBuffer()).getData();
    return new GrayRaster(width, height, dpi, bytes.clone());
  }

  int width() {
    return width;
  }

  int height() {
    return height;
  }

  float dpi() {
    return dpi;
  }

  /** Points (1/72 inch) per pixel. */
  float pointsPerPixel() {
    return 72 / dpi;
  }

  /** Gray value of a pixel inside the raster, 0 (black) to 255 (white). */
  int grayAt(int x, int y) {
    return gray[y * width + x] & 0xFF;
  }

  /** Whether a pixel is ink: at most as light as the threshold; false outside the raster. */
  boolean isInk(int x, int y, int threshold) {
    return x >= 0 && y >= 0 && x < width && y < height && grayAt(x, y) <= threshold;
  }

  /** Fills a box with white, cut to the raster. */
  void erase(Rectangle box) {
    Rectangle inside = box.intersection(new Rectangle(0, 0, width, height));
    for (int y = inside.y; y < inside.y + inside.height; y++) {
      Arrays.fill(gray, y * width + inside.x, y * width + inside.x + inside.width, (byte) 255);
    }
  }

  /** Copies a box of another raster to a position; it must be inside both rasters. */
  void copyBoxFrom(GrayRaster source, Rectangle box, int x, int y) {
    for (int row = 0; row < box.height; row++) {
      System.arraycopy(
          source.gray,
          (box.y + row) * source.width + box.x,
          gray,
          (y + row) * width + x,
          box.width);
    }
  }

  /**
   * The gray value up to which a pixel is ink, by Otsu's method, which maximizes the variance
   * between ink and paper; 128 if all pixels are equal.
   */
  int computeThreshold() {
    long[] histogram = new long[256];
    for (byte value : gray) {
      histogram[value & 0xFF]++;
    }
    double total = gray.length;
    double sum = 0;
    for (int i = 0; i < 256; i++) {
      sum += i * (double) histogram[i];
    }
    double below = 0;
    double sumBelow = 0;
    double best = -1;
    int threshold = 128;
    for (int i = 0; i < 255; i++) {
      below += histogram[i];
      sumBelow += i * (double) histogram[i];
      if (below > 0 && below < total) {
        double apart = sumBelow / below - (sum - sumBelow) / (total - below);
        double variance = below * (total - below) * apart * apart;
        if (variance > best) {
          best = variance;
          threshold = i;
        }
      }
    }
    return threshold;
  }

  /**
   * The bounding box of the ink inside a box, in pixels; of width and height 0 if there is none.
   */
  Rectangle inkBounds(Rectangle box, int threshold) {
    Rectangle inside = box.intersection(new Rectangle(0, 0, width, height));
    int left = Integer.MAX_VALUE;
    int right = -1;
    int top = Integer.MAX_VALUE;
    int bottom = -1;
    for (int y = inside.y; y < inside.y + inside.height; y++) {
      for (int x = inside.x; x < inside.x + inside.width; x++) {
        if (grayAt(x, y) <= threshold) {
          left = Math.min(left, x);
          right = Math.max(right, x);
          top = Math.min(top, y);
          bottom = y;
        }
      }
    }
    return right < 0
        ? new Rectangle()
        : new Rectangle(left, top, right - left + 1, bottom - top + 1);
  }

  /** A copy of the pixels as an 8-bit gray image. */
  BufferedImage toImage() {
    BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_BYTE_GRAY);
    System.arraycopy(
        gray, 0, ((DataBufferByte) image.getRaster().getDataBuffer()).getData(), 0, gray.length);
    return image;
  }
}
