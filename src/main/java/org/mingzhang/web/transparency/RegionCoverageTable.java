package org.mingzhang.web.transparency;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.mingzhang.region.Gazetteer;
import org.mingzhang.search.Hit;
import org.mingzhang.web.address.PortalLinks;
import org.mingzhang.web.lookup.DocumentCatalog;

/**
 * Coverage by region, as a map of provinces, a table of the children of a region, and the rows of a
 * file.
 */
final class RegionCoverageTable {
  static final List<String> COLUMN_NAMES =
      List.of("code", "region", "documents", "agencies", "scored", "score", "kept");

  private final DocumentCatalog catalog;
  private final Gazetteer gazetteer = Gazetteer.standard();

  RegionCoverageTable(DocumentCatalog catalog) {
    this.catalog = catalog;
  }

  /**
   * The counts of a region as a row of the table.
   *
   * @param address address of the page of the region
   * @param childrenWithDocuments number of its children with documents
   * @param childCount number of its children
   * @param mustPublish whether the Budget Law requires its departments to publish
   */
  public record RegionRow(
      String name,
      String address,
      int documents,
      int agencies,
      String score,
      long childrenWithDocuments,
      int childCount,
      boolean mustPublish) {}

  /** Creates the fields of the template. The table has only regions with documents. */
  Map<String, Object> buildModel(TransparencySelection selection, PortalLinks links) {
    RegionCoverage coverage = countCoverage(selection);
    List<String> path = selectedPath(selection);
    List<RegionCoverage.RegionCounts> below = coverage.children(path);
    Map<String, Object> model = new HashMap<>();
    List<RegionRow> regionRows =
        below.stream().map(p -> buildRow(p, coverage, selection, links)).toList();
    List<RegionRow> filled = regionRows.stream().filter(l -> l.documents() > 0).toList();
    model.put("placesKept", filled.size());
    model.put("placesAll", regionRows.stream().filter(RegionRow::mustPublish).count());
    model.put(
        "map",
        path.isEmpty()
            ? ProvinceMap.build(below, place -> address(place, selection, links))
            : null);
    model.put("places", filled);
    model.put("placesEmpty", selectObligedWithoutDocuments(regionRows));
    model.put("place", path.isEmpty() ? "" : path.getLast());
    model.put("mean", coverage.score());
    model.put("placesCsv", selection.fileAddress("/transparency/places.csv", links));
    return model;
  }

  /** Selects the regions without documents whose departments must publish by law. */
  private static List<RegionRow> selectObligedWithoutDocuments(List<RegionRow> regionRows) {
    return regionRows.stream().filter(l -> l.documents() == 0 && l.mustPublish()).toList();
  }

  private RegionCoverage countCoverage(TransparencySelection selection) {
    List<Hit> documents =
        catalog.currentSnapshot().disclosures().filter(selection::matches).toList();
    return new RegionCoverage(documents, gazetteer);
  }

  private static List<String> selectedPath(TransparencySelection selection) {
    String region = selection.region();
    return region == null ? List.of() : Arrays.asList(region.split("/", -1));
  }

  private static RegionRow buildRow(
      RegionCoverage.RegionCounts regionCounts,
      RegionCoverage coverage,
      TransparencySelection selection,
      PortalLinks links) {
    List<RegionCoverage.RegionCounts> below = coverage.children(regionCounts.path());
    return new RegionRow(
        regionCounts.name(),
        address(regionCounts, selection, links),
        regionCounts.documents(),
        regionCounts.agencies(),
        regionCounts.score(),
        below.stream().filter(p -> p.documents() > 0).count(),
        below.size(),
        ProvinceMap.isBoundByBudgetLaw(regionCounts.code()));
  }

  private static String address(
      RegionCoverage.RegionCounts regionCounts,
      TransparencySelection selection,
      PortalLinks links) {
    return selection.withRegion(String.join("/", regionCounts.path())).address(1, links);
  }

  /** The rows of a file of all descendants of a region. */
  List<List<@Nullable Object>> buildRows(TransparencySelection selection) {
    List<List<@Nullable Object>> rows = new ArrayList<>();
    for (RegionCoverage.RegionCounts place :
        countCoverage(selection).descendants(selectedPath(selection))) {
      rows.add(
          Arrays.asList(
              place.code(),
              String.join("/", place.path()),
              place.documents(),
              place.agencies(),
              place.scoredDocuments(),
              place.score(),
              Boolean.toString(place.documents() > 0)));
    }
    return rows;
  }
}
