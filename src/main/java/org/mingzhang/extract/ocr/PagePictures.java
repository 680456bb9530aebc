package org.mingzhang.extract.ocr;

import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.mingzhang.extract.page.Glyph;
import org.mingzhang.extract.page.PageContent;

/**
 * The first three pictures of a page that are large enough to be tables. A picture under a text
 * layer is a scan whose text is already there, so it is skipped. One instance per page; not
 * thread-safe.
 */
public final class PagePictures {
  /** Maximum number of pictures of a page; further ones are ignored. */
  private static final int MAX_PICTURES = 3;

  /** Smallest share of the page that a table covers. */
  private static final double MIN_PAGE_SHARE = 0.05;

  /**
   * Minimum number of characters over a picture that make it a scan with a text layer; a page
   * number or stamp has fewer.
   */
  private static final int MIN_SCAN_CHARACTERS = 12;

  /** Font size of the placeholder, in points. */
  private static final float PLACEHOLDER_FONT_SIZE = 10;

  /** Decodes a picture. */
  @FunctionalInterface
  public interface ImageSource {
    /**
     * The decoded picture.
     *
     * @throws IOException if it cannot be decoded; decoders also throw unchecked exceptions
     */
    BufferedImage image() throws IOException;
  }

  /**
   * A page with placeholders for pictures of tables.
   *
   * @param content the page
   * @param tables the pictures of tables, in the order of their placeholders from top to bottom
   */
  public record PageWithPicturePlaceholders(PageContent content, List<ImageSource> tables) {
    /** Makes an immutable copy of the pictures. */
    public PageWithPicturePlaceholders {
      tables = List.copyOf(tables);
    }
  }

  /** A picture with its visible box on the page. */
  private record PlacedPicture(Rectangle2D box, Object pictureId, ImageSource picture) {}

  private final TablePictureCache cache;
  private final List<PlacedPicture> pictures = new ArrayList<>();

  /** Creates an empty collection for a page of the file to which the cache belongs. */
  public PagePictures(TablePictureCache cache) {
    this.cache = cache;
  }

  /**
   * Adds a picture at its visible position, unless it covers less than 5 % of the page or three
   * pictures were added.
   *
   * @param visibleBox its visible box on the page, in points
   * @param pageShare share of the page that it covers, 0 to 1
   * @param pictureId identifies the picture within the file by {@link Object#equals}
   */
  public void add(Rectangle2D visibleBox, double pageShare, Object pictureId, ImageSource picture) {
    if (pageShare >= MIN_PAGE_SHARE && pictures.size() < MAX_PICTURES) {
      pictures.add(new PlacedPicture(visibleBox, pictureId, picture));
    }
  }

  /**
   * The page with a placeholder for each picture of a table; decodes the pictures that the cache
   * does not know. The same page if none shows a table.
   */
  public PageWithPicturePlaceholders withPlaceholders(PageContent page) {
    List<Glyph> glyphs = new ArrayList<>(page.glyphs());
    List<ImageSource> tables = new ArrayList<>();
    List<PlacedPicture> fromTop =
        pictures.stream().sorted(Comparator.comparingDouble(p -> p.box().getMinY())).toList();
    for (PlacedPicture picture : fromTop) {
      if (showsUncoveredTable(picture, page.glyphs())) {
        float left = (float) picture.box().getMinX();
        float top = (float) picture.box().getMinY();
        float right = left + PLACEHOLDER_FONT_SIZE * TablePictureClassifier.PLACEHOLDER.length();
        glyphs.add(
            new Glyph(
                TablePictureClassifier.PLACEHOLDER,
                left,
                top,
                right,
                top + PLACEHOLDER_FONT_SIZE,
                PLACEHOLDER_FONT_SIZE,
                false));
        tables.add(picture.picture());
      }
    }
    return tables.isEmpty()
        ? new PageWithPicturePlaceholders(page, tables)
        : new PageWithPicturePlaceholders(
            new PageContent(page.number(), page.width(), page.height(), glyphs, page.rulings()),
            tables);
  }

  /** Whether a picture shows a table and has fewer than 12 characters of the text layer over it. */
  private boolean showsUncoveredTable(PlacedPicture placedPicture, List<Glyph> textLayer) {
    long over =
        textLayer.stream()
            .filter(g -> !g.isBlank() && placedPicture.box().contains(g.centerX(), g.centerY()))
            .limit(MIN_SCAN_CHARACTERS)
            .count();
    return over < MIN_SCAN_CHARACTERS
        && cache.showsTable(placedPicture.pictureId(), placedPicture.picture());
  }
}
