package org.mingzhang.extract.ocr;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.Rectangle;
import java.awt.image.BufferedImage;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GrayRasterTest {
  @Test
  void the_threshold_separates_ink_from_paper() {
    Random random = new Random(7);
    BufferedImage image = paper(300, 300);
    for (int i = 0; i < 3000; i++) {
      int level = i % 4 == 0 ? 40 + random.nextInt(40) : 190 + random.nextInt(60);
      image.setRGB(
          random.nextInt(300), random.nextInt(300), new Color(level, level, level).getRGB());
    }
    int threshold = GrayRaster.of(image, 100).computeThreshold();
    assertTrue(threshold >= 79 && threshold < 190, "threshold " + threshold);
  }

  @ParameterizedTest
  @ValueSource(
      ints = {
        BufferedImage.TYPE_INT_RGB,
        BufferedImage.TYPE_INT_BGR,
        BufferedImage.TYPE_3BYTE_BGR,
        BufferedImage.TYPE_INT_ARGB,
        BufferedImage.TYPE_4BYTE_ABGR
      })
  void a_pixel_has_the_luminance_of_its_color_over_white(int type) {
    BufferedImage image = new BufferedImage(3, 2, type);
    int[] colors = {0xFF000000, 0xFFC81E0A, 0xFF0AC81E, 0xFF1E0AC8, 0xFFFFFFFF, 0x80640A32};
    image.setRGB(0, 0, 3, 2, colors, 0, 3);
    GrayRaster raster = GrayRaster.of(image, 100);
    int last = image.getColorModel().hasAlpha() ? 147 : 41;
    int[] expected = {0, 78, 123, 37, 255, last};
    for (int i = 0; i < expected.length; i++) {
      assertEquals(expected[i], raster.grayAt(i % 3, i / 3), "pixel " + i);
    }
  }

  @Test
  void the_skew_of_a_page_is_measured() {
    for (double degrees : new double[] {-2.5, -1, 0, 0.5, 1.7, 3.2}) {
      GrayRaster page = GrayRaster.of(lines(), 150).rotate(degrees);
      assertEquals(degrees, SkewEstimator.measure(page, page.computeThreshold()), 0.21);
    }
  }

  @Test
  void a_page_without_lines_has_no_skew() {
    BufferedImage image = paper(600, 800);
    Graphics2D pen = image.createGraphics();
    pen.setColor(Color.BLACK);
    pen.fillOval(200, 200, 200, 200);
    GrayRaster page = GrayRaster.of(image, 150);
    assertEquals(0, SkewEstimator.measure(page, page.computeThreshold()), 0.0);
    GrayRaster blank = GrayRaster.of(paper(600, 800), 150);
    assertEquals(0, SkewEstimator.measure(blank, blank.computeThreshold()), 0.0);
  }

  @Test
  void dot_leaders_are_erased_and_words_and_full_stops_are_not() {
    BufferedImage image = paper(800, 200);
    Graphics2D pen = image.createGraphics();
    pen.setColor(Color.BLACK);
    pen.fillRect(50, 80, 100, 24);
    for (int x = 170; x < 600; x += 12) {
      pen.fillRect(x, 98, 3, 3);
    }
    pen.fillRect(620, 80, 12, 24);
    pen.fillRect(50, 150, 60, 24);
    pen.fillRect(114, 170, 3, 3);
    GrayRaster page = GrayRaster.of(image, 200);
    List<Rectangle> leaders = new DotLeaderRemover(page, 128).eraseLeaders();
    assertEquals(1, leaders.size());
    assertTrue(leaders.get(0).x <= 170 && leaders.get(0).getMaxX() >= 593, leaders.toString());
    assertEquals(new Rectangle(), page.inkBounds(new Rectangle(160, 80, 450, 24), 128));
    assertEquals(
        new Rectangle(620, 80, 12, 24), page.inkBounds(new Rectangle(600, 60, 200, 60), 128));
    assertEquals(
        new Rectangle(50, 150, 67, 24), page.inkBounds(new Rectangle(0, 140, 800, 60), 128));
  }

  private static BufferedImage lines() {
    BufferedImage image = paper(900, 1200);
    Graphics2D pen = image.createGraphics();
    pen.setColor(Color.BLACK);
    Random random = new Random(11);
    for (int y = 150; y < 1050; y += 40) {
      for (int x = 120; x < 780; x += 22) {
        if (random.nextInt(5) > 0) {
          pen.fillRect(x, y, 16, 18);
        }
      }
    }
    return image;
  }

  private static BufferedImage paper(int width, int height) {
    BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    Graphics2D pen = image.createGraphics();
    pen.setColor(Color.WHITE);
    pen.fillRect(0, 0, width, height);
    return image;
  }
}
