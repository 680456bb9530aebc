package org.mingzhang.record;

import static org.mingzhang.record.JsonFields.array;
import static org.mingzhang.record.JsonFields.integer;
import static org.mingzhang.record.JsonFields.string;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.mingzhang.model.Fact;
import org.mingzhang.model.FactContext;
import org.mingzhang.model.FactPlace;
import org.mingzhang.model.Fund;
import org.mingzhang.model.Perimeter;
import org.mingzhang.model.Stage;

/** Writes the facts of a record. */
final class FactWriter {
  private FactWriter() {}

  static void fact(JsonGenerator json, Fact fact) throws IOException {
    json.writeStringField("account", fact.account());
    context(json, fact.context());
    json.writeStringField("kind", fact.kind().id());
    json.writeStringField(
        valueField(fact.kind()), fact.value().stripTrailingZeros().toPlainString());
    json.writeStringField("printed", fact.printed());
    json.writeStringField("unit", fact.unit());
    Fact.Reference reference = fact.reference();
    if (reference != null) {
      reference(json, reference);
    }
    json.writeBooleanField("disputed", fact.disputed());
    array(json, "places", fact.places(), FactWriter::place);
  }

  /** Name of the field for values of a kind. */
  static String valueField(Fact.Kind kind) {
    return switch (kind) {
      case AMOUNT, CHANGE, PER_HEAD -> "yuan";
      case RATE, SHARE -> "percent";
      case COUNT -> "value";
    };
  }

  private static void context(JsonGenerator json, FactContext context) throws IOException {
    @Nullable Stage stage = context.stage();
    @Nullable Fund fund = context.fund();
    @Nullable Perimeter perimeter = context.perimeter();
    string(json, "item", context.item());
    string(json, "code", context.code());
    string(json, "stage", stage == null ? null : stage.label());
    string(json, "fund", fund == null ? null : fund.label());
    string(json, "perimeter", perimeter == null ? null : perimeter.label());
    string(json, "entity", context.entity());
    integer(json, "year", context.year());
    optional(json, "period", context.period());
    optional(json, "instant", context.instant());
    optional(json, "basis", context.basis());
  }

  private static void optional(JsonGenerator json, String name, @Nullable String value)
      throws IOException {
    if (value != null) {
      json.writeStringField(name, value);
    }
  }

  private static void reference(JsonGenerator json, Fact.Reference reference) throws IOException {
    Fact.RateOf of = reference.rateOf();
    optional(json, "of", of == null ? null : of.id());
    optional(json, "whole", reference.whole());
    json.writeObjectFieldStart("against");
    Stage stage = reference.stage();
    string(json, "stage", stage == null ? null : stage.label());
    integer(json, "year", reference.year());
    json.writeEndObject();
  }

  private static void place(JsonGenerator json, FactPlace place) throws IOException {
    json.writeStringField("section", place.section());
    json.writeNumberField("page", place.page());
    json.writeNumberField("start", place.start());
    json.writeNumberField("end", place.end());
    json.writeStringField("quote", place.quote());
    FactPlace.Cell cell = place.cell();
    if (cell != null) {
      json.writeObjectFieldStart("cell");
      json.writeNumberField("table", cell.table());
      json.writeNumberField("row", cell.row());
      json.writeNumberField("column", cell.column());
      json.writeEndObject();
    }
  }
}
