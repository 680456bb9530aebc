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
   * Decodes the first image of a file. Decoders also throw unchecked exceptions on broken data.
   *
   * @param image the bytes of the file
   * @throws IOException if it has more than 100 million pixels, is damaged or of an unknown format
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

  /**
   * Checks the stated size of one image of a file.
   *
   * @param index 0-based image
   * @throws IOException if it has more than 100 million pixels or its size cannot be read
   */
  static void checkSize(ImageReader reader, int index) throws IOException {
    long pixels = (long) reader.getWidth(index) * reader.getHeight(index);
    if (pixels > MAX_PIXELS) {
      throw new IOException("image of " + pixels + " pixels; at most " + MAX_PIXELS + " are read");
    }
  }
}
