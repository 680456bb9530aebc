package org.mingzhang.web.assistant;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Builds the JSON schema of a tool's arguments, using only keywords that {@link ToolInputValidator}
 * checks.
 */
final class ToolSchemaBuilder {
  static final String CURSOR = "cursor";
  static final String TOKENS = "max_tokens";
  static final String REGION = "region";
  static final String YEAR = "year";
  static final String AGENCY = "agency";
  static final String CATEGORY = "category";

  private static final int MAX_TEXT_LENGTH = 500;
  private static final int MAX_VALUES = 20;

  private final Map<String, Object> properties = new LinkedHashMap<>();
  private final List<String> requiredNames = new ArrayList<>();

  /** Adds an optional text argument. */
  ToolSchemaBuilder addText(String name, String description) {
    return property(name, description, Map.of("type", "string", "maxLength", MAX_TEXT_LENGTH));
  }

  /** Adds a required text argument. */
  ToolSchemaBuilder addRequiredText(String name, String description) {
    requiredNames.add(name);
    return property(
        name, description, Map.of("type", "string", "minLength", 1, "maxLength", MAX_TEXT_LENGTH));
  }

  /** Adds an optional argument that takes one of the given values. */
  ToolSchemaBuilder addChoice(String name, String description, List<String> values) {
    return property(name, description, Map.of("type", "string", "enum", List.copyOf(values)));
  }

  /** Adds an optional argument that is a list of texts. */
  ToolSchemaBuilder addTextList(String name, String description) {
    Map<String, Object> item = Map.of("type", "string", "maxLength", MAX_TEXT_LENGTH);
    return property(
        name, description, Map.of("type", "array", "items", item, "maxItems", MAX_VALUES));
  }

  /** Adds an optional boolean argument. */
  ToolSchemaBuilder addFlag(String name, String description) {
    return property(name, description, Map.of("type", "boolean"));
  }

  /** Adds the optional argument for fiscal years. */
  ToolSchemaBuilder addYears(String description) {
    Map<String, Object> item = Map.of("type", "integer", "minimum", 1949, "maximum", 2999);
    return property(
        YEAR, description, Map.of("type", "array", "items", item, "maxItems", MAX_VALUES));
  }

  /** Adds the arguments that filter documents: region, year, agency and category. */
  ToolSchemaBuilder addDocumentFilters() {
    return addTextList(REGION, "regions by name or path, such as 武汉市 or 湖北省/武汉市; any of them")
        .addYears("fiscal years; any of them")
        .addText(AGENCY, "words of the agency's name, such as 总工会")
        .addText(CATEGORY, "kind of document: 部门决算, 部门预算, 绩效自评 and the like");
  }

  /** Adds the arguments of paged answers: cursor and budget of tokens. */
  ToolSchemaBuilder addPagingArguments() {
    addText(
        CURSOR, "next of the answer before, with the same other arguments, for what follows it");
    return property(
        TOKENS,
        "tokens that the answer may take, estimated",
        Map.of(
            "type",
            "integer",
            "minimum",
            TokenEstimator.MIN_TOKENS,
            "maximum",
            TokenEstimator.MAX_TOKENS,
            "default",
            TokenEstimator.DEFAULT_TOKENS));
  }

  private ToolSchemaBuilder property(String name, String description, Map<String, Object> values) {
    Map<String, Object> property = new LinkedHashMap<>();
    property.put("description", description);
    property.putAll(values);
    properties.put(name, property);
    return this;
  }

  Map<String, Object> build() {
    return Map.of(
        "type",
        "object",
        "properties",
        properties,
        "required",
        List.copyOf(requiredNames),
        "additionalProperties",
        false);
  }
}
