package org.mingzhang.extract.ocr;

import java.awt.Rectangle;
import java.awt.geom.Rectangle2D;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.mingzhang.extract.page.CellBoxFinder;
import org.mingzhang.extract.page.Glyph;
import org.mingzhang.extract.page.PageContent;
import org.mingzhang.extract.page.Ruling;
import org.mingzhang.model.SourceDocument;

/**
 * Recognizes scanned pages: ruling lines first, then the cells between them, then the rest of the
 * page. Counts the pages and averages the confidence. One instance per file; not thread-safe.
 */
public final class PageRecognizer {
  /** Page segmentation mode of Tesseract for a page of unknown layout. */
  private static final int PSM_WHOLE_PAGE = 3;

  /** Resolution in dpi at which Tesseract reads text of 12 to 18 points best. */
  private static final float PROSE_DPI = 200;

  /** Maximum skew in degrees that needs no correction: a line across A4 then falls by 2 points. */
  private static final double MAX_UNCORRECTED_SKEW = 0.2;

  /** Assumed font size of dot leaders, in points. */
  private static final float LEADER_FONT_SIZE = 12;

  /** Shortest line outside tables, in points; shorter ones are strokes of characters. */
  private static final float MIN_RULE_LENGTH = 60;

  /** Time limit of one call of Tesseract. */
  private static final Duration MAX_CALL_TIME = Duration.ofSeconds(60);

  private final Tesseract tesseract;
  private final Instant deadline;
  private final List<Integer> unreadTablePages = new ArrayList<>();
  private int pageCount;
  private double confidenceSum;
  private int characterCount;

  /**
   * Creates a recognizer for one file.
   *
   * @param deadline when recognition must end
   */
  public PageRecognizer(Tesseract tesseract, Instant deadline) {
    this.tesseract = tesseract;
    this.deadline = deadline;
  }

  /**
   * Recognizes a page. The raster may be modified: lines and cells are erased from it.
   *
   * @param scan the scanned page, upright, with a skew of at most 4 degrees
   * @param pageNumber 1-based page
   * @return the recognized runs of words and the ruling lines, after the skew was corrected; in
   *     points by the resolution of the scan
   * @throws IOException if Tesseract fails or the deadline has passed
   */
  public PageContent recognize(GrayRaster scan, int pageNumber) throws IOException {
    int threshold = scan.computeThreshold();
    double skew = SkewEstimator.measure(scan, threshold);
    GrayRaster page = Math.abs(skew) < MAX_UNCORRECTED_SKEW ? scan : scan.rotate(-skew);
    RasterRulingFinder lines = new RasterRulingFinder(page, threshold);
    List<Rectangle> runs = lines.findRuns();
    List<Ruling> rulings = lines.toRulings(runs);
    RasterRulingFinder paleLines =
        new RasterRulingFinder(page, Math.max(threshold, UnreadTableDetector.PALE_LINE_THRESHOLD));
    List<Ruling> paleRulings = paleLines.toRulings(paleLines.findRuns());
    List<Rectangle> cells =
        CellBoxFinder.find(rulings).stream().map(box -> toPixels(box, page)).toList();
    runs.stream()
        .filter(run -> isRuling(run, cells, page))
        .forEach(run -> page.erase(enlarge(run)));
    List<Glyph> glyphs = new ArrayList<>();
    glyphs.addAll(
        new CellRecognizer(page, threshold, this::recognizeConfidentRuns).recognize(cells));
    cells.forEach(page::erase);
    GrayRaster rest = page.dpi() > PROSE_DPI ? page.scaleTo(PROSE_DPI) : page;
    for (Rectangle leader : new DotLeaderRemover(rest, threshold).eraseLeaders()) {
      glyphs.add(createLeaderGlyph(leader, rest.pointsPerPixel()));
    }
    for (TesseractOutput.TextRun piece :
        recognizeConfidentRuns(rest, Tesseract.CHINESE_MODEL, PSM_WHOLE_PAGE)) {
      glyphs.add(Glyph.ofPixels(piece.text(), piece.box(), rest.pointsPerPixel()));
    }
    pageCount++;
    if (UnreadTableDetector.hasUnreadTable(paleRulings, glyphs)) {
      unreadTablePages.add(pageNumber);
    }
    float scale = page.pointsPerPixel();
    return new PageContent(
        pageNumber, page.width() * scale, page.height() * scale, glyphs, rulings);
  }

  /**
   * Recognizes an image and returns its legible runs, whose confidence is added to the confidence
   * of the file; empty if the model is not installed.
   *
   * @throws IOException if the recognizer fails, or if no time is left
   */
  private List<TesseractOutput.TextRun> recognizeConfidentRuns(
      GrayRaster raster, String model, int pageSegmentationMode) throws IOException {
    if (!tesseract.hasModel(model)) {
      return List.of();
    }
    Duration left = Duration.between(Instant.now(), deadline);
    if (left.isNegative()) {
      throw new IOException("no time left to recognise text");
    }
    Duration time = left.compareTo(MAX_CALL_TIME) < 0 ? left : MAX_CALL_TIME;
    List<TesseractOutput.TextRun> pieces =
        TesseractOutput.parse(tesseract.recognize(raster, model, pageSegmentationMode, time))
            .confidentRuns();
    for (TesseractOutput.TextRun piece : pieces) {
      confidenceSum += piece.confidence() * piece.characterCount();
      characterCount += piece.characterCount();
    }
    return pieces;
  }

  /** A dot leader as the glyph ……, whose dots are on the baseline of the line. */
  private static Glyph createLeaderGlyph(Rectangle box, float scale) {
    float bottom = (box.y + box.height) * scale + 0.12f * LEADER_FONT_SIZE;
    return new Glyph(
        "……",
        box.x * scale,
        bottom - LEADER_FONT_SIZE,
        (box.x + box.width) * scale,
        bottom,
        LEADER_FONT_SIZE,
        false);
  }

  /** Whether a run is a border of a cell or a rule rather than a stroke of a large character. */
  private static boolean isRuling(Rectangle run, List<Rectangle> cellBoxes, GrayRaster page) {
    return Math.max(run.width, run.height) * page.pointsPerPixel() >= MIN_RULE_LENGTH
        || cellBoxes.stream().anyMatch(cell -> enlarge(cell).intersects(run));
  }

  private static Rectangle enlarge(Rectangle box) {
    Rectangle grown = new Rectangle(box);
    grown.grow(2, 2);
    return grown;
  }

  private static Rectangle toPixels(Rectangle2D box, GrayRaster page) {
    float scale = page.pointsPerPixel();
    return new Rectangle(
        Math.round((float) box.getX() / scale),
        Math.round((float) box.getY() / scale),
        Math.round((float) box.getWidth() / scale),
        Math.round((float) box.getHeight() / scale));
  }

  /**
   * The 1-based numbers of the pages with a table of which only the ruling lines but no text could
   * be read, ascending.
   */
  public List<Integer> unreadTablePages() {
    return List.copyOf(unreadTablePages);
  }

  /** The number of pages recognized without an error. */
  public int pageCount() {
    return pageCount;
  }

  /**
   * The model, and the mean confidence over all characters, 0 to 100 with one decimal; 0 if no
   * character was recognized.
   */
  public SourceDocument.Ocr ocrSummary() {
    double mean = characterCount == 0 ? 0 : confidenceSum / characterCount;
    return new SourceDocument.Ocr(
        "tesseract " + Tesseract.CHINESE_MODEL, Math.round(mean * 10) / 10.0, pageCount);
  }
}
