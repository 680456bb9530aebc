package org.mingzhang.web.api;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.mingzhang.model.SearchScope;
import org.mingzhang.search.Hit;
import org.mingzhang.web.address.PortalLinks;

/** The columns of exported hits by scope, and their values. */
final class ExportColumns {
  private static final List<String> COMMON_COLUMNS =
      List.of(
          "id",
          "url",
          "document",
          "document_title",
          "path",
          "title",
          "agency",
          "region",
          "year",
          "category",
          "topic",
          "page");
  private static final Map<SearchScope, List<String>> COLUMNS_BY_SCOPE =
      Map.of(
          SearchScope.SECTIONS, List.of("text"),
          SearchScope.DOCUMENTS, List.of("site", "published", "due", "days_late"),
          SearchScope.INDICATORS,
              List.of(
                  "table",
                  "goal",
                  "level1",
                  "level2",
                  "target",
                  "actual",
                  "weight",
                  "score",
                  "met",
                  "deviation_percent",
                  "times",
                  "gap_yuan",
                  "undecided",
                  "note"),
          SearchScope.FIGURES, List.of("name", "item", "value", "unit", "amount_yuan", "quote"),
          SearchScope.FACTS,
              List.of(
                  "account",
                  "item",
                  "code",
                  "stage",
                  "fund",
                  "perimeter",
                  "entity",
                  "fact_year",
                  "period",
                  "instant",
                  "basis",
                  "kind",
                  "amount_yuan",
                  "number",
                  "printed",
                  "unit",
                  "of",
                  "against_stage",
                  "against_year",
                  "whole",
                  "disputed",
                  "quote"),
          SearchScope.FINDINGS,
              List.of(
                  "rule",
                  "kind",
                  "severity",
                  "quote",
                  "stated",
                  "computed",
                  "gap_yuan",
                  "gap_percent",
                  "formula",
                  "tolerance",
                  "message",
                  "messageEnglish",
                  "otherQuote",
                  "otherPage",
                  "otherUrl",
                  "otherTitle"));

  private static final List<String> LEAD_COLUMNS =
      List.of(
          "lead",
          "certainty",
          "agency",
          "region",
          "year",
          "category",
          "document_title",
          "message",
          "stated",
          "computed",
          "target",
          "actual",
          "gap_yuan",
          "gap_percent",
          "times",
          "formula",
          "quote",
          "page",
          "url",
          "otherQuote",
          "otherPage",
          "otherUrl");

  private final List<String> names;
  private final String origin;

  ExportColumns(SearchScope scope, String origin) {
    this.names = new ArrayList<>(COMMON_COLUMNS);
    this.names.addAll(COLUMNS_BY_SCOPE.getOrDefault(scope, List.of()));
    this.origin = origin;
  }

  private ExportColumns(List<String> names, String origin) {
    this.names = names;
    this.origin = origin;
  }

  /**
   * Creates the columns for facts with the names of {@link FactsApi}, in which {@code year} is the
   * year of the figure.
   *
   * @param usesApiNames whether headers are the names of the API; only then is the year of the
   *     figure also repeated under its former name
   */
  static ExportColumns ofFacts(String origin, boolean usesApiNames) {
    List<String> names = new ArrayList<>();
    for (String name : new ExportColumns(SearchScope.FACTS, origin).names) {
      names.add(name.equals("year") ? "document_year" : name);
      if (usesApiNames && name.equals("fact_year")) {
        names.add("year");
      }
    }
    return new ExportColumns(names, origin);
  }

  /** Creates the columns for leads, which are findings and targets. */
  static ExportColumns ofLeads(String origin) {
    return new ExportColumns(LEAD_COLUMNS, origin);
  }

  List<String> names() {
    return names;
  }

  private static @Nullable Integer factYear(Hit hit) {
    return parseInteger(hit.values().get("factYear"));
  }

  private static @Nullable Integer parseInteger(@Nullable String digits) {
    return digits == null ? null : Integer.valueOf(digits);
  }

  private static @Nullable BigDecimal parseNumber(@Nullable String plainNumber) {
    return plainNumber == null ? null : new BigDecimal(plainNumber);
  }

  /**
   * Creates the row of a hit, with one value for each of {@link #names}: a text, a number, or null
   * for a missing value.
   *
   * @param text full text of the section, for the column {@code text}
   */
  List<@Nullable Object> buildRow(Hit hit, String text) {
    List<@Nullable Object> row = new ArrayList<>();
    for (String name : names) {
      row.add(value(name, hit, text));
    }
    return row;
  }

  private @Nullable Object value(String name, Hit hit, String text) {
    return switch (name) {
      case "id" -> hit.id();
      case "url" -> origin + PortalLinks.row(hit.id());
      case "document" -> hit.documentId();
      case "document_title" -> hit.documentTitle();
      case "path" -> String.join(" › ", hit.path());
      case "title" -> hit.title();
      case "agency" -> hit.agency();
      case "region" -> String.join("/", hit.region());
      case "document_year" -> hit.year();
      case "year" -> names.contains("document_year") ? factYear(hit) : hit.year();
      case "category" -> hit.category();
      case "topic" -> hit.topic();
      case "page" -> hit.page();
      case "text" -> text;
      case "amount_yuan" -> hit.amount();
      case "days_late" -> parseInteger(hit.values().get("daysLate"));
      case "otherPage" -> parseInteger(hit.values().get("otherPage"));
      case "gap_yuan" -> parseNumber(hit.values().get("gapYuan"));
      case "gap_percent" -> parseNumber(hit.values().get("gapPercent"));
      case "deviation_percent" -> parseNumber(hit.values().get("deviation"));
      case "times" -> parseNumber(hit.values().get("times"));
      case "lead" -> hit.values().getOrDefault("kind", "target");
      case "certainty" ->
          hit.values().getOrDefault("severity", hit.values().getOrDefault("met", ""));
      case "message" -> hit.values().getOrDefault("message", hit.title());
      case "account" -> hit.title();
      case "fact_year" -> factYear(hit);
      case "against_stage" -> hit.values().get("againstStage");
      case "against_year" -> parseInteger(hit.values().get("againstYear"));
      case "number" -> parseNumber(hit.values().get("value"));
      case "otherUrl" -> {
        String other = PortalLinks.permalinkOfSecondPlace(hit);
        yield other == null ? null : origin + other;
      }
      default -> hit.values().get(name);
    };
  }
}
