package org.mingzhang.search;

import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.mingzhang.model.Dimension;
import org.mingzhang.model.Scope;
import org.mingzhang.query.SearchRequest;
import org.mingzhang.query.WordQueries;

/** Reads the same figure of many documents. */
final class FigureSeries {
  private final Snapshot snapshot;
  private final WordQueries words;

  FigureSeries(Snapshot snapshot, WordQueries words) {
    this.snapshot = snapshot;
    this.words = words;
  }

  /** The points, newest year first; of several in one document the first in reading order. */
  List<FigurePoint> read(
      String name, @Nullable String item, Map<Dimension, List<String>> include, int most)
      throws IOException {
    Map<Dimension, List<String>> wanted = new EnumMap<>(Dimension.class);
    wanted.putAll(include);
    wanted.put(Dimension.FIGURE_NAME, List.of(name));
    SearchRequest request =
        new SearchRequest(
            "",
            Scope.FIGURES,
            wanted,
            Map.of(),
            SearchRequest.Sort.YEAR,
            SearchRequest.Grouping.NONE,
            1,
            null);
    SearchRun run = SearchRun.of(snapshot, request, words);
    AllRows rows = new AllRows();
    run.collect(run.query(), List.of(), rows, snapshot.searcher());
    HitReader reader = run.hits();
    List<FigurePoint> points = new ArrayList<>();
    Set<Long> documents = new HashSet<>();
    for (RankedRow row : rows.page()) {
      if (points.size() == most) {
        break;
      }
      if (documents.contains(row.document())) {
        continue;
      }
      Hit hit = reader.read(row.doc());
      BigDecimal amount = hit.amount();
      if (amount != null && ofFiscalYear(hit) && Objects.equals(hit.values().get("item"), item)) {
        documents.add(row.document());
        points.add(new FigurePoint(hit.agency(), hit.region(), hit.year(), amount, hit));
      }
    }
    return points;
  }

  /** Amounts of the year before, given for comparison, are not part of the series. */
  private static boolean ofFiscalYear(Hit hit) {
    String year = hit.values().get("year");
    return year == null || hit.year() == null || year.equals(hit.year().toString());
  }
}
