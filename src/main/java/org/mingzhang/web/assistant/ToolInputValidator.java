package org.mingzhang.web.assistant;

import io.modelcontextprotocol.json.schema.JsonSchemaValidator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Validates the arguments of a call against the schema of its tool, for the keywords that {@link
 * ToolSchemaBuilder} uses: types, lengths, bounds, values, required and unknown names. Messages
 * name the argument and the valid values, but never repeat the whole value.
 */
final class ToolInputValidator implements JsonSchemaValidator {
  @Override
  public ValidationResponse validate(Map<String, Object> schema, Object arguments) {
    return validateObject("arguments", schema, arguments)
        .map(ValidationResponse::asInvalid)
        .orElseGet(() -> ValidationResponse.asValid("{}"));
  }

  private static Optional<String> validateObject(String name, Map<?, ?> schema, Object value) {
    if (!(value instanceof Map<?, ?> values)
        || !(schema.get("properties") instanceof Map<?, ?> properties)) {
      return Optional.of(name + " must be an object");
    }
    if (schema.get("required") instanceof List<?> names) {
      for (Object required : names) {
        if (values.get(required) == null) {
          return Optional.of("the argument " + required + " is missing");
        }
      }
    }
    for (Map.Entry<?, ?> entry : values.entrySet()) {
      String named = String.valueOf(entry.getKey());
      if (!(properties.get(named) instanceof Map<?, ?> property)) {
        return Optional.of(
            "there is no argument " + shorten(named) + "; there are " + properties.keySet());
      }
      Optional<String> fault =
          entry.getValue() == null
              ? Optional.empty()
              : validateValue(named, property, entry.getValue());
      if (fault.isPresent()) {
        return fault;
      }
    }
    return Optional.empty();
  }

  private static Optional<String> validateValue(String name, Map<?, ?> schema, Object value) {
    return switch (String.valueOf(schema.get("type"))) {
      case "string" -> validateText(name, schema, value);
      case "integer" -> validateNumber(name, schema, value);
      case "boolean" ->
          value instanceof Boolean ? Optional.empty() : mustBeMessage(name, "true or false");
      case "array" -> validateList(name, schema, value);
      default -> mustBeMessage(name, "of a type that is known");
    };
  }

  private static Optional<String> validateText(String name, Map<?, ?> schema, Object value) {
    if (!(value instanceof String text)) {
      return mustBeMessage(name, "a string");
    }
    if (schema.get("enum") instanceof List<?> values && !values.contains(text)) {
      return mustBeMessage(name, "one of " + values);
    }
    if (schema.get("minLength") instanceof Number && text.isBlank()) {
      return mustBeMessage(name, "a string that is not blank");
    }
    return schema.get("maxLength") instanceof Number maximum && text.length() > maximum.intValue()
        ? mustBeMessage(name, "a string of at most " + maximum + " characters")
        : Optional.empty();
  }

  private static Optional<String> validateNumber(String name, Map<?, ?> schema, Object value) {
    long minimum = boundOrElse(schema, "minimum", Long.MIN_VALUE);
    long limit = boundOrElse(schema, "maximum", Long.MAX_VALUE);
    boolean within =
        (value instanceof Integer || value instanceof Long)
            && ((Number) value).longValue() >= minimum
            && ((Number) value).longValue() <= limit;
    return within
        ? Optional.empty()
        : mustBeMessage(name, "a whole number from " + minimum + " to " + limit);
  }

  private static Optional<String> validateList(String name, Map<?, ?> schema, Object value) {
    long limit = boundOrElse(schema, "maxItems", Long.MAX_VALUE);
    if (!(value instanceof List<?> items) || items.size() > limit) {
      return mustBeMessage(name, "a list of at most " + limit + " values");
    }
    Map<?, ?> properties = schema.get("items") instanceof Map<?, ?> each ? each : Map.of();
    for (@Nullable Object item : items) {
      Optional<String> fault =
          item == null
              ? mustBeMessage(name, "without null")
              : validateValue("each of " + name, properties, item);
      if (fault.isPresent()) {
        return fault;
      }
    }
    return Optional.empty();
  }

  private static long boundOrElse(Map<?, ?> schema, String name, long defaultValue) {
    return schema.get(name) instanceof Number bound ? bound.longValue() : defaultValue;
  }

  private static Optional<String> mustBeMessage(String name, String allowedValues) {
    return Optional.of(name + " must be " + allowedValues);
  }

  private static String shorten(String name) {
    return PromptTextSanitizer.clean(name, 40);
  }
}
