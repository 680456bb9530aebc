package org.mingzhang.extract.ocr;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.mingzhang.extract.page.PageContent;

/** Tests that a picture on many pages of a file is decoded once. */
class TablePictureCacheTest {
  private static final int PAGES = 20;
  private static final Rectangle2D PLACE = new Rectangle2D.Double(50, 50, 400, 300);

  private final TablePictureCache cache = new TablePictureCache();
  private final AtomicInteger decoded = new AtomicInteger();

  @Test
  void a_table_on_each_of_twenty_pages_is_decoded_once_and_noted_on_each() {
    BufferedImage table = table();
    assertThat(countAnnotatedPages("letterhead", () -> table)).isEqualTo(PAGES);
    assertThat(decoded).hasValue(1);
  }

  @Test
  void a_blank_and_a_damaged_picture_on_each_page_are_decoded_once() {
    BufferedImage blank = new BufferedImage(400, 300, BufferedImage.TYPE_INT_RGB);
    assertThat(countAnnotatedPages("blank", () -> blank)).isZero();
    assertThat(
            countAnnotatedPages(
                "damaged",
                () -> {
                  throw new IOException("no picture");
                }))
        .isZero();
    assertThat(decoded).hasValue(2);
  }

  @Test
  void different_pictures_are_decoded_separately() {
    BufferedImage table = table();
    for (int i = 0; i < 3; i++) {
      assertThat(countAnnotatedPages("picture " + i, () -> table)).isEqualTo(PAGES);
    }
    assertThat(decoded).hasValue(3);
  }

  private long countAnnotatedPages(String key, PagePictures.ImageSource picture) {
    long annotated = 0;
    for (int number = 1; number <= PAGES; number++) {
      PagePictures pictures = new PagePictures(cache);
      pictures.add(
          PLACE,
          0.24,
          key,
          () -> {
            decoded.incrementAndGet();
            return picture.image();
          });
      PageContent page = new PageContent(number, 595, 842, List.of(), List.of());
      annotated += pictures.withPlaceholders(page).tables().size();
    }
    return annotated;
  }

  private static BufferedImage table() {
    BufferedImage image = new BufferedImage(400, 300, BufferedImage.TYPE_INT_RGB);
    Graphics2D pen = image.createGraphics();
    pen.setColor(Color.WHITE);
    pen.fillRect(0, 0, 400, 300);
    pen.setColor(Color.BLACK);
    for (int i = 0; i < 5; i++) {
      pen.drawLine(20, 20 + 60 * i, 380, 20 + 60 * i);
      pen.drawLine(20 + 90 * i, 20, 20 + 90 * i, 260);
    }
    return image;
  }
}
