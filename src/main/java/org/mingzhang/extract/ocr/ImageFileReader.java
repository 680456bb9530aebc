package org.mingzhang.extract.ocr;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import org.mingzhang.extract.ExtractionLimits;
import org.mingzhang.extract.FileRefusedException;
import org.mingzhang.extract.FileRefusedException.Reason;
import org.mingzhang.extract.FormatReader;
import org.mingzhang.extract.page.PageContent;
import org.mingzhang.extract.page.PageReader;
import org.mingzhang.extract.page.PagedBlockCollector;

/**
 * Reads images of pages, including multi-page TIFF, by OCR. Each image is taken for an A4 page
 * whatever resolution it states, since cameras and screenshots state wrong ones. Images with a side
 * of less than 200 pixels are skipped with a warning. Thread-safe.
 */
public final class ImageFileReader implements FormatReader {
  /** Long side of A4 (297 mm) in inches. */
  private static final float A4_LONG_SIDE_INCHES = 11.69f;

  /** Smallest side, in pixels, of an image with readable text. */
  private static final int MIN_SIDE_PIXELS = 200;

  private final Tesseract tesseract;
  private final PageReader pageReader = new PageReader();

  /** Creates a reader that uses Tesseract where it is installed. */
  public ImageFileReader() {
    this(new Tesseract());
  }

  /** Creates a reader that uses the given Tesseract. */
  public ImageFileReader(Tesseract tesseract) {
    this.tesseract = tesseract;
  }

  @Override
  public Set<String> mediaTypes() {
    return Set.of("image/png", "image/jpeg", "image/tiff", "image/bmp", "image/x-ms-bmp");
  }

  @Override
  public FileContent read(Path file, String mediaType, ExtractionLimits limits)
      throws FileRefusedException {
    try (ImageInputStream in = ImageIO.createImageInputStream(file.toFile())) {
      Iterator<ImageReader> readers = ImageIO.getImageReaders(in);
      if (!readers.hasNext()) {
        throw new FileRefusedException(Reason.DAMAGED, "damaged image: unknown format");
      }
      ImageReader images = readers.next();
      try {
        images.setInput(in);
        return read(images, limits);
      } finally {
        images.dispose();
      }
    } catch (IOException | IllegalArgumentException e) {
      throw new FileRefusedException(Reason.DAMAGED, "damaged image: " + e.getMessage(), e);
    }
  }

  private FileContent read(ImageReader images, ExtractionLimits limits)
      throws IOException, FileRefusedException {
    int pages = images.getNumImages(true);
    PagedBlockCollector collector = new PagedBlockCollector(limits);
    Set<String> warnings = new TreeSet<>();
    ScannedPageReader scans = new ScannedPageReader(tesseract, limits, collector, warnings);
    for (int page = 1; page <= Math.min(pages, limits.maxPages()); page++) {
      if (scans.warnIfTimeIsOver(page, pages)) {
        break;
      }
      int index = page - 1;
      ImageDecoder.checkSize(images, index);
      if (Math.min(images.getWidth(index), images.getHeight(index)) < MIN_SIDE_PIXELS) {
        warnings.add(
            "page %d is an image of less than %d pixels and was left out"
                .formatted(page, MIN_SIDE_PIXELS));
        continue;
      }
      PageContent nothing = new PageContent(page, 595, 842, List.of(), List.of());
      collector.addPage(
          pageReader.readBlocks(scans.mergeWithOcr(nothing, () -> toRaster(images.read(index)))));
    }
    if (pages > limits.maxPages()) {
      warnings.add("only " + limits.maxPages() + " of " + pages + " pages were read");
    }
    return new FileContent(
        collector.blocks(), pages, scans.finish(), Map.of(), List.copyOf(warnings));
  }

  /**
   * The pixels of an image of an A4 page, scaled to the resolution at which pages are recognized.
   */
  static GrayRaster toRaster(BufferedImage image) {
    float dpi = Math.max(image.getWidth(), image.getHeight()) / A4_LONG_SIDE_INCHES;
    GrayRaster raster = GrayRaster.of(image, dpi);
    float wanted =
        GrayRaster.chooseResolution(image.getWidth() / dpi * 72, image.getHeight() / dpi * 72);
    return raster.scaleTo(wanted);
  }
}
