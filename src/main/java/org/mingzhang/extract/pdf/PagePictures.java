package org.mingzhang.extract.pdf;

import java.awt.geom.Rectangle2D;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.pdmodel.graphics.image.PDImage;
import org.mingzhang.extract.ocr.PictureTables;
import org.mingzhang.extract.page.Glyph;
import org.mingzhang.extract.page.PageContent;

/**
 * The pictures of a page that are large enough to be tables. A picture with a text layer over it is
 * a scan that can be read. One a page; not safe on many threads.
 */
final class PagePictures {
  /** Most pictures of a page that are decoded. */
  private static final int MOST = 3;

  private static final long MOST_PIXELS = 30_000_000;

  /** Part of the page that a table covers at least. */
  private static final double SMALLEST = 0.05;

  /** Characters of a text layer over a picture that has none: a page number, a stamp. */
  private static final int FEW = 12;

  private static final float SIZE = 10;

  private record Picture(PDImage image, Rectangle2D box) {}

  private final List<Picture> pictures = new ArrayList<>();

  /** Takes note of a picture where it is seen, and of the part of the page that it covers. */
  void note(PDImage image, Rectangle2D seen, double share) {
    boolean large = (long) image.getWidth() * image.getHeight() > MOST_PIXELS;
    if (share >= SMALLEST && !large && !image.isStencil() && pictures.size() < MOST) {
      pictures.add(new Picture(image, seen));
    }
  }

  /** The page with a note in the place of each picture of a table. */
  PageContent noted(PageContent page) {
    List<Glyph> glyphs = new ArrayList<>(page.glyphs());
    for (Picture picture : pictures) {
      if (isTable(picture, page.glyphs())) {
        float left = (float) picture.box().getMinX();
        float top = (float) picture.box().getMinY();
        float right = left + SIZE * PictureTables.NOTE.length();
        glyphs.add(new Glyph(PictureTables.NOTE, left, top, right, top + SIZE, SIZE, false));
      }
    }
    return glyphs.size() == page.glyphs().size()
        ? page
        : new PageContent(page.number(), page.width(), page.height(), glyphs, page.rulings());
  }

  private static boolean isTable(Picture picture, List<Glyph> layer) {
    long over =
        layer.stream()
            .filter(g -> !g.blank() && picture.box().contains(g.centerX(), g.centerY()))
            .limit(FEW)
            .count();
    try {
      return over < FEW && PictureTables.holdsTable(picture.image().getImage());
    } catch (IOException | RuntimeException e) {
      return false; // Image decoders throw unchecked exceptions on broken data.
    }
  }
}
