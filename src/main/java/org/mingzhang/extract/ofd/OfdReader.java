package org.mingzhang.extract.ofd;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.mingzhang.extract.ExtractionLimits;
import org.mingzhang.extract.FileRefusedException;
import org.mingzhang.extract.FileRefusedException.Reason;
import org.mingzhang.extract.FormatReader;
import org.mingzhang.extract.ocr.PagePictures;
import org.mingzhang.extract.ocr.PagedFileReader;
import org.mingzhang.extract.ocr.TablePictureCache;
import org.mingzhang.extract.ocr.Tesseract;
import org.mingzhang.extract.page.PageContent;

/**
 * Reads OFD, the fixed-layout format of Chinese public bodies (GB/T 33190), into lines and tables
 * page by page. Signatures, annotations, actions and attachments are ignored. Thread-safe.
 */
public final class OfdReader implements FormatReader {
  private final PagedFileReader pagedReader;

  /**
   * Creates a reader that recognizes the text of pages that are images, or whose text is drawn as
   * outlines, if Tesseract is installed.
   */
  public OfdReader() {
    this(new Tesseract());
  }

  /** Creates a reader that uses the given Tesseract. */
  public OfdReader(Tesseract tesseract) {
    this.pagedReader = new PagedFileReader(tesseract);
  }

  @Override
  public Set<String> mediaTypes() {
    return Set.of("application/ofd");
  }

  @Override
  public FileContent read(Path file, String mediaType, ExtractionLimits limits)
      throws FileRefusedException {
    try (OfdPackage ofd = new OfdPackage(file)) {
      OfdDocument document = new OfdDocument(ofd);
      return read(new OfdPages(ofd, document), limits);
    } catch (IOException | IllegalArgumentException e) {
      throw new FileRefusedException(Reason.DAMAGED, "damaged OFD: " + e.getMessage(), e);
    }
  }

  private FileContent read(OfdPages pages, ExtractionLimits limits)
      throws IOException, FileRefusedException {
    try {
      return pagedReader.read("OFD", pages, pages.document.properties(), limits);
    } catch (FileRefusedException e) {
      if (e.reason() == Reason.NO_TEXT && pages.failure != null) {
        throw pages.failure;
      }
      throw e;
    }
  }

  private static final class OfdPages implements PagedFileReader.PageSource {
    private final OfdPackage ofd;
    private final OfdDocument document;
    private final TablePictureCache tablePictures = new TablePictureCache();

    /** The error of the last page that could not be read at all; null if there is none. */
    private @Nullable IOException failure;

    OfdPages(OfdPackage ofd, OfdDocument document) {
      this.ofd = ofd;
      this.document = document;
    }

    @Override
    public int pageCount() {
      return document.pageCount();
    }

    @Override
    public PagedFileReader.LoadedPage readPage(int number, Set<String> warnings) {
      warnings.addAll(document.warnings());
      OfdScene scene = readScene(number, warnings);
      PageContent content = scene.toPageContent();
      boolean scanned = scene.isScanned();
      PagePictures.PageWithPicturePlaceholders noted =
          scanned
              ? new PagePictures.PageWithPicturePlaceholders(content, List.of())
              : collectPictures(scene).withPlaceholders(content);
      return new PagedFileReader.LoadedPage(
          noted.content(), scanned, () -> OfdPageRasterizer.draw(scene, ofd), noted.tables());
    }

    /** The objects of a page; none, and a warning, if the page cannot be read. */
    private OfdScene readScene(int number, Set<String> warnings) {
      try {
        return document.readScene(number, warnings);
      } catch (IOException e) {
        failure = e;
        warnings.add(OfdDocument.damageWarning(number));
        return document.blankScene(number);
      }
    }

    private PagePictures collectPictures(OfdScene scene) {
      PagePictures pictures = new PagePictures(tablePictures);
      for (OfdScene.DrawnObject drawn : scene.drawnObjects()) {
        if (drawn instanceof OfdScene.DrawnPicture picture) {
          pictures.add(
              scene.visibleBox(picture),
              scene.coveredPageShare(picture),
              picture.part(),
              () -> OfdPageRasterizer.decodeImage(picture, ofd));
        }
      }
      return pictures;
    }
  }
}
