package org.mingzhang.record;

import static org.mingzhang.record.JsonNodeReader.integerOrNull;
import static org.mingzhang.record.JsonNodeReader.parsePlainNumber;
import static org.mingzhang.record.JsonNodeReader.readList;
import static org.mingzhang.record.JsonNodeReader.textOrEmpty;
import static org.mingzhang.record.JsonNodeReader.textOrNull;

import com.fasterxml.jackson.databind.JsonNode;
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
  private FactParser() {}

  static Fact parseFact(JsonNode node) {
    Fact.Kind kind = Fact.Kind.ofId(textOrEmpty(node, "kind")).orElseThrow();
    return new Fact(
        textOrEmpty(node, "account"),
        parseContext(node),
        kind,
        parsePlainNumber(textOrEmpty(node, kind.valueFieldName())),
        textOrEmpty(node, "printed"),
        textOrEmpty(node, "unit"),
        node.has("against") ? parseReference(node) : null,
        node.path("disputed").asBoolean(),
        readList(node.path("places"), FactParser::parseLocation));
  }

  private static FactContext parseContext(JsonNode node) {
    return new FactContext(
        textOrNull(node, "item"),
        textOrNull(node, "code"),
        parseLabel(node, "stage", Stage::ofLabel),
        parseLabel(node, "fund", Fund::ofLabel),
        parseLabel(node, "perimeter", Perimeter::ofLabel),
        textOrNull(node, "entity"),
        integerOrNull(node, "year"),
        textOrNull(node, "period"),
        textOrNull(node, "instant"),
        textOrNull(node, "basis"));
  }

  private static <T> @Nullable T parseLabel(
      JsonNode node, String name, Function<String, Optional<T>> of) {
    String label = textOrNull(node, name);
    return label == null ? null : of.apply(label).orElseThrow();
  }

  private static Fact.ReferenceAmount parseReference(JsonNode node) {
    JsonNode against = node.path("against");
    return new Fact.ReferenceAmount(
        parseLabel(node, "of", Fact.RateKind::ofId),
        parseLabel(against, "stage", Stage::ofLabel),
        integerOrNull(against, "year"),
        textOrNull(node, "whole"));
  }

  private static FactLocation parseLocation(JsonNode node) {
    JsonNode cell = node.get("cell");
    return new FactLocation(
        textOrEmpty(node, "section"),
        node.path("page").asInt(),
        node.path("start").asInt(),
        node.path("end").asInt(),
        textOrEmpty(node, "quote"),
        cell == null
            ? null
            : new FactLocation.Cell(
                cell.path("table").asInt(), cell.path("row").asInt(), cell.path("column").asInt()));
  }
}
