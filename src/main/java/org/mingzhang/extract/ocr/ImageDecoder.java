package org.mingzhang.extract.ocr;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Iterator;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;

/**
 * Decodes images of limited size. Without a limit on the number of pixels, a small file could
 * unpack to any size.
 */
public final class ImageDecoder {
  /** Maximum number of pixels; an A3 sheet at 600 dpi has 70 million. */
  private static final long MAX_PIXELS = 100_000_000;

  private ImageDecoder() {}

  /**
   * Decodes an image file. Decoders also throw unchecked exceptions on broken data.
   *
   * @throws IOException if it is too large, damaged or of an unknown format
   */
  public static BufferedImage decode(byte[] image) throws IOException {
    try (ImageInputStream in = ImageIO.createImageInputStream(new ByteArrayInputStream(image))) {
      Iterator<ImageReader> readers = ImageIO.getImageReaders(in);
      if (!readers.hasNext()) {
        throw new IOException("image format unknown");
      }
      ImageReader reader = readers.next();
      try {
        reader.setInput(in, true, true);
        checkSize(reader, 0);
        return reader.read(0);
      } finally {
        reader.dispose();
      }
    }
  }

  /** Checks the stated size of one image of a file. */
  static void checkSize(ImageReader reader, int index) throws IOException {
    long pixels = (long) reader.getWidth(index) * reader.getHeight(index);
    if (pixels > MAX_PIXELS) {
      throw new IOException("image of " + pixels + " pixels; at most " + MAX_PIXELS + " are read");
    }
  }
}
