package org.mingzhang.evaluation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * The accuracy of a record compared with its gold record, by the measures of the evaluation script
 * that comes with the gold records.
 *
 * @param wrongFields names of the wrong metadata fields
 * @param sections score of the outline
 * @param rows scores of tables, indicators, figures and findings
 */
public record RecordEvaluation(List<String> wrongFields, OutlineScore sections, RowScores rows) {
  private static final List<String> FIELDS =
      List.of("region", "year", "category", "agency", "title");

  /** The header line of the table whose other lines {@link #formatLine} formats. */
  public static String header() {
    return String.format(
        Locale.ROOT,
        "%-44s %-18s %6s %6s %6s %6s %6s %6s %6s %6s %6s %6s %6s",
        "file",
        "metadata wrong",
        "sect",
        "body",
        "parent",
        "topic",
        "tables",
        "cells",
        "indic",
        "levels",
        "figR",
        "finP",
        "finR");
  }

  /**
   * Compares a record with its gold record. Indicators, figures and findings are ignored if the
   * gold record is marked as partial.
   */
  public static RecordEvaluation evaluate(JsonNode found, JsonNode wanted) {
    boolean partial = wanted.path("partial").asBoolean();
    JsonNode out = partial ? withoutRows(found) : found;
    JsonNode gold = partial ? withoutRows(wanted) : wanted;
    List<String> wrongFields = new ArrayList<>();
    for (String field : FIELDS) {
      if (!agreesIn(out, gold, field)) {
        wrongFields.add(field);
      }
    }
    return new RecordEvaluation(
        List.copyOf(wrongFields), OutlineScore.evaluate(out, gold), RowScores.evaluate(out, gold));
  }

  private static JsonNode withoutRows(JsonNode record) {
    ObjectNode copy = record.deepCopy();
    copy.remove(List.of("indicators", "figures", "findings"));
    return copy;
  }

  private static boolean agreesIn(JsonNode record, JsonNode gold, String field) {
    return switch (field) {
      case "region" -> regionPath(record).equals(regionPath(gold));
      case "year" -> record.path(field).asInt() == gold.path(field).asInt();
      case "title" -> TextEquivalence.areSimilar(record, gold, field);
      default -> TextEquivalence.areSame(record, gold, field);
    };
  }

  private static List<String> regionPath(JsonNode record) {
    JsonNode region = record.path("region");
    JsonNode names = region.isObject() ? region.path("path") : region;
    List<String> path = new ArrayList<>();
    names.forEach(n -> path.add(n.asText()));
    return path;
  }

  /**
   * Formats one line of the table.
   *
   * @param name name of the file
   */
  public String formatLine(String name) {
    MatchCounts h = sections.headings();
    double n = Math.max(1, h.hitCount());
    return String.format(
        Locale.ROOT,
        "%-44s %-18s %6.3f %6.3f %6.3f %6.3f %6.3f %6.3f %6.3f %6.3f %6.3f %6.3f %6.3f",
        name,
        wrongFields.isEmpty() ? "-" : String.join(",", wrongFields),
        h.f1(),
        sections.rightBodyCount() / n,
        sections.rightParentCount() / n,
        sections.wantedTopicCount() == 0
            ? 1
            : (double) sections.rightTopicCount() / sections.wantedTopicCount(),
        rows.tables().f1(),
        rows.sampleRows().recall(),
        rows.indicators().f1(),
        rows.indicatorNames().hitCount() == 0
            ? 1
            : (double) rows.rightLevelCount() / rows.indicatorNames().hitCount(),
        rows.figures().recall(),
        rows.findings().foundCount() == 0
            ? 1
            : (double) rows.overlappingFindingCount() / rows.findings().foundCount(),
        rows.findings().recall());
  }
}
