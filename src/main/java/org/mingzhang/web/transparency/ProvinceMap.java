package org.mingzhang.web.transparency;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.mingzhang.text.TsvResource;

/**
 * Provinces as tiles, each about where it lies.
 *
 * @param tiles all of them
 */
public record ProvinceMap(List<Tile> tiles) {
  private static final int COLUMNS = 5;

  /** Width and height of a tile with the gap behind it. */
  private static final int STEP = 56;

  private static final List<Spot> SPOTS = read();

  private record Spot(String code, String name, int column, int row, boolean bound) {}

  /**
   * A province.
   *
   * @param name its name, 湖北省
   * @param shortName one character for it
   * @param x left edge
   * @param y upper edge
   * @param documents how many documents are kept
   * @param shade 0 for none to 4 for many
   * @param address what is below it
   * @param bound whether its departments have to publish by the Budget Law
   */
  public record Tile(
      String name,
      String shortName,
      int x,
      int y,
      int documents,
      int shade,
      String address,
      boolean bound) {}

  /** The map of provinces. */
  static ProvinceMap of(
      List<PlaceCoverage.Place> provinces, Function<PlaceCoverage.Place, String> address) {
    Map<String, PlaceCoverage.Place> codes = new HashMap<>();
    provinces.forEach(p -> codes.put(p.code(), p));
    List<Tile> tiles = new ArrayList<>();
    for (Spot spot : SPOTS) {
      PlaceCoverage.Place place = codes.get(spot.code());
      if (place != null) {
        tiles.add(
            new Tile(
                place.name(),
                spot.name(),
                spot.column() * STEP,
                spot.row() * STEP,
                place.documents(),
                shade(place.documents()),
                address.apply(place),
                spot.bound()));
      }
    }
    return new ProvinceMap(tiles);
  }

  /** Each ten times as many is one darker. */
  private static int shade(int documents) {
    return documents == 0 ? 0 : Math.min(4, Integer.toString(documents).length());
  }

  /** Codes of provinces whose departments need not publish by that law. */
  static boolean bound(String code) {
    return SPOTS.stream().noneMatch(s -> s.code().equals(code) && !s.bound());
  }

  private static List<Spot> read() {
    return TsvResource.rows(ProvinceMap.class, "provinces.tsv", COLUMNS).stream()
        .map(
            c ->
                new Spot(
                    c.get(0),
                    c.get(1),
                    Integer.parseInt(c.get(2)),
                    Integer.parseInt(c.get(3)),
                    c.get(4).equals("yes")))
        .toList();
  }
}
