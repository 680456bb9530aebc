package org.mingzhang.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.commons.csv.CSVRecord;

/**
 * Holds rows against a Table Schema (specs.frictionlessdata.io): names and order of columns, types,
 * required and unique values, the primary key.
 *
 * @param schema the schema
 */
record TableSchemaCheck(JsonNode schema) {
  void check(List<CSVRecord> rows) {
    List<String> names = new ArrayList<>();
    schema.path("fields").forEach(f -> names.add(f.path("name").asText()));
    assertThat(names).doesNotHaveDuplicates().contains(schema.path("primaryKey").asText());
    Set<String> keys = new HashSet<>();
    for (CSVRecord row : rows) {
      assertThat(new ArrayList<>(row.toMap().keySet())).hasSameElementsAs(names);
      assertThat(row.size()).isEqualTo(names.size());
      schema.path("fields").forEach(field -> check(field, row.get(field.path("name").asText())));
      assertThat(keys.add(row.get(schema.path("primaryKey").asText()))).isTrue();
    }
  }

  private static void check(JsonNode field, String value) {
    String name = field.path("name").asText();
    if (value.isEmpty()) {
      assertThat(field.path("constraints").path("required").asBoolean())
          .as(name + " is empty")
          .isFalse();
      return;
    }
    switch (field.path("type").asText()) {
      case "integer" -> assertThat(value).as(name).matches("-?\\d+");
      case "number" -> assertThat(new BigDecimal(value).toPlainString()).as(name).isEqualTo(value);
      case "boolean" -> assertThat(value).as(name).isIn("true", "false");
      case "string" -> assertThat(value).as(name).isNotBlank();
      default -> throw new AssertionError("no such type: " + field);
    }
  }
}
