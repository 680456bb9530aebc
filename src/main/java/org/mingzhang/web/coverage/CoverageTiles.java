package org.mingzhang.web.coverage;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.mingzhang.model.FacetDimension;
import org.mingzhang.model.SearchScope;
import org.mingzhang.search.Hit;
import org.mingzhang.web.address.PortalLinks;
import org.mingzhang.web.address.SearchUrl;
import org.mingzhang.web.lookup.DocumentCatalog;

/**
 * Number of documents by region and year, as a grid of tiles.
 *
 * @param years its columns, newest first
 * @param rows its rows
 */
public record CoverageTiles(List<Integer> years, List<RegionRow> rows) {
  /**
   * The tiles of one region.
   *
   * @param name its name, preceded by the name of the parent region
   * @param address search for its documents
   * @param tiles one for each year
   */
  public record RegionRow(String name, String address, List<Tile> tiles) {}

  /**
   * The number of documents of a region for one year.
   *
   * @param count documents
   * @param shade shade of the tile: 0 for no documents, 1 for one, 2 for up to 3, 3 for up to 9, 4
   *     for more
   * @param address search for the documents
   */
  public record Tile(int count, int shade, String address) {}

  /**
   * The regions with the most documents, in the order of their paths, and the latest eight years.
   * The tiles do not count secondary editions.
   *
   * @param limit maximum number of regions
   */
  public static CoverageTiles build(
      DocumentCatalog.Snapshot documents, int limit, PortalLinks links) {
    List<Integer> years = documents.years().stream().limit(8).toList();
    List<RegionRow> regionRows = new ArrayList<>();
    documents.groupByRegion().entrySet().stream()
        .filter(e -> !e.getKey().isEmpty())
        .sorted(Map.Entry.comparingByValue((a, b) -> b.size() - a.size()))
        .limit(limit)
        .sorted(Map.Entry.comparingByKey())
        .forEach(e -> regionRows.add(buildRow(e.getKey(), e.getValue(), years, links)));
    return new CoverageTiles(years, regionRows);
  }

  private static RegionRow buildRow(
      String region, List<Hit> documents, List<Integer> years, PortalLinks links) {
    List<String> path = documents.getFirst().region();
    String name = String.join(" ", path.subList(Math.max(0, path.size() - 2), path.size()));
    SearchUrl all =
        SearchUrl.of("", SearchScope.DOCUMENTS).withToggled(FacetDimension.REGION, region);
    return new RegionRow(
        name, links.search(all), buildTiles(region, selectDisclosures(documents), years, links));
  }

  private static List<Hit> selectDisclosures(List<Hit> documents) {
    return documents.stream()
        .filter(document -> !DocumentCatalog.isSecondaryEdition(document))
        .toList();
  }

  /** A region's tiles, one for each year. */
  public static List<Tile> buildTiles(
      String region, List<Hit> documents, List<Integer> years, PortalLinks links) {
    SearchUrl all =
        SearchUrl.of("", SearchScope.DOCUMENTS).withToggled(FacetDimension.REGION, region);
    Map<Integer, Integer> counts = new HashMap<>();
    for (Hit document : documents) {
      counts.merge(Objects.requireNonNullElse(document.year(), 0), 1, Integer::sum);
    }
    List<Tile> tiles = new ArrayList<>();
    for (Integer year : years) {
      int count = counts.getOrDefault(year, 0);
      SearchUrl ofYear = all.withToggled(FacetDimension.YEAR, year.toString());
      tiles.add(new Tile(count, shade(count), links.search(ofYear)));
    }
    return tiles;
  }

  private static int shade(int count) {
    return count == 0 ? 0 : count == 1 ? 1 : count <= 3 ? 2 : count <= 9 ? 3 : 4;
  }
}
