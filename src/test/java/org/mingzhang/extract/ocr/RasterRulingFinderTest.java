package org.mingzhang.extract.ocr;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.Rectangle;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Tests that sampled pixels give the same runs as examining every pixel. */
class RasterRulingFinderTest {
  private static final int WIDTH = 420;
  private static final int HEIGHT = 310;
  private static final int THRESHOLD = 128;

  @ParameterizedTest
  @CsvSource({
    // resolution, lines, blots, percentage of dark pixels strewn, percentage of pixels erased
    "300, 40, 0, 0, 0",
    "300, 40, 20, 0, 30",
    "150, 30, 30, 5, 20",
    "100, 25, 10, 30, 40",
    "72, 20, 5, 50, 10",
    "20, 10, 5, 20, 20",
    "9, 10, 5, 20, 20",
    "4, 10, 5, 20, 20",
    "200, 0, 0, 97, 0",
    "200, 0, 0, 100, 0",
    "200, 0, 0, 0, 0"
  })
  void sampling_finds_the_runs_of_a_full_scan(
      int dpi, int lines, int blots, int strewn, int erased) {
    for (int seed = 0; seed < 3; seed++) {
      GrayRaster raster = GrayRaster.of(draw(new Random(seed), lines, blots, strewn, erased), dpi);
      assertThat(new RasterRulingFinder(raster, THRESHOLD).findRuns())
          .isEqualTo(runsByEachPixel(raster));
    }
  }

  private static BufferedImage draw(Random random, int lines, int blots, int strewn, int erased) {
    BufferedImage image = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_BYTE_GRAY);
    Graphics2D pen = image.createGraphics();
    pen.setColor(Color.WHITE);
    pen.fillRect(0, 0, WIDTH, HEIGHT);
    pen.setColor(Color.BLACK);
    for (int i = 0; i < lines; i++) {
      int length = random.nextInt(200);
      int thickness = 1 + random.nextInt(4);
      boolean flat = random.nextBoolean();
      pen.fillRect(
          random.nextInt(WIDTH),
          random.nextInt(HEIGHT),
          flat ? length : thickness,
          flat ? thickness : length);
    }
    for (int i = 0; i < blots; i++) {
      pen.fillRect(
          random.nextInt(WIDTH), random.nextInt(HEIGHT), random.nextInt(90), random.nextInt(60));
    }
    for (int y = 0; y < HEIGHT; y++) {
      for (int x = 0; x < WIDTH; x++) {
        if (random.nextInt(100) < strewn) {
          image.setRGB(x, y, Color.BLACK.getRGB());
        } else if (random.nextInt(100) < erased) {
          image.setRGB(x, y, Color.WHITE.getRGB());
        }
      }
    }
    return image;
  }

  private static List<Rectangle> runsByEachPixel(GrayRaster raster) {
    List<Rectangle> runs = new ArrayList<>();
    for (int y = 0; y < raster.height(); y++) {
      addRuns(raster, y, true, runs);
    }
    for (int x = 0; x < raster.width(); x++) {
      addRuns(raster, x, false, runs);
    }
    return runs;
  }

  private static void addRuns(GrayRaster raster, int line, boolean flat, List<Rectangle> runs) {
    int length = flat ? raster.width() : raster.height();
    int shortest = Math.round(15 / raster.pointsPerPixel());
    for (int start = 0; start < length; start++) {
      if (isDark(raster, start, line, flat)) {
        int last = start;
        for (int i = start; i < length && i - last <= 3; i++) {
          last = isDark(raster, i, line, flat) ? i : last;
        }
        if (last - start + 1 >= shortest && isThin(raster, start, last, line, flat)) {
          int size = last - start + 1;
          runs.add(
              flat ? new Rectangle(start, line, size, 1) : new Rectangle(line, start, 1, size));
        }
        start = last + 2;
      }
    }
  }

  /** Whether two of three samples, three pixels apart, are at most as thick as a line. */
  private static boolean isThin(GrayRaster raster, int start, int last, int line, boolean flat) {
    int thickest = Math.max(2, Math.round(2.6f / raster.pointsPerPixel()));
    int thin = 0;
    int looked = 0;
    for (int i = start; i <= last; i += 3) {
      int thickness = 1;
      for (int d = 1; isDark(raster, i, line + d, flat); d++) {
        thickness++;
      }
      for (int d = 1; isDark(raster, i, line - d, flat); d++) {
        thickness++;
      }
      looked++;
      thin += thickness <= thickest ? 1 : 0;
    }
    return thin * 3 >= looked * 2;
  }

  private static boolean isDark(GrayRaster raster, int position, int line, boolean flat) {
    return flat ? raster.isInk(position, line, THRESHOLD) : raster.isInk(line, position, THRESHOLD);
  }
}
