package org.mingzhang.web.compare;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.mingzhang.model.Dimension;
import org.mingzhang.model.Fact;
import org.mingzhang.model.Scope;
import org.mingzhang.web.address.Parameters;
import org.mingzhang.web.address.QueryString;
import org.mingzhang.web.address.SearchAddress;

/**
 * What a comparison asks for, as its address has it: {@code
 * /compare?kind=&name=&measure=&agency=&category=&region=…&year=…&chart=&at=}; of an account also
 * {@code &item=&stage=&fund=&perimeter=&moved=&by=&in=&moved_in=&sort=}.
 *
 * @param subject what is compared
 * @param name name of the account, indicator or topic
 * @param measure what is shown of it
 * @param agency part of the agency's name, empty for any
 * @param category label of the documents' category, empty for any
 * @param regions paths joined with a slash, none for all
 * @param years fiscal years, none for all
 * @param chart how it is drawn, null for what suits the numbers
 * @param at year that a bar chart shows, null for the one with most values
 * @param slice which of an account's values
 * @param movement which changes against the year before
 * @param order how the rows of an account are ordered
 */
public record ComparisonRequest(
    ComparisonSubject subject,
    String name,
    Measure measure,
    String agency,
    String category,
    List<String> regions,
    List<String> years,
    @Nullable ChartStyle chart,
    @Nullable Integer at,
    Slice slice,
    ChangeFilter movement,
    AmountOrder order) {

  /**
   * Reads an address; without a name it asks for nothing yet.
   *
   * @throws org.mingzhang.web.address.BadAddressException if a parameter cannot have its value
   */
  static ComparisonRequest decode(Parameters parameters) {
    ComparisonSubject subject = parameters.constant("kind", ComparisonSubject.FIGURE);
    Measure measure = parameters.constant("measure", subject.measures().getFirst());
    return new ComparisonRequest(
        subject,
        parameters.text("name", "").strip(),
        subject.measures().contains(measure) ? measure : subject.measures().getFirst(),
        parameters.text("agency", "").strip(),
        parameters.text("category", ""),
        parameters.all("region"),
        parameters.all("year").stream().filter(y -> y.matches("\\d{4}")).sorted().toList(),
        parameters.text("chart") == null ? null : parameters.constant("chart", ChartStyle.LINES),
        parameters.text("at") == null ? null : parameters.number("at", 2000, 9999),
        Slice.decode(parameters),
        ChangeFilter.decode(parameters),
        parameters.constant("sort", AmountOrder.REGION));
  }

  /** The parameters; what is at its default is left out. */
  QueryString parameters() {
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

  /** The address of an account's comparison over a region. */
  public static String address(String account, Slice slice, List<String> region) {
    QueryString query = new QueryString().add("name", account);
    slice.addTo(query);
    return query.add("region", String.join("/", region)).on("/compare");
  }

  /** All rows it may concern; the years are those of the documents. */
  SearchAddress search() {
    String of = agency.isEmpty() ? "" : "agency:\"" + unquoted(agency) + "\"";
    String title = subject == ComparisonSubject.INDICATOR ? "title:\"" + unquoted(name) + "\"" : "";
    SearchAddress address = SearchAddress.of((title + " " + of).strip(), subject.scope());
    address =
        switch (subject) {
          case FIGURE -> amounts(slice, List.of(Fact.Kind.AMOUNT));
          case TOPIC -> address.toggled(Dimension.TOPIC, name);
          case INDICATOR -> address;
        };
    Dimension yearly = subject == ComparisonSubject.FIGURE ? Dimension.FACT_YEAR : Dimension.YEAR;
    for (String year : years) {
      address = address.toggled(yearly, year);
    }
    return subject == ComparisonSubject.FIGURE ? address : placed(address);
  }

  /** All facts of the account in any year, of some kinds. */
  SearchAddress amounts(Slice of, List<Fact.Kind> kinds) {
    String agencies = agency.isEmpty() ? "" : "agency:\"" + unquoted(agency) + "\"";
    SearchAddress address =
        SearchAddress.of(agencies, Scope.FACTS).toggled(Dimension.ACCOUNT, name);
    for (Map.Entry<Dimension, List<String>> filter : of.filters().entrySet()) {
      address = address.toggled(filter.getKey(), filter.getValue().getFirst());
    }
    for (Fact.Kind kind : kinds) {
      address = address.toggled(Dimension.FACT_KIND, kind.id());
    }
    return placed(address);
  }

  private SearchAddress placed(SearchAddress address) {
    SearchAddress placed = address;
    for (String region : regions) {
      placed = placed.toggled(Dimension.REGION, region);
    }
    return category.isEmpty() ? placed : placed.toggled(Dimension.CATEGORY, category);
  }

  private static String unquoted(String text) {
    return text.replace('"', ' ');
  }

  /** Whether the reader chose whose numbers to see. */
  boolean narrowed() {
    return !regions.isEmpty() || !agency.isEmpty();
  }

  /** The same of something else, drawn as suits it. */
  ComparisonRequest of(ComparisonSubject other, String otherName) {
    Measure shown = other == subject ? measure : other.measures().getFirst();
    boolean same = other == subject && otherName.equals(name);
    return new ComparisonRequest(
        other,
        otherName,
        shown,
        agency,
        category,
        regions,
        years,
        null,
        null,
        same ? slice : Slice.UNSPECIFIED,
        movement,
        order);
  }

  /** The same of an account, in a slice. */
  ComparisonRequest named(String account, Slice other) {
    return new ComparisonRequest(
        subject, account, measure, agency, category, regions, years, chart, at, other, movement,
        order);
  }

  /** A copy with the change to another year. */
  ComparisonRequest moved(ChangeFilter other) {
    return new ComparisonRequest(
        subject, name, measure, agency, category, regions, years, chart, at, slice, other, order);
  }

  /** A copy in another order. */
  ComparisonRequest ordered(AmountOrder other) {
    return new ComparisonRequest(
        subject, name, measure, agency, category, regions, years, chart, at, slice, movement,
        other);
  }

  /** A copy drawn otherwise, a bar chart for one year or for the one with most values. */
  ComparisonRequest drawn(ChartStyle how, @Nullable Integer year) {
    return new ComparisonRequest(
        subject, name, measure, agency, category, regions, years, how, year, slice, movement,
        order);
  }

  /** A copy for other regions. */
  ComparisonRequest over(List<String> others) {
    return new ComparisonRequest(
        subject, name, measure, agency, category, others, years, chart, at, slice, movement, order);
  }

  /** A copy without one of its regions. */
  ComparisonRequest without(String region) {
    return over(regions.stream().filter(r -> !r.equals(region)).toList());
  }

  /** A copy with a region more. */
  ComparisonRequest with(String region) {
    return regions.contains(region)
        ? this
        : over(Stream.concat(regions.stream(), Stream.of(region)).toList());
  }
}
