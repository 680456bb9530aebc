package org.mingzhang.extract.ocr;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Iterator;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;

/** The largest image that is decoded: a small file may unpack to any number of pixels. */
public final class ImageSizeLimit {
  /** Most pixels: an A3 sheet at 600 dpi has 70 million. */
  private static final long MAX_PIXELS = 100_000_000;

  private ImageSizeLimit() {}

  /**
   * Checks the size that an image states.
   *
   * @throws IOException if it is too large or no known image
   */
  public static void check(byte[] image) throws IOException {
    try (ImageInputStream in = ImageIO.createImageInputStream(new ByteArrayInputStream(image))) {
      check(in);
    }
  }

  private static void check(ImageInputStream in) throws IOException {
    Iterator<ImageReader> readers = ImageIO.getImageReaders(in);
    if (!readers.hasNext()) {
      throw new IOException("image format unknown");
    }
    ImageReader reader = readers.next();
    try {
      reader.setInput(in, true, true);
      check(reader, 0);
    } finally {
      reader.dispose();
    }
  }

  /** Checks the size of one image of a file. */
  static void check(ImageReader reader, int index) throws IOException {
    long pixels = (long) reader.getWidth(index) * reader.getHeight(index);
    if (pixels > MAX_PIXELS) {
      throw new IOException("image of " + pixels + " pixels; at most " + MAX_PIXELS + " are read");
    }
  }
}
