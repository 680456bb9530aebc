package org.mingzhang.web.chart;

import java.util.List;

/** What is there and what is not, by row and column: full tiles, frames and nothing. */
public final class TileChart {
  /** Why a tile is not full. */
  public enum Tile {
    /** The value is there. */
    FULL,
    /** There is a document, but it does not say. */
    FRAME,
    /** There is no document. */
    NOTHING
  }

  /**
   * What the tiles mean.
   *
   * @param full of a full one
   * @param frame of a frame
   * @param nothing of a dot
   */
  public record Legend(String full, String frame, String nothing) {}

  private static final int WIDTH = 800;
  private static final int LABEL = 250;
  private static final int TALL = 26;
  private static final int HEAD = 34;

  private TileChart() {}

  /** Draws all rows; tiles are given for each row and column. */
  public static String draw(ChartData data, List<List<Tile>> tiles, Legend legend) {
    int columns = Math.max(1, data.columns().size());
    double wide = Math.min(84, (WIDTH - LABEL) / (double) columns);
    int height = HEAD + 28 + TALL * tiles.size() + 40;
    Svg svg = new Svg(WIDTH, height, data.title(), data.description());
    svg.text(0, 18, "start", "title", data.title());
    for (int c = 0; c < data.columns().size(); c++) {
      svg.text(LABEL + wide * (c + .5), HEAD + 18.0, "middle", "value", data.columns().get(c));
    }
    for (int r = 0; r < tiles.size(); r++) {
      double top = HEAD + 28.0 + TALL * r;
      svg.text(LABEL - 12.0, top + 16, "end", "label", data.series().get(r).clipped(18));
      for (int c = 0; c < tiles.get(r).size(); c++) {
        tile(svg, LABEL + wide * c, top, wide, tiles.get(r).get(c));
      }
    }
    double foot = HEAD + 28.0 + TALL * tiles.size() + 10;
    legend(svg, foot, legend);
    return svg.end();
  }

  private static void tile(Svg svg, double left, double top, double wide, Tile tile) {
    switch (tile) {
      case FULL -> svg.rect(left + 1.5, top + 1.5, wide - 3, TALL - 3.0, Paint.bar(0));
      case FRAME -> svg.frame(left + 2, top + 2, wide - 4, TALL - 4.0, Paint.ABSENT);
      case NOTHING -> svg.text(left + wide / 2, top + 17, "middle", "value", "·");
    }
  }

  private static void legend(Svg svg, double top, Legend legend) {
    tile(svg, LABEL, top, 40, Tile.FULL);
    svg.text(LABEL + 48.0, top + 17, "start", "value", legend.full());
    tile(svg, LABEL + 160.0, top, 40, Tile.FRAME);
    svg.text(LABEL + 208.0, top + 17, "start", "value", legend.frame());
    tile(svg, LABEL + 350.0, top, 40, Tile.NOTHING);
    svg.text(LABEL + 398.0, top + 17, "start", "value", legend.nothing());
  }
}
