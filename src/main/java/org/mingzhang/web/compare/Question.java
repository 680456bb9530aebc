package org.mingzhang.web.compare;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.mingzhang.model.Dimension;
import org.mingzhang.web.address.Parameters;
import org.mingzhang.web.address.QueryString;
import org.mingzhang.web.address.SearchAddress;

/**
 * What a comparison asks for, as its address has it: {@code
 * /compare?kind=&name=&measure=&agency=&category=&region=…&year=…&chart=&at=}.
 *
 * @param subject what is compared
 * @param name name of the figure, indicator or topic
 * @param measure what is shown of it
 * @param agency part of the agency's name, empty for any
 * @param category label of the documents' category, empty for any
 * @param regions paths joined with a slash, none for all
 * @param years fiscal years, none for all
 * @param chart how it is drawn, null for what suits the numbers
 * @param at year that a bar chart shows, null for the one with most values
 */
public record Question(
    Subject subject,
    String name,
    Measure measure,
    String agency,
    String category,
    List<String> regions,
    List<String> years,
    @Nullable Chart chart,
    @Nullable Integer at) {

  /**
   * Reads an address; without a name it asks for nothing yet.
   *
   * @throws org.mingzhang.web.address.BadAddressException if a parameter cannot have its value
   */
  static Question decode(Parameters parameters) {
    Subject subject = parameters.constant("kind", Subject.FIGURE);
    Measure measure = parameters.constant("measure", subject.measures().getFirst());
    return new Question(
        subject,
        parameters.text("name", "").strip(),
        subject.measures().contains(measure) ? measure : subject.measures().getFirst(),
        parameters.text("agency", "").strip(),
        parameters.text("category", ""),
        parameters.all("region"),
        parameters.all("year").stream().filter(y -> y.matches("\\d{4}")).sorted().toList(),
        parameters.text("chart") == null ? null : parameters.constant("chart", Chart.LINES),
        parameters.text("at") == null ? null : parameters.number("at", 2000, 9999));
  }

  /** The parameters; what is at its default is left out. */
  QueryString parameters() {
    QueryString query = new QueryString();
    query.add("kind", subject == Subject.FIGURE ? null : subject.id());
    query.add("name", name);
    query.add("measure", measure == subject.measures().getFirst() ? null : measure.id());
    query.add("agency", agency);
    query.add("category", category);
    regions.forEach(r -> query.add("region", r));
    years.forEach(y -> query.add("year", y));
    return query.add("chart", chart == null ? null : chart.id()).add("at", at);
  }

  /** The address of a figure's comparison over a region. */
  public static String address(String figure, List<String> region) {
    return new QueryString()
        .add("name", figure)
        .add("region", String.join("/", region))
        .on("/compare");
  }

  /** All rows it may concern; the years are those of the documents. */
  SearchAddress search() {
    String of = agency.isEmpty() ? "" : "agency:\"" + unquoted(agency) + "\"";
    String title = subject == Subject.INDICATOR ? "title:\"" + unquoted(name) + "\"" : "";
    SearchAddress address = SearchAddress.of((title + " " + of).strip(), subject.scope());
    address =
        switch (subject) {
          case FIGURE -> address.toggled(Dimension.FIGURE_NAME, name);
          case TOPIC -> address.toggled(Dimension.TOPIC, name);
          case INDICATOR -> address;
        };
    for (String region : regions) {
      address = address.toggled(Dimension.REGION, region);
    }
    for (String year : years) {
      address = address.toggled(Dimension.YEAR, year);
    }
    return category.isEmpty() ? address : address.toggled(Dimension.CATEGORY, category);
  }

  private static String unquoted(String text) {
    return text.replace('"', ' ');
  }

  /** Whether the reader chose whose numbers to see. */
  boolean narrowed() {
    return !regions.isEmpty() || !agency.isEmpty();
  }

  /** The same of something else, drawn as suits it. */
  Question of(Subject other, String otherName) {
    Measure shown = other == subject ? measure : other.measures().getFirst();
    return new Question(other, otherName, shown, agency, category, regions, years, null, null);
  }

  /** The same drawn otherwise, a bar chart for one year or for the one with most values. */
  Question drawn(Chart how, @Nullable Integer year) {
    return new Question(subject, name, measure, agency, category, regions, years, how, year);
  }

  /** The same for other regions. */
  Question over(List<String> others) {
    return new Question(subject, name, measure, agency, category, others, years, chart, at);
  }

  /** The same without one of its regions. */
  Question without(String region) {
    return over(regions.stream().filter(r -> !r.equals(region)).toList());
  }

  /** The same with a region more. */
  Question with(String region) {
    return regions.contains(region)
        ? this
        : over(Stream.concat(regions.stream(), Stream.of(region)).toList());
  }
}
