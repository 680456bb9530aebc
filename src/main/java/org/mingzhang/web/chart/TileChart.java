package org.mingzhang.web.chart;

import java.util.List;

/**
 * A grid that shows for each row and column whether there is a value: full tiles, outlined tiles
 * and dots.
 */
public final class TileChart {
  /** How a tile is drawn. */
  public enum TileState {
    /** There is a value. */
    FILLED,
    /** There is a document, but it states no value. */
    OUTLINED,
    /** No document was found. */
    DOTTED
  }

  /**
   * The texts that explain the tiles.
   *
   * @param fullTileText text for a full tile
   * @param outlinedTileText text for an outlined tile
   * @param dotText text for a dot
   */
  public record Legend(String fullTileText, String outlinedTileText, String dotText) {}

  private static final int WIDTH = 800;
  private static final int LABEL_WIDTH = 250;
  private static final int ROW_HEIGHT = 26;
  private static final int HEADER_HEIGHT = 34;

  private TileChart() {}

  /** Draws all rows; tiles are given for each row and column. */
  public static String draw(ChartData data, List<List<TileState>> tiles, Legend legend) {
    int columns = Math.max(1, data.columns().size());
    double wide = Math.min(84, (WIDTH - LABEL_WIDTH) / (double) columns);
    int height = HEADER_HEIGHT + 28 + ROW_HEIGHT * tiles.size() + 40;
    SvgBuilder svg = new SvgBuilder(WIDTH, height, data.title(), data.description());
    svg.text(0, 18, "start", "title", data.title());
    for (int c = 0; c < data.columns().size(); c++) {
      svg.text(
          LABEL_WIDTH + wide * (c + .5),
          HEADER_HEIGHT + 18.0,
          "middle",
          "value",
          data.columns().get(c));
    }
    for (int r = 0; r < tiles.size(); r++) {
      double top = HEADER_HEIGHT + 28.0 + ROW_HEIGHT * r;
      svg.text(
          LABEL_WIDTH - 12.0, top + 16, "end", "label", data.series().get(r).truncateLabel(18));
      for (int c = 0; c < tiles.get(r).size(); c++) {
        drawTile(svg, LABEL_WIDTH + wide * c, top, wide, tiles.get(r).get(c));
      }
    }
    double foot = HEADER_HEIGHT + 28.0 + ROW_HEIGHT * tiles.size() + 10;
    drawLegend(svg, foot, legend);
    return svg.build();
  }

  private static void drawTile(
      SvgBuilder svg, double left, double top, double width, TileState tileState) {
    switch (tileState) {
      case FILLED ->
          svg.rect(left + 1.5, top + 1.5, width - 3, ROW_HEIGHT - 3.0, ShapeStyle.bar(0));
      case OUTLINED -> svg.frame(left + 2, top + 2, width - 4, ROW_HEIGHT - 4.0, ShapeStyle.ABSENT);
      case DOTTED -> svg.text(left + width / 2, top + 17, "middle", "value", "·");
    }
  }

  private static void drawLegend(SvgBuilder svg, double top, Legend legend) {
    drawTile(svg, LABEL_WIDTH, top, 40, TileState.FILLED);
    svg.text(LABEL_WIDTH + 48.0, top + 17, "start", "value", legend.fullTileText());
    drawTile(svg, LABEL_WIDTH + 160.0, top, 40, TileState.OUTLINED);
    svg.text(LABEL_WIDTH + 208.0, top + 17, "start", "value", legend.outlinedTileText());
    drawTile(svg, LABEL_WIDTH + 350.0, top, 40, TileState.DOTTED);
    svg.text(LABEL_WIDTH + 398.0, top + 17, "start", "value", legend.dotText());
  }
}
