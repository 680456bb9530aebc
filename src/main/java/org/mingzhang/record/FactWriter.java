package org.mingzhang.record;

import static org.mingzhang.record.JsonFieldWriter.writeArray;
import static org.mingzhang.record.JsonFieldWriter.writeInteger;
import static org.mingzhang.record.JsonFieldWriter.writeString;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.mingzhang.model.Fact;
import org.mingzhang.model.FactContext;
import org.mingzhang.model.FactLocation;
import org.mingzhang.model.Fund;
import org.mingzhang.model.Perimeter;
import org.mingzhang.model.Stage;

/** Writes the facts of a record. */
final class FactWriter {
  private FactWriter() {}

  static void writeFact(JsonGenerator json, Fact fact) throws IOException {
    json.writeStringField("account", fact.account());
    writeContext(json, fact.context());
    json.writeStringField("kind", fact.kind().id());
    json.writeStringField(
        fact.kind().valueFieldName(), fact.value().stripTrailingZeros().toPlainString());
    json.writeStringField("printed", fact.printed());
    json.writeStringField("unit", fact.unit());
    Fact.ReferenceAmount reference = fact.reference();
    if (reference != null) {
      writeReference(json, reference);
    }
    json.writeBooleanField("disputed", fact.disputed());
    writeArray(json, "places", fact.locations(), FactWriter::writeLocation);
  }

  private static void writeContext(JsonGenerator json, FactContext context) throws IOException {
    @Nullable Stage stage = context.stage();
    @Nullable Fund fund = context.fund();
    @Nullable Perimeter perimeter = context.perimeter();
    writeString(json, "item", context.item());
    writeString(json, "code", context.code());
    writeString(json, "stage", stage == null ? null : stage.label());
    writeString(json, "fund", fund == null ? null : fund.label());
    writeString(json, "perimeter", perimeter == null ? null : perimeter.label());
    writeString(json, "entity", context.entity());
    writeInteger(json, "year", context.year());
    writeOptional(json, "period", context.period());
    writeOptional(json, "instant", context.instant());
    writeOptional(json, "basis", context.basis());
  }

  private static void writeOptional(JsonGenerator json, String name, @Nullable String value)
      throws IOException {
    if (value != null) {
      json.writeStringField(name, value);
    }
  }

  private static void writeReference(JsonGenerator json, Fact.ReferenceAmount reference)
      throws IOException {
    Fact.RateKind rateOf = reference.rateOf();
    writeOptional(json, "of", rateOf == null ? null : rateOf.id());
    writeOptional(json, "whole", reference.whole());
    json.writeObjectFieldStart("against");
    Stage stage = reference.stage();
    writeString(json, "stage", stage == null ? null : stage.label());
    writeInteger(json, "year", reference.year());
    json.writeEndObject();
  }

  private static void writeLocation(JsonGenerator json, FactLocation location) throws IOException {
    json.writeStringField("section", location.sectionPath());
    json.writeNumberField("page", location.page());
    json.writeNumberField("start", location.start());
    json.writeNumberField("end", location.end());
    json.writeStringField("quote", location.quote());
    FactLocation.Cell cell = location.cell();
    if (cell != null) {
      json.writeObjectFieldStart("cell");
      json.writeNumberField("table", cell.tableIndex());
      json.writeNumberField("row", cell.row());
      json.writeNumberField("column", cell.column());
      json.writeEndObject();
    }
  }
}
