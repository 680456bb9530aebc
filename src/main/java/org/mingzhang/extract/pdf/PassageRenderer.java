package org.mingzhang.extract.pdf;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javax.imageio.ImageIO;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDResources;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.mingzhang.extract.ocr.TablePictureCache;
import org.mingzhang.extract.page.PageContent;
import org.mingzhang.extract.page.QuoteLocator;

/**
 * Renders the part of a PDF page that contains a quotation, with the quotation highlighted. Created
 * for one file and closed by its user; not thread-safe. Drawing is limited by {@link
 * DrawingLimits}, not by time or memory, so run it in a process of its own.
 */
public final class PassageRenderer implements Closeable {
  /** Width of a picture in pixels. */
  private static final int WIDTH = 1200;

  /** Margin around the quotation, as a fraction of the page width. */
  private static final double MARGIN_SHARE = 0.025;

  /** Minimum width of the part of the page that is shown, as a fraction of the page width. */
  private static final double MIN_WIDTH_SHARE = 0.55;

  /** Minimum height of a picture, as a fraction of its width. */
  private static final double MIN_HEIGHT_RATIO = 0.14;

  /**
   * Maximum height of a picture, as a fraction of its width; the rest of a longer quotation is cut
   * off.
   */
  private static final double MAX_HEIGHT_RATIO = 0.6;

  /** The highlight color, equal to {@code --mark} in the style sheet. */
  private static final Color HIGHLIGHT = new Color(0xFF, 0xE8, 0x9A);

  private final PDDocument document;
  private final FontTextCache fontTexts = new FontTextCache();

  /**
   * Opens a file.
   *
   * @throws IOException if it is not a PDF, needs a password or cannot be read
   */
  public PassageRenderer(Path file) throws IOException {
    document = PdfReader.open(file);
  }

  /**
   * Draws the quotation's surroundings. The next page is searched too, because a position names the
   * page on which its paragraph begins. A scanned page without text is drawn as a whole without
   * highlight.
   *
   * @param number 1-based page
   * @param quote any text, see {@link QuoteLocator#locate}
   * @return a PNG of 1200 pixels in width; empty if neither the page nor the next contains the
   *     quotation, or if the file has no such page
   * @throws IOException if the page is damaged; PDFBox also throws unchecked exceptions
   * @throws DrawingLimits.LimitExceededException if the page exceeds its limits or the thread is
   *     interrupted
   */
  public Optional<byte[]> draw(int number, String quote) throws IOException {
    for (int at = number; at <= number + 1; at++) {
      if (at >= 1 && at <= document.getNumberOfPages()) {
        Optional<byte[]> drawn = drawOnPage(at, quote);
        if (drawn.isPresent()) {
          return drawn;
        }
      }
    }
    return Optional.empty();
  }

  private Optional<byte[]> drawOnPage(int number, String quote) throws IOException {
    PDPage page = document.getPage(number - 1);
    TextLayer glyphs = new TextLayer(fontTexts);
    PageContentEngine canvas = new PageContentEngine(page, glyphs, new TablePictureCache());
    canvas.processPage(page);
    PageGeometry shown = canvas.geometry();
    PageContent content =
        glyphs.glyphCollector().createPage(number, shown.width(), shown.height(), List.of());
    List<Rectangle2D.Float> places = QuoteLocator.locate(content, quote);
    boolean scan = content.glyphs().isEmpty() && hasPicture(page);
    if (places.isEmpty() && !scan) {
      return Optional.empty();
    }
    Rectangle2D.Double part =
        scan
            ? new Rectangle2D.Double(0, 0, content.width(), content.height())
            : findVisiblePart(places, content);
    double scale = WIDTH / part.width;
    BufferedImage image =
        new BufferedImage(
            WIDTH, Math.max(1, (int) Math.round(part.height * scale)), BufferedImage.TYPE_INT_RGB);
    Graphics2D graphics = image.createGraphics();
    graphics.setBackground(Color.WHITE);
    graphics.clearRect(0, 0, image.getWidth(), image.getHeight());
    graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    graphics.setRenderingHint(
        RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BICUBIC);
    graphics.scale(scale, scale);
    graphics.translate(-part.x, -part.y);
    graphics.transform(rotateUpright(glyphs.glyphCollector().mainQuarterTurns(), shown));
    PDFRenderer renderer = new BoundedRenderer(document);
    renderer.setSubsamplingAllowed(true);
    renderer.renderPageToGraphics(number - 1, graphics);
    graphics.dispose();
    for (Rectangle2D.Float place : places) {
      highlight(image, place, part, scale);
    }
    ByteArrayOutputStream png = new ByteArrayOutputStream();
    ImageIO.write(image, "png", png);
    return Optional.of(png.toByteArray());
  }

  /**
   * Whether a page has an image among its resources; a page with neither text nor image is blank.
   */
  private static boolean hasPicture(PDPage page) throws IOException {
    PDResources resources = page.getResources();
    if (resources != null) {
      for (COSName name : resources.getXObjectNames()) {
        if (resources.isImageXObject(name)) {
          return true;
        }
      }
    }
    return false;
  }

  /**
   * Transforms the page as shown to the page with upright text, as {@link
   * PageContent#rotateUpright} does.
   */
  private static AffineTransform rotateUpright(int quarterTurns, PageGeometry geometry) {
    AffineTransform turn = new AffineTransform();
    float width = geometry.width();
    float height = geometry.height();
    for (int i = 0; i < quarterTurns; i++) {
      turn.preConcatenate(new AffineTransform(0, -1, 1, 0, 0, width));
      float before = width;
      width = height;
      height = before;
    }
    return turn;
  }

  /**
   * The part of the page around the quotation, in points: at least 55 % of the page's width, and as
   * high as the quotation within the limits of height.
   */
  private static Rectangle2D.Double findVisiblePart(
      List<Rectangle2D.Float> quoteBoxes, PageContent page) {
    Rectangle2D all = new Rectangle2D.Double();
    all.setRect(quoteBoxes.getFirst());
    quoteBoxes.forEach(place -> Rectangle2D.union(all, place, all));
    double margin = MARGIN_SHARE * page.width();
    double[] across =
        expandWithinPage(
            all.getMinX() - margin,
            all.getMaxX() + margin,
            MIN_WIDTH_SHARE * page.width(),
            page.width());
    double lowest = Math.min(page.height(), MIN_HEIGHT_RATIO * across[1]);
    double highest = Math.min(page.height(), MAX_HEIGHT_RATIO * across[1]);
    double[] down =
        expandWithinPage(all.getMinY() - margin, all.getMaxY() + margin, lowest, page.height());
    return new Rectangle2D.Double(across[0], down[0], across[1], Math.min(down[1], highest));
  }

  /**
   * Start and length of an interval inside the page around the given one, with a minimum length; it
   * begins with the given one if that is longer than the page.
   */
  private static double[] expandWithinPage(
      double from, double to, double minLength, double pageLength) {
    double length = Math.min(pageLength, Math.max(minLength, to - from));
    double start = to - from > length ? from : (from + to - length) / 2;
    return new double[] {Math.max(0, Math.min(pageLength - length, start)), length};
  }

  /** Multiplies the highlight color with the pixels of a box. */
  private static void highlight(
      BufferedImage image,
      Rectangle2D.Float quoteBox,
      Rectangle2D.Double visiblePart,
      double scale) {
    int left = Math.max(0, (int) Math.floor((quoteBox.x - visiblePart.x) * scale) - 2);
    int right =
        Math.min(
            image.getWidth(),
            (int) Math.ceil((quoteBox.x + quoteBox.width - visiblePart.x) * scale) + 2);
    int top = Math.max(0, (int) Math.floor((quoteBox.y - visiblePart.y) * scale) - 2);
    int bottom =
        Math.min(
            image.getHeight(),
            (int) Math.ceil((quoteBox.y + quoteBox.height - visiblePart.y) * scale) + 2);
    for (int y = top; y < bottom; y++) {
      for (int x = left; x < right; x++) {
        int rgb = image.getRGB(x, y);
        int red = (rgb >> 16 & 0xFF) * HIGHLIGHT.getRed() / 255;
        int green = (rgb >> 8 & 0xFF) * HIGHLIGHT.getGreen() / 255;
        int blue = (rgb & 0xFF) * HIGHLIGHT.getBlue() / 255;
        image.setRGB(x, y, red << 16 | green << 8 | blue);
      }
    }
  }

  @Override
  public void close() throws IOException {
    document.close();
  }
}
