package org.mingzhang.web.agency;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.mingzhang.archive.Archive;
import org.mingzhang.archive.DocumentVersion;
import org.mingzhang.model.FacetDimension;
import org.mingzhang.model.Indicator;
import org.mingzhang.model.SearchScope;
import org.mingzhang.search.Hit;
import org.mingzhang.web.address.PortalLinks;
import org.mingzhang.web.address.SearchUrl;
import org.mingzhang.web.lookup.DocumentCatalog;
import org.mingzhang.web.lookup.DocumentLookup;
import org.mingzhang.web.render.Labels;
import org.mingzhang.web.results.EditionView;
import org.mingzhang.web.source.SearchPort;
import org.mingzhang.web.transparency.DisclosureScore;

/**
 * The table of an agency's documents by year: versions, disclosure scores, indicators and findings.
 *
 * @param profile the agency with its predecessors
 * @param years columns
 */
record AgencyYearTable(
    AgencyProfile profile,
    List<Integer> years,
    SearchPort search,
    Archive archive,
    DocumentLookup lookup,
    Labels labels,
    PortalLinks links) {
  /**
   * One kind of document or number, with a cell for each year.
   *
   * @param name label
   * @param note how it is counted, or empty
   * @param cells one for each year
   */
  public record Row(String name, String note, List<Cell> cells) {}

  /**
   * A cell of one year.
   *
   * @param linkedEntries linked entries
   * @param hasDocumentOfYear whether there is a document of the year; always false in the rows of
   *     categories
   */
  public record Cell(List<LinkedEntry> linkedEntries, boolean hasDocumentOfYear) {}

  /**
   * An entry of a cell, linked to the page of what it counts or names.
   *
   * @param text text of the link
   * @param description description of the link for screen readers
   * @param address address of the link
   * @param note additional information, or empty
   */
  public record LinkedEntry(String text, String description, String address, String note) {}

  /**
   * The documents of the agency and its predecessors; if a disclosure has several editions, only
   * the primary one.
   */
  private Stream<Hit> primaryEditions() {
    return profile.withPredecessors().stream()
        .flatMap(b -> b.documents().stream())
        .filter(d -> !DocumentCatalog.isSecondaryEdition(d));
  }

  private List<Hit> primaryEditions(int year) {
    return primaryEditions().filter(d -> Objects.equals(d.year(), year)).toList();
  }

  private Row buildRow(String name, String note, IntFunction<List<LinkedEntry>> entriesOfYear) {
    return new Row(
        name,
        note,
        years.stream()
            .map(year -> new Cell(entriesOfYear.apply(year), !primaryEditions(year).isEmpty()))
            .toList());
  }

  /**
   * The rows: one for each category of documents, then disclosure scores, indicators, shares of
   * points scored, and findings.
   */
  List<Row> buildRows() {
    List<Row> rows = new ArrayList<>();
    Map<String, List<Hit>> categories = new LinkedHashMap<>();
    primaryEditions()
        .forEach(
            d ->
                categories
                    .computeIfAbsent(
                        Objects.requireNonNullElse(d.category(), ""), k -> new ArrayList<>())
                    .add(d));
    categories.forEach((category, members) -> rows.add(buildCategoryRow(category, members)));
    rows.add(
        buildRow(
            labels.text("agency.score"),
            labels.text("agency.score.note"),
            year ->
                primaryEditions(year).stream().flatMap(d -> scoreEntries(d).stream()).toList()));
    rows.addAll(buildCountRows());
    return rows;
  }

  /**
   * The row of documents of a category. An empty cell is shown as not collected, even if there are
   * documents of the year in other categories.
   */
  private Row buildCategoryRow(String category, List<Hit> documents) {
    return new Row(
        category.isEmpty() ? labels.text("unknown") : labels.category(category),
        "",
        years.stream()
            .map(
                year ->
                    documents.stream()
                        .filter(d -> Objects.equals(d.year(), year))
                        .map(this::documentEntry)
                        .toList())
            .map(marks -> new Cell(marks, false))
            .toList());
  }

  private LinkedEntry documentEntry(Hit document) {
    List<DocumentVersion> versions = archive.versions(document.documentId());
    String published =
        versions.isEmpty()
            ? ""
            : lookup
                .findProvenance(versions.getFirst())
                .map(p -> p.published())
                .map(day -> labels.text("agency.published", day))
                .orElse("");
    return new LinkedEntry(
        labels.text("agency.versions", Math.max(1, versions.size())),
        document.documentTitle(),
        links.document(document.documentId()),
        List.of(published, EditionView.describeOtherEditions(document, labels)).stream()
            .filter(note -> !note.isEmpty())
            .collect(Collectors.joining(labels.text("fact.comma"))));
  }

  private List<LinkedEntry> scoreEntries(Hit document) {
    return DisclosureScore.read(document)
        .map(
            score ->
                new LinkedEntry(
                    score.formatRange(),
                    document.documentTitle(),
                    links.page(score.address()),
                    labels.category(document.category())))
        .stream()
        .toList();
  }

  /**
   * Counts and scores of the indicators of a year. Points are summed over the indicators whose
   * score is a number not greater than their weight.
   */
  private record IndicatorTotals(
      int rowCount, int missedCount, BigDecimal earnedPoints, BigDecimal possiblePoints) {
    static final IndicatorTotals NONE = new IndicatorTotals(0, 0, BigDecimal.ZERO, BigDecimal.ZERO);

    IndicatorTotals plus(Hit hit) {
      boolean failed =
          hit.values().getOrDefault("met", "").equals(Labels.id(Indicator.TargetResult.MISSED));
      BigDecimal weight = parseNumber(hit.values().get("weight"));
      BigDecimal score = parseNumber(hit.values().get("score"));
      boolean scored = weight != null && score != null && score.compareTo(weight) <= 0;
      return new IndicatorTotals(
          rowCount + 1,
          missedCount + (failed ? 1 : 0),
          scored ? earnedPoints.add(Objects.requireNonNull(score)) : earnedPoints,
          scored ? possiblePoints.add(Objects.requireNonNull(weight)) : possiblePoints);
    }

    private static @Nullable BigDecimal parseNumber(@Nullable String text) {
      return text == null || !text.strip().matches("\\d{1,6}(\\.\\d{1,6})?")
          ? null
          : new BigDecimal(text.strip());
    }
  }

  private List<Row> buildCountRows() {
    Map<Integer, IndicatorTotals> indicators = new HashMap<>();
    Map<Integer, Integer> findings = new HashMap<>();
    for (AgencyProfile each : profile.withPredecessors()) {
      search.forEach(
          ProfileFacts.documentSearch(SearchScope.INDICATORS, each).request(),
          hit ->
              indicators.merge(
                  Objects.requireNonNullElse(hit.year(), 0),
                  IndicatorTotals.NONE.plus(hit),
                  (sum, one) -> sum.plus(hit)));
      search.forEach(
          ProfileFacts.documentSearch(SearchScope.FINDINGS, each).request(),
          hit -> findings.merge(Objects.requireNonNullElse(hit.year(), 0), 1, Integer::sum));
    }
    return List.of(
        buildRow(
            labels.text("agency.indicators"),
            "",
            year -> {
              IndicatorTotals totals = indicators.getOrDefault(year, IndicatorTotals.NONE);
              String note =
                  totals.missedCount() == 0
                      ? ""
                      : labels.text("agency.missed", totals.missedCount());
              return totals.rowCount() == 0
                  ? List.of()
                  : List.of(countEntry(totals.rowCount(), SearchScope.INDICATORS, year, note));
            }),
        buildRow(
            labels.text("agency.earned"),
            labels.text("agency.earned.note"),
            year ->
                percentOfPointsEntries(indicators.getOrDefault(year, IndicatorTotals.NONE), year)),
        buildRow(
            labels.text("document.findings"),
            "",
            year ->
                primaryEditions(year).isEmpty()
                    ? List.of()
                    : List.of(
                        countEntry(
                            findings.getOrDefault(year, 0), SearchScope.FINDINGS, year, ""))));
  }

  private List<LinkedEntry> percentOfPointsEntries(IndicatorTotals totals, int year) {
    if (totals.possiblePoints().signum() == 0) {
      return List.of();
    }
    BigDecimal percent =
        totals
            .earnedPoints()
            .movePointRight(2)
            .divide(totals.possiblePoints(), 1, RoundingMode.HALF_UP);
    return List.of(
        new LinkedEntry(
            percent.toPlainString() + "%",
            labels.text("agency.earned"),
            links.search(createSearchUrl(SearchScope.INDICATORS, year)),
            totals.earnedPoints().stripTrailingZeros().toPlainString()
                + " / "
                + totals.possiblePoints().stripTrailingZeros().toPlainString()));
  }

  private LinkedEntry countEntry(int count, SearchScope scope, int year, String note) {
    return new LinkedEntry(
        Integer.toString(count),
        labels.nameOf(scope),
        links.search(createSearchUrl(scope, year)),
        note);
  }

  private SearchUrl createSearchUrl(SearchScope scope, int year) {
    SearchUrl searchUrl = ProfileFacts.documentSearch(scope, profile);
    for (AgencyProfile former : profile.withPredecessors()) {
      for (String name : former.names()) {
        if (!searchUrl.includedValues(FacetDimension.AGENCY).contains(name)) {
          searchUrl = searchUrl.withToggled(FacetDimension.AGENCY, name);
        }
      }
    }
    return searchUrl.withToggled(FacetDimension.YEAR, Integer.toString(year));
  }
}
