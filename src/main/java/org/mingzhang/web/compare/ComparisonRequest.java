package org.mingzhang.web.compare;

import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.mingzhang.model.FacetDimension;
import org.mingzhang.model.Fact;
import org.mingzhang.model.SearchScope;
import org.mingzhang.web.address.QueryString;
import org.mingzhang.web.address.RequestParameters;
import org.mingzhang.web.address.SearchUrl;

/**
 * The request for a comparison, as parameters of its address: {@code
 * /compare?kind=&name=&measure=&agency=&category=&region=…&year=…&chart=&at=}; for an account also
 * {@code &item=&stage=&fund=&perimeter=&scans=&moved=&by=&in=&moved_in=&sort=}.
 *
 * @param subject what is compared
 * @param name name of the account, indicator or topic
 * @param measure the measure shown
 * @param agency parts of agencies' names, separated by commas, semicolons, 、 or white space; empty
 *     for any agency
 * @param category label of the documents' category, empty for any
 * @param regions paths joined with a slash; empty for all
 * @param years fiscal years; empty for all
 * @param chart chart style, null to choose it by the values
 * @param at year shown by a bar chart, null for the year with the most values
 * @param slice dimensions of an account
 * @param movement filter of changes against the year before
 * @param order order of the rows of an account
 */
public record ComparisonRequest(
    ComparisonSubject subject,
    String name,
    ComparisonMeasure measure,
    String agency,
    String category,
    List<String> regions,
    List<String> years,
    @Nullable ChartStyle chart,
    @Nullable Integer at,
    AccountSlice slice,
    ChangeFilter movement,
    AmountOrder order) {
  private static final Pattern AGENCY_SEPARATOR = Pattern.compile("[\\s,，;；、]+");

  /**
   * Reads the parameters. The name is empty if the address has none. Years that are not four digits
   * are ignored; a measure that the subject does not have is replaced by the default.
   *
   * @throws org.mingzhang.web.address.BadParameterException if a parameter has an invalid value
   */
  static ComparisonRequest decode(RequestParameters parameters) {
    ComparisonSubject subject = parameters.enumConstant("kind", ComparisonSubject.FIGURE);
    ComparisonMeasure measure = parameters.enumConstant("measure", subject.measures().getFirst());
    return new ComparisonRequest(
        subject,
        parameters.text("name", "").strip(),
        subject.measures().contains(measure) ? measure : subject.measures().getFirst(),
        String.join("、", parameters.allValues("agency")).strip(),
        parameters.text("category", ""),
        parameters.allValues("region"),
        parameters.allValues("year").stream().filter(y -> y.matches("\\d{4}")).sorted().toList(),
        parameters.text("chart") == null
            ? null
            : parameters.enumConstant("chart", ChartStyle.LINES),
        parameters.text("at") == null ? null : parameters.positiveInt("at", 2000, 9999),
        AccountSlice.decode(parameters),
        ChangeFilter.decode(parameters),
        parameters.enumConstant("sort", AmountOrder.REGION));
  }

  /** The parameters of the address; parameters with default values are left out. */
  QueryString toQueryString() {
    QueryString query = new QueryString();
    query.add("kind", subject == ComparisonSubject.FIGURE ? null : subject.id());
    query.add("name", name);
    if (subject == ComparisonSubject.FIGURE) {
      slice.addTo(query);
      movement.addTo(query);
      query.add("sort", order == AmountOrder.REGION ? null : order.id());
    }
    query.add("measure", measure == subject.measures().getFirst() ? null : measure.id());
    query.add("agency", agency);
    query.add("category", category);
    regions.forEach(r -> query.add("region", r));
    years.forEach(y -> query.add("year", y));
    return query.add("chart", chart == null ? null : chart.id()).add("at", at);
  }

  /** The address of the page, without origin and language. */
  String address() {
    return toQueryString().appendTo("/compare");
  }

  /** The address of an account's comparison over a region. */
  public static String address(String account, AccountSlice slice, List<String> region) {
    QueryString query = new QueryString().add("name", account);
    slice.addTo(query);
    return query.add("region", String.join("/", region)).appendTo("/compare");
  }

  /** The search for all rows of the comparison. */
  SearchUrl searchUrl() {
    String title =
        subject == ComparisonSubject.INDICATOR ? "title:\"" + removeQuotes(name) + "\"" : "";
    SearchUrl searchUrl = SearchUrl.of((title + " " + agencyQuery()).strip(), subject.scope());
    searchUrl =
        switch (subject) {
          case FIGURE -> amountSearch(slice, List.of(Fact.Kind.AMOUNT));
          case TOPIC -> searchUrl.withToggled(FacetDimension.TOPIC, name);
          case INDICATOR -> searchUrl;
        };
    FacetDimension yearly =
        subject == ComparisonSubject.FIGURE ? FacetDimension.FACT_YEAR : FacetDimension.YEAR;
    for (String year : years) {
      searchUrl = searchUrl.withToggled(yearly, year);
    }
    return subject == ComparisonSubject.FIGURE ? searchUrl : addRegionsAndCategory(searchUrl);
  }

  /** The search for facts of the account that are of certain kinds, in any year. */
  SearchUrl amountSearch(AccountSlice searchedSlice, List<Fact.Kind> kinds) {
    SearchUrl searchUrl =
        SearchUrl.of(agencyQuery(), SearchScope.FACTS).withToggled(FacetDimension.ACCOUNT, name);
    for (Map.Entry<FacetDimension, List<String>> filter : searchedSlice.filters().entrySet()) {
      searchUrl = searchUrl.withToggled(filter.getKey(), filter.getValue().getFirst());
    }
    for (Fact.Kind kind : kinds) {
      searchUrl = searchUrl.withToggled(FacetDimension.FACT_KIND, kind.id());
    }
    return addRegionsAndCategory(searchUrl);
  }

  private SearchUrl addRegionsAndCategory(SearchUrl searchUrl) {
    SearchUrl placed = searchUrl;
    for (String region : regions) {
      placed = placed.withToggled(FacetDimension.REGION, region);
    }
    return category.isEmpty() ? placed : placed.withToggled(FacetDimension.CATEGORY, category);
  }

  /** The parts of agencies' names, any of which the name of a row contains; empty for all rows. */
  List<String> agencyWords() {
    return AGENCY_SEPARATOR.splitAsStream(agency).filter(word -> !word.isBlank()).toList();
  }

  private String agencyQuery() {
    String any =
        agencyWords().stream()
            .map(word -> "agency:\"" + removeQuotes(word) + "\"")
            .collect(Collectors.joining(" OR "));
    return any.contains(" OR ") ? "(" + any + ")" : any;
  }

  private static String removeQuotes(String text) {
    return text.replace('"', ' ');
  }

  /** Whether the request is restricted to regions or agencies. */
  boolean hasRegionOrAgencyFilter() {
    return !regions.isEmpty() || !agency.isEmpty();
  }

  /**
   * A copy for another subject or name, with the default chart. The slice is kept only if neither
   * subject nor name changes.
   */
  ComparisonRequest withSubject(ComparisonSubject other, String otherName) {
    ComparisonMeasure shown = other == subject ? measure : other.measures().getFirst();
    boolean same = other == subject && otherName.equals(name);
    AccountSlice kept = same ? slice : AccountSlice.UNSPECIFIED;
    return new ComparisonRequest(
        other, otherName, shown, agency, category, regions, years, null, null, kept, movement,
        order);
  }

  /** A copy for another account and slice. */
  ComparisonRequest withAccount(String account, AccountSlice other) {
    return new ComparisonRequest(
        subject, account, measure, agency, category, regions, years, chart, at, other, movement,
        order);
  }

  ComparisonRequest withChangeFilter(ChangeFilter other) {
    return new ComparisonRequest(
        subject, name, measure, agency, category, regions, years, chart, at, slice, other, order);
  }

  /** A copy with another chart. Bars show one year; null is the year with the most values. */
  ComparisonRequest withChart(ChartStyle style, @Nullable Integer year) {
    return new ComparisonRequest(
        subject, name, measure, agency, category, regions, years, style, year, slice, movement,
        order);
  }

  ComparisonRequest withRegions(List<String> others) {
    return new ComparisonRequest(
        subject, name, measure, agency, category, others, years, chart, at, slice, movement, order);
  }

  ComparisonRequest withoutRegion(String region) {
    return withRegions(regions.stream().filter(r -> !r.equals(region)).toList());
  }

  ComparisonRequest withRegion(String region) {
    return regions.contains(region)
        ? this
        : withRegions(Stream.concat(regions.stream(), Stream.of(region)).toList());
  }
}
