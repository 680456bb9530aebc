package org.mingzhang.web.results;

import io.javalin.http.Context;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.mingzhang.model.FacetDimension;
import org.mingzhang.query.QueryField;
import org.mingzhang.query.SearchRequest;
import org.mingzhang.search.SearchResults;
import org.mingzhang.search.SearchResults.FacetValue;
import org.mingzhang.web.address.BadParameterException;
import org.mingzhang.web.address.RequestParameters;
import org.mingzhang.web.address.SearchUrl;
import org.mingzhang.web.http.PageRenderer;

/**
 * The filter of a search by day of publication. It is a clause of the query, {@code
 * published:2024-01-01..2024-06-30}, so that it works in the search box, in feeds and in the API;
 * the form with two days is redirected to the search with that clause.
 *
 * @param keptParameters parameters of the search that the form submits as well
 * @param firstDay first day, or empty
 * @param lastDay last day, or empty
 */
public record PublicationDateFilter(
    List<KeptParameter> keptParameters, String firstDay, String lastDay) {
  private static final String FROM_PARAMETER = "published_from";
  private static final String TO_PARAMETER = "published_to";
  private static final String FIELD_PREFIX = QueryField.PUBLISHED.id() + ":";
  private static final String DAY_REGEX = "(\\d{4}-\\d{2}-\\d{2})?";

  private static final Pattern CLAUSE =
      Pattern.compile(
          "(?<=^|\\s)" + FIELD_PREFIX + "(?=\\S)" + DAY_REGEX + "\\.\\." + DAY_REGEX + "(?=\\s|$)");

  /**
   * A parameter of the search that the form for the range must submit as well.
   *
   * @param label its name
   * @param value its value, percent-decoded
   */
  public record KeptParameter(String label, String value) {}

  /** The range that the form of a search shows; null if no document has a day of publication. */
  static @Nullable PublicationDateFilter ofSearch(SearchUrl searchUrl, SearchResults results) {
    List<FacetValue> days = results.facets().getOrDefault(FacetDimension.PUBLISHED, List.of());
    Matcher clause = CLAUSE.matcher(searchUrl.request().query());
    boolean chosen = clause.find();
    if (!chosen && days.stream().allMatch(v -> v.path().equals(SearchRequest.NOT_STATED))) {
      return null;
    }
    return new PublicationDateFilter(
        keptParameters(searchUrl.withoutPage()),
        chosen && clause.group(1) != null ? clause.group(1) : "",
        chosen && clause.group(2) != null ? clause.group(2) : "");
  }

  private static List<KeptParameter> keptParameters(SearchUrl searchUrl) {
    return Arrays.stream(searchUrl.encode().split("&", -1))
        .filter(pair -> !pair.isEmpty())
        .map(pair -> pair.split("=", 2))
        .map(pair -> new KeptParameter(decode(pair[0]), decode(pair[1])))
        .toList();
  }

  private static String decode(String text) {
    return URLDecoder.decode(text, StandardCharsets.UTF_8);
  }

  /** Whether a request was sent by the form. */
  static boolean isFormRequest(RequestParameters parameters) {
    return parameters.values().containsKey(FROM_PARAMETER)
        || parameters.values().containsKey(TO_PARAMETER);
  }

  /**
   * Parses the search that the form requests.
   *
   * @throws BadParameterException if one of the values is not a date
   */
  static SearchUrl parseRequested(SearchUrl searchUrl, Context ctx) {
    RequestParameters parameters = PageRenderer.parameters(ctx);
    String from = parseDay(parameters, FROM_PARAMETER);
    String to = parseDay(parameters, TO_PARAMETER);
    String rest =
        CLAUSE.matcher(searchUrl.request().query()).replaceAll("").replaceAll("\\s+", " ").strip();
    boolean none = from.isEmpty() && to.isEmpty();
    return searchUrl.withQuery(
        none ? rest : (rest + " " + FIELD_PREFIX + from + ".." + to).strip());
  }

  private static String parseDay(RequestParameters parameters, String name) {
    String typed = parameters.text(name, "");
    try {
      return typed.isEmpty()
          ? ""
          : LocalDate.parse(typed, DateTimeFormatter.ISO_LOCAL_DATE).toString();
    } catch (DateTimeParseException e) {
      throw new BadParameterException(name, typed, "2024-03-05");
    }
  }
}
