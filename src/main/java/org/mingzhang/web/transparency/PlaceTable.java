package org.mingzhang.web.transparency;

import io.javalin.http.Context;
import java.io.IOException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.mingzhang.region.Gazetteer;
import org.mingzhang.search.Hit;
import org.mingzhang.web.address.Links;
import org.mingzhang.web.api.RowWriter;
import org.mingzhang.web.guard.BackgroundThrottle;
import org.mingzhang.web.lookup.Catalogue;

/** Places by how much is kept of them: a map of provinces, a table of what lies below a region. */
final class PlaceTable {
  private static final List<String> COLUMNS =
      List.of("code", "region", "documents", "agencies", "scored", "score", "kept");

  private final Catalogue catalogue;
  private final Gazetteer gazetteer = Gazetteer.standard();

  PlaceTable(Catalogue catalogue) {
    this.catalogue = catalogue;
  }

  /**
   * A place as listed.
   *
   * @param address the page of what is below it
   * @param belowKept places right below it of which something is kept
   * @param below places right below it
   * @param bound whether its departments have to publish by the Budget Law
   */
  public record Line(
      String name,
      String address,
      int documents,
      int agencies,
      String score,
      long belowKept,
      int below,
      boolean bound) {}

  /** As the template has it; the table has only places of which something is kept. */
  Map<String, Object> of(RequestedPlace asked, Links links) {
    PlaceCoverage kept = kept(asked);
    List<String> path = path(asked);
    List<PlaceCoverage.Place> below = kept.below(path);
    Map<String, Object> model = new HashMap<>();
    List<Line> lines = below.stream().map(p -> line(p, kept, asked, links)).toList();
    List<Line> filled = lines.stream().filter(l -> l.documents() > 0).toList();
    model.put("placesKept", filled.size());
    model.put("placesAll", lines.stream().filter(Line::bound).count());
    model.put(
        "map",
        path.isEmpty() ? ProvinceMap.of(below, place -> address(place, asked, links)) : null);
    model.put("places", filled);
    model.put("placesEmpty", unkept(lines));
    model.put("place", path.isEmpty() ? "" : path.getLast());
    model.put("mean", kept.score());
    model.put("placesCsv", asked.file("/transparency/places.csv"));
    return model;
  }

  /** The places of which nothing is kept, without those whose departments need not publish. */
  private static List<Line> unkept(List<Line> lines) {
    return lines.stream().filter(l -> l.documents() == 0 && l.bound()).toList();
  }

  private PlaceCoverage kept(RequestedPlace asked) {
    List<Hit> documents = catalogue.now().disclosures().filter(asked::of).toList();
    return new PlaceCoverage(documents, gazetteer);
  }

  private static List<String> path(RequestedPlace asked) {
    String region = asked.region();
    return region == null ? List.of() : Arrays.asList(region.split("/", -1));
  }

  private static Line line(
      PlaceCoverage.Place place, PlaceCoverage kept, RequestedPlace asked, Links links) {
    List<PlaceCoverage.Place> below = kept.below(place.path());
    return new Line(
        place.name(),
        address(place, asked, links),
        place.documents(),
        place.agencies(),
        place.score(),
        below.stream().filter(p -> p.documents() > 0).count(),
        below.size(),
        ProvinceMap.bound(place.code()));
  }

  private static String address(PlaceCoverage.Place place, RequestedPlace asked, Links links) {
    return asked.in(String.join("/", place.path())).address(1, links);
  }

  /** All places below a region as a file. */
  void write(Context ctx, RequestedPlace asked) throws IOException {
    BackgroundThrottle pacing = BackgroundThrottle.of(ctx);
    RowWriter.Format.CSV.attach(ctx, "transparency-places");
    try (RowWriter writer = RowWriter.Format.CSV.begin(ctx.outputStream(), COLUMNS)) {
      for (PlaceCoverage.Place place : kept(asked).all(path(asked))) {
        List<@Nullable Object> row =
            Arrays.asList(
                place.code(),
                String.join("/", place.path()),
                place.documents(),
                place.agencies(),
                place.scored(),
                place.score(),
                place.documents() > 0);
        writer.row(row);
        pacing.step();
      }
    }
  }
}
