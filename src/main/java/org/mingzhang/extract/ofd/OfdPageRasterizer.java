package org.mingzhang.extract.ofd;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import org.mingzhang.extract.ocr.GrayRaster;
import org.mingzhang.extract.ocr.ImageDecoder;
import org.mingzhang.extract.ofd.OfdScene.DrawnPath;
import org.mingzhang.extract.ofd.OfdScene.DrawnPicture;

/** Renders the paths and pictures of a page that has no text, for OCR. Stateless. */
final class OfdPageRasterizer {
  private OfdPageRasterizer() {}

  /**
   * The page without its glyphs, at the resolution that {@link GrayRaster#chooseResolution} gives.
   *
   * @throws IOException if a picture is missing or cannot be decoded
   */
  static GrayRaster draw(OfdScene scene, OfdPackage ofd) throws IOException {
    Rectangle2D area = scene.area();
    float dpi = GrayRaster.chooseResolution((float) area.getWidth(), (float) area.getHeight());
    double scale = dpi / 72;
    BufferedImage image =
        new BufferedImage(
            Math.max(1, (int) Math.round(area.getWidth() * scale)),
            Math.max(1, (int) Math.round(area.getHeight() * scale)),
            BufferedImage.TYPE_INT_RGB);
    Graphics2D graphics = image.createGraphics();
    graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    graphics.setRenderingHint(
        RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
    graphics.setColor(Color.WHITE);
    graphics.fillRect(0, 0, image.getWidth(), image.getHeight());
    graphics.scale(scale, scale);
    for (OfdScene.DrawnObject drawn : scene.drawnObjects()) {
      switch (drawn) {
        case DrawnPath outline -> draw(outline, graphics);
        case DrawnPicture picture -> draw(picture, graphics, ofd);
      }
    }
    graphics.dispose();
    return GrayRaster.of(image, dpi);
  }

  private static void draw(DrawnPath path, Graphics2D graphics) {
    graphics.setClip(path.visibleBox());
    if (path.fill() != null) {
      graphics.setColor(path.fill());
      graphics.fill(path.path());
    }
    if (path.stroke() != null) {
      graphics.setColor(path.stroke());
      graphics.setStroke(new BasicStroke((float) Math.max(0.3, path.lineWidth())));
      graphics.draw(path.path());
    }
    graphics.setClip(null);
  }

  /**
   * The image of a picture.
   *
   * @throws IOException if it is missing or cannot be decoded; decoders also throw unchecked
   *     exceptions
   */
  static BufferedImage decodeImage(DrawnPicture picture, OfdPackage ofd) throws IOException {
    return ImageDecoder.decode(ofd.readBytes(picture.part()));
  }

  private static void draw(DrawnPicture picture, Graphics2D graphics, OfdPackage ofd)
      throws IOException {
    BufferedImage image = decodeImage(picture, ofd);
    AffineTransform transform = new AffineTransform(picture.toPage());
    transform.scale(1.0 / image.getWidth(), 1.0 / image.getHeight());
    graphics.drawImage(image, transform, null);
  }
}
