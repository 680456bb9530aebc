package org.mingzhang.web.parameter;

import static java.util.Map.entry;

import java.text.Normalizer;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.mingzhang.model.AgencyType;
import org.mingzhang.model.Category;
import org.mingzhang.model.FacetDimension;
import org.mingzhang.model.Fact;
import org.mingzhang.model.Finding;
import org.mingzhang.model.Fund;
import org.mingzhang.model.Indicator;
import org.mingzhang.model.Perimeter;
import org.mingzhang.model.Stage;
import org.mingzhang.model.Topic;
import org.mingzhang.query.SearchRequest;
import org.mingzhang.region.Gazetteer;
import org.mingzhang.web.lookup.RegionLookup;
import org.mingzhang.web.render.Labels;

/**
 * Parses the values of filters by facets. Years may be written in full-width digits or with 年, a
 * month without its year before it, and a region by its name.
 *
 * @param regions supplies the regions of the documents
 */
record FilterValueParser(Supplier<RegionLookup> regions) {
  private static final Pattern YEAR = Pattern.compile("(\\d{4})(?:年度?)?");
  private static final Pattern MONTH =
      Pattern.compile("(?:\\d{4}/)?(\\d{4})[-年](0?[1-9]|1[0-2])月?");

  /** For each facet with fixed values, the values by the spellings that may be typed. */
  private static final Map<FacetDimension, Map<String, String>> VALUES_BY_SPELLING =
      Map.ofEntries(
          entry(FacetDimension.CATEGORY, mapSpellings(Category.values(), Category::label)),
          entry(FacetDimension.TOPIC, mapSpellings(Topic.values(), Topic::label)),
          entry(FacetDimension.AGENCY_TYPE, mapSpellings(AgencyType.values(), AgencyType::label)),
          entry(FacetDimension.STAGE, mapSpellings(Stage.values(), Stage::label)),
          entry(FacetDimension.FUND, mapSpellings(Fund.values(), Fund::label)),
          entry(FacetDimension.PERIMETER, mapSpellings(Perimeter.values(), Perimeter::label)),
          entry(FacetDimension.FACT_KIND, mapSpellings(Fact.Kind.values(), Fact.Kind::id)),
          entry(
              FacetDimension.FINDING_KIND,
              mapSpellings(Finding.Kind.values(), Finding.Kind::id, Finding.Kind::label)),
          entry(
              FacetDimension.SEVERITY,
              mapSpellings(Finding.Severity.values(), Labels::id, Finding.Severity::label)),
          entry(
              FacetDimension.TARGET_RESULT,
              mapSpellings(
                  Indicator.TargetResult.values(), Labels::id, Indicator.TargetResult::label)),
          entry(
              FacetDimension.DISPUTED, Map.of("true", "true", "false", SearchRequest.NOT_STATED)));

  /** The first spelling of each constant, by each of its spellings. */
  @SafeVarargs
  private static <E> Map<String, String> mapSpellings(
      E[] constants, Function<E, String>... spellings) {
    Map<String, String> values = new LinkedHashMap<>();
    for (E constant : constants) {
      for (Function<E, String> spelling : spellings) {
        values.put(spelling.apply(constant), spellings[0].apply(constant));
      }
    }
    return values;
  }

  /** The values that a typed value means; empty if the facet cannot have it. */
  List<String> parse(FacetDimension dimension, String typedValue) {
    String value = Normalizer.normalize(typedValue, Normalizer.Form.NFKC).strip();
    if (value.equals(SearchRequest.NOT_STATED)) {
      return List.of(value);
    }
    Map<String, String> known = VALUES_BY_SPELLING.get(dimension);
    if (known != null) {
      return known.entrySet().stream()
          .filter(e -> e.getKey().equalsIgnoreCase(value) || e.getKey().equals(typedValue))
          .map(Map.Entry::getValue)
          .toList();
    }
    return switch (dimension) {
      case YEAR, FACT_YEAR -> parseYear(value).stream().toList();
      case PUBLISHED -> parseYear(value).or(() -> parseMonth(value)).stream().toList();
      case REGION -> parseRegion(value);
      default -> List.of(typedValue);
    };
  }

  private static Optional<String> parseYear(String value) {
    Matcher year = YEAR.matcher(value);
    return year.matches() ? Optional.of(year.group(1)) : Optional.empty();
  }

  private static Optional<String> parseMonth(String value) {
    Matcher month = MONTH.matcher(value);
    if (!month.matches()) {
      return Optional.empty();
    }
    String number = month.group(2);
    String year = month.group(1);
    return Optional.of(year + "/" + year + "-" + (number.length() == 1 ? "0" : "") + number);
  }

  private List<String> parseRegion(String value) {
    List<String> found = regions.get().findAll(value);
    boolean known =
        !Gazetteer.standard().divisionsNamed(value).isEmpty()
            || Gazetteer.standard().findByPath(List.of(value.split("/", -1))).isPresent();
    return found.isEmpty() && known ? List.of(value) : found;
  }

  /** The values that a facet may have, or the key of a message that describes them. */
  static String describeValues(FacetDimension dimension) {
    Map<String, String> known = VALUES_BY_SPELLING.get(dimension);
    if (known != null) {
      return Stream.concat(known.values().stream(), Stream.of(SearchRequest.NOT_STATED))
          .distinct()
          .collect(Collectors.joining(", "));
    }
    return switch (dimension) {
      case YEAR, FACT_YEAR -> "error.400.year";
      case PUBLISHED -> "error.400.published";
      case REGION -> "error.400.region";
      default -> "";
    };
  }
}
