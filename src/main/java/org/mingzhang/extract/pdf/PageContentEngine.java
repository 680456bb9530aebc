package org.mingzhang.extract.pdf;

import java.awt.geom.AffineTransform;
import java.awt.geom.GeneralPath;
import java.awt.geom.Path2D;
import java.awt.geom.Point2D;
import java.awt.geom.Rectangle2D;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.contentstream.PDFGraphicsStreamEngine;
import org.apache.pdfbox.contentstream.operator.Operator;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType3CharProc;
import org.apache.pdfbox.pdmodel.graphics.form.PDFormXObject;
import org.apache.pdfbox.pdmodel.graphics.form.PDTransparencyGroup;
import org.apache.pdfbox.pdmodel.graphics.image.PDImage;
import org.apache.pdfbox.pdmodel.graphics.image.PDImageXObject;
import org.apache.pdfbox.pdmodel.graphics.state.RenderingMode;
import org.apache.pdfbox.util.Matrix;
import org.apache.pdfbox.util.Vector;
import org.jspecify.annotations.Nullable;
import org.mingzhang.extract.ocr.PagePictures;
import org.mingzhang.extract.ocr.TablePictureCache;
import org.mingzhang.extract.page.PathRulingExtractor;
import org.mingzhang.extract.page.Ruling;

/**
 * A stream engine that processes the content stream of one page and collects visible glyphs,
 * rulings, pictures and the area that images cover. Nothing is rendered. One instance per page; not
 * thread-safe.
 */
final class PageContentEngine extends PDFGraphicsStreamEngine {
  /** Widest stroke, in points, that counts as a ruling. */
  private static final float MAX_RULING_WIDTH = 4f;

  /** Maximum number of rulings of a page; rulings beyond this number are ignored. */
  private static final int MAX_RULINGS = 100_000;

  /** Maximum number of pixels of a picture that may be decoded to see whether it is a table. */
  private static final long MAX_PICTURE_PIXELS = 30_000_000;

  private final PageGeometry geometry;
  private final TextLayer textLayer;
  private final List<Ruling> rulings = new ArrayList<>();
  private final VisibleArea visibleArea;
  private final DrawingLimits limits = new DrawingLimits();
  private GeneralPath path = new GeneralPath();
  private int pendingClipRule = -1;
  private final PagePictures pictures;
  private double imageArea;
  private int curvedFillCount;
  private boolean pathHasCurves;

  PageContentEngine(PDPage page, TextLayer textLayer, TablePictureCache tablePictures) {
    super(page);
    this.geometry = PageGeometry.of(page);
    this.textLayer = textLayer;
    this.pictures = new PagePictures(tablePictures);
    this.visibleArea = new VisibleArea(geometry);
  }

  /**
   * The visible lines along an axis, in points of the page as shown; complete after the page was
   * processed.
   */
  List<Ruling> rulings() {
    return rulings;
  }

  PageGeometry geometry() {
    return geometry;
  }

  /** Share of the page that images cover, summed over images, so that it may exceed 1. */
  double imageAreaShare() {
    return imageArea / Math.max(1, geometry.width() * geometry.height());
  }

  /** The larger pictures of the page, without stencil masks. */
  PagePictures pictures() {
    return pictures;
  }

  /** Number of filled paths with curves; characters drawn as outlines are such paths. */
  int curvedFillCount() {
    return curvedFillCount;
  }

  /** Whether forms were omitted because they draw themselves or are nested too deeply. */
  boolean hasOmittedForms() {
    return limits.hasOmittedForms();
  }

  @Override
  protected void processOperator(Operator operator, List<COSBase> operands) throws IOException {
    limits.countOperation();
    super.processOperator(operator, operands);
  }

  @Override
  protected void processType3Stream(PDType3CharProc glyph, Matrix matrix) throws IOException {
    if (limits.tryBeginForm(glyph.getCOSObject())) {
      try {
        super.processType3Stream(glyph, matrix);
      } finally {
        limits.endForm(glyph.getCOSObject());
      }
    }
  }

  @Override
  public void showForm(PDFormXObject form) throws IOException {
    if (limits.tryBeginForm(form.getCOSObject())) {
      try {
        super.showForm(form);
      } finally {
        limits.endForm(form.getCOSObject());
      }
    }
  }

  @Override
  public void showTransparencyGroup(PDTransparencyGroup form) throws IOException {
    if (limits.tryBeginForm(form.getCOSObject())) {
      try {
        super.showTransparencyGroup(form);
      } finally {
        limits.endForm(form.getCOSObject());
      }
    }
  }

  @Override
  protected void showGlyph(Matrix matrix, PDFont font, int code, Vector displacement)
      throws IOException {
    AffineTransform transform = matrix.createAffineTransform();
    transform.preConcatenate(geometry.toShownPage());
    float width = font.isVertical() ? font.getWidth(code) / 1000 : displacement.getX();
    RenderingMode mode = getGraphicsState().getTextState().getRenderingMode();
    textLayer.add(
        font, code, transform, width, mode.isFill() && mode.isStroke(), currentVisibleBox());
  }

  @Override
  public void drawImage(PDImage image) {
    Rectangle2D box =
        getGraphicsState()
            .getCurrentTransformationMatrix()
            .createAffineTransform()
            .createTransformedShape(new Rectangle2D.Double(0, 0, 1, 1))
            .getBounds2D();
    Rectangle2D shown = geometry.toShownPage().createTransformedShape(box).getBounds2D();
    Rectangle2D seen = shown.createIntersection(currentVisibleBox());
    double shownArea = Math.max(0, seen.getWidth()) * Math.max(0, seen.getHeight());
    imageArea += shownArea;
    boolean large = (long) image.getWidth() * image.getHeight() > MAX_PICTURE_PIXELS;
    if (!large && !image.isStencil()) {
      double share = shownArea / Math.max(1, geometry.width() * geometry.height());
      Object key = image instanceof PDImageXObject shared ? shared.getCOSObject() : image;
      pictures.add(seen, share, key, image::getImage);
    }
  }

  @Override
  public void appendRectangle(Point2D p0, Point2D p1, Point2D p2, Point2D p3) {
    path.moveTo(p0.getX(), p0.getY());
    path.lineTo(p1.getX(), p1.getY());
    path.lineTo(p2.getX(), p2.getY());
    path.lineTo(p3.getX(), p3.getY());
    path.closePath();
  }

  @Override
  public void clip(int windingRule) {
    pendingClipRule = windingRule;
  }

  @Override
  public void moveTo(float x, float y) {
    path.moveTo(x, y);
  }

  @Override
  public void lineTo(float x, float y) {
    if (path.getCurrentPoint() == null) {
      path.moveTo(x, y);
    } else {
      path.lineTo(x, y);
    }
  }

  @Override
  public void curveTo(float x1, float y1, float x2, float y2, float x3, float y3) {
    pathHasCurves = true;
    if (path.getCurrentPoint() == null) {
      path.moveTo(x3, y3);
    } else {
      path.curveTo(x1, y1, x2, y2, x3, y3);
    }
  }

  @Override
  public @Nullable Point2D getCurrentPoint() {
    return path.getCurrentPoint();
  }

  @Override
  public void closePath() {
    if (path.getCurrentPoint() != null) {
      path.closePath();
    }
  }

  @Override
  public void endPath() {
    if (pendingClipRule != -1) {
      path.setWindingRule(pendingClipRule);
      getGraphicsState().intersectClippingPath(path);
      pendingClipRule = -1;
    }
    path = new GeneralPath();
    pathHasCurves = false;
  }

  @Override
  public void strokePath() {
    float width = transformWidth(getGraphicsState().getLineWidth());
    if (width <= MAX_RULING_WIDTH && !PaintColors.isWhite(getGraphicsState().getStrokingColor())) {
      addRulings(
          PathRulingExtractor.findInStroke(path, geometry.toShownPage(), currentVisibleBox()));
    }
    endPath();
  }

  @Override
  public void fillPath(int windingRule) {
    curvedFillCount += pathHasCurves ? 1 : 0;
    if (!PaintColors.isWhite(getGraphicsState().getNonStrokingColor())) {
      addRulings(PathRulingExtractor.findInFill(path, geometry.toShownPage(), currentVisibleBox()));
    }
    endPath();
  }

  @Override
  public void fillAndStrokePath(int windingRule) {
    Path2D both = new GeneralPath(path);
    int rule = pendingClipRule;
    pendingClipRule = -1;
    fillPath(windingRule);
    path = new GeneralPath(both);
    pendingClipRule = rule;
    strokePath();
  }

  @Override
  public void shadingFill(COSName shadingName) {
    // Gradients are ignored: they are neither text nor ruling lines.
  }

  private Rectangle2D currentVisibleBox() {
    return visibleArea.clipTo(getGraphicsState().getCurrentClippingPaths());
  }

  private void addRulings(List<Ruling> drawnRulings) {
    if (rulings.size() + drawnRulings.size() <= MAX_RULINGS) {
      rulings.addAll(drawnRulings);
    }
  }
}
