package org.mingzhang.web.transparency;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.mingzhang.text.TsvResource;

/**
 * A tile map of provinces, each tile at roughly its geographic position.
 *
 * @param tiles one for each province
 */
public record ProvinceMap(List<Tile> tiles) {
  private static final int COLUMN_COUNT = 5;
  private static final String YES = "yes";

  /** Width and height of a tile including the gap, in pixels. */
  private static final int TILE_STEP = 56;

  private static final List<ProvinceTile> POSITIONS = read();

  /**
   * A province with the position of its tile, from {@code provinces.tsv}.
   *
   * @param name abbreviation of one character
   * @param column column of the tile, from 0 at the left
   * @param row row of the tile, from 0 at the top
   * @param mustPublish whether the Budget Law requires its departments to publish
   */
  private record ProvinceTile(String code, String name, int column, int row, boolean mustPublish) {}

  /**
   * A province.
   *
   * @param name its name, such as 湖北省
   * @param shortName abbreviation of one character
   * @param x left edge in pixels
   * @param y upper edge in pixels
   * @param documents number of documents
   * @param shade shade of the tile, from 0 for no documents to 4 for many
   * @param address address of the page of the province
   * @param mustPublish whether the Budget Law requires its departments to publish
   */
  public record Tile(
      String name,
      String shortName,
      int x,
      int y,
      int documents,
      int shade,
      String address,
      boolean mustPublish) {}

  /**
   * Builds the map of the given provinces. Provinces without a position on the map are left out.
   */
  static ProvinceMap build(
      List<RegionCoverage.RegionCounts> provinces,
      Function<RegionCoverage.RegionCounts, String> address) {
    Map<String, RegionCoverage.RegionCounts> codes = new HashMap<>();
    provinces.forEach(p -> codes.put(p.code(), p));
    List<Tile> tiles = new ArrayList<>();
    for (ProvinceTile tile : POSITIONS) {
      RegionCoverage.RegionCounts place = codes.get(tile.code());
      if (place != null) {
        tiles.add(
            new Tile(
                place.name(),
                tile.name(),
                tile.column() * TILE_STEP,
                tile.row() * TILE_STEP,
                place.documents(),
                shade(place.documents()),
                address.apply(place),
                tile.mustPublish()));
      }
    }
    return new ProvinceMap(tiles);
  }

  /**
   * The shade of a tile, 0 to 4: the number of decimal digits of the number of documents, or 0 if
   * there are none.
   */
  private static int shade(int documentCount) {
    return documentCount == 0 ? 0 : Math.min(4, Integer.toString(documentCount).length());
  }

  /**
   * Whether the Budget Law requires the departments of a province-level division to publish; true
   * for the code of any other division.
   */
  static boolean isBoundByBudgetLaw(String code) {
    return POSITIONS.stream().noneMatch(s -> s.code().equals(code) && !s.mustPublish());
  }

  private static List<ProvinceTile> read() {
    return TsvResource.parseRows(
        ProvinceMap.class,
        "provinces.tsv",
        COLUMN_COUNT,
        c ->
            new ProvinceTile(
                c.get(0),
                c.get(1),
                Integer.parseInt(c.get(2)),
                Integer.parseInt(c.get(3)),
                TsvResource.requireKeyword(c.get(4), YES, "no").equals(YES)));
  }
}
