package org.mingzhang.record;

import static org.mingzhang.record.JsonNodeReader.integer;
import static org.mingzhang.record.JsonNodeReader.list;
import static org.mingzhang.record.JsonNodeReader.string;
import static org.mingzhang.record.JsonNodeReader.text;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.mingzhang.model.Fact;
import org.mingzhang.model.FactContext;
import org.mingzhang.model.FactLocation;
import org.mingzhang.model.Fund;
import org.mingzhang.model.Perimeter;
import org.mingzhang.model.Stage;

/** Parses the facts of a record. */
final class FactParser {
  private static final int MAX_NUMBER_LENGTH = 100;

  private FactParser() {}

  static Fact parseFact(JsonNode node) {
    Fact.Kind kind = Fact.Kind.ofId(text(node, "kind")).orElseThrow();
    return new Fact(
        text(node, "account"),
        parseContext(node),
        kind,
        number(text(node, FactWriter.valueFieldName(kind))),
        text(node, "printed"),
        text(node, "unit"),
        node.has("against") ? parseReference(node) : null,
        node.path("disputed").asBoolean(),
        list(node.path("places"), FactParser::parsePlace));
  }

  private static BigDecimal number(String value) {
    if (value.length() > MAX_NUMBER_LENGTH || value.indexOf('e') >= 0 || value.indexOf('E') >= 0) {
      throw new IllegalArgumentException("not a value of a fact: " + value);
    }
    return new BigDecimal(value);
  }

  private static FactContext parseContext(JsonNode node) {
    return new FactContext(
        string(node, "item"),
        string(node, "code"),
        parseLabel(node, "stage", Stage::ofLabel),
        parseLabel(node, "fund", Fund::ofLabel),
        parseLabel(node, "perimeter", Perimeter::ofLabel),
        string(node, "entity"),
        integer(node, "year"),
        string(node, "period"),
        string(node, "instant"),
        string(node, "basis"));
  }

  private static <T> @Nullable T parseLabel(
      JsonNode node, String name, Function<String, Optional<T>> of) {
    String label = string(node, name);
    return label == null ? null : of.apply(label).orElseThrow();
  }

  private static Fact.Reference parseReference(JsonNode node) {
    JsonNode against = node.path("against");
    return new Fact.Reference(
        parseLabel(node, "of", Fact.RateOf::ofId),
        parseLabel(against, "stage", Stage::ofLabel),
        integer(against, "year"),
        string(node, "whole"));
  }

  private static FactLocation parsePlace(JsonNode node) {
    JsonNode cell = node.get("cell");
    return new FactLocation(
        text(node, "section"),
        node.path("page").asInt(),
        node.path("start").asInt(),
        node.path("end").asInt(),
        text(node, "quote"),
        cell == null
            ? null
            : new FactLocation.Cell(
                cell.path("table").asInt(), cell.path("row").asInt(), cell.path("column").asInt()));
  }
}
