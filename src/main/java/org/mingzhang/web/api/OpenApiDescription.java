package org.mingzhang.web.api;

import static java.util.Map.entry;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.mingzhang.model.AgencyType;
import org.mingzhang.model.Category;
import org.mingzhang.model.FacetDimension;
import org.mingzhang.model.Fact;
import org.mingzhang.model.Finding;
import org.mingzhang.model.Fund;
import org.mingzhang.model.Indicator;
import org.mingzhang.model.Perimeter;
import org.mingzhang.model.SearchScope;
import org.mingzhang.model.Stage;
import org.mingzhang.model.Topic;
import org.mingzhang.query.SearchRequest;
import org.mingzhang.web.address.Language;
import org.mingzhang.web.render.Labels;

/**
 * The OpenAPI description as it is served: {@code openapi.json} with the values of each parameter,
 * taken from the enums by which requests are read, and with the filters of the operations that take
 * all facets as parameters.
 */
final class OpenApiDescription {
  private static final String PARAMETERS = "/components/parameters";

  /** Values of parameters by the name of their component, which is also the name of the facet. */
  private static final Map<String, List<String>> PARAMETER_VALUES =
      Map.ofEntries(
          entry("scope", namesOf(SearchScope.values(), SearchScope::id)),
          entry("sort", namesOf(SearchRequest.Sort.values(), SearchRequest.Sort::id)),
          entry("group", namesOf(SearchRequest.Grouping.values(), SearchRequest.Grouping::id)),
          entry("file_group", namesOf(SearchRequest.Grouping.values(), SearchRequest.Grouping::id)),
          entry("category", namesOf(Category.values(), Category::label)),
          entry("topic", namesOf(Topic.values(), Topic::label)),
          entry("agency_type", namesOf(AgencyType.values(), AgencyType::label)),
          entry("stage", withNotStated(namesOf(Stage.values(), Stage::label))),
          entry("fund", withNotStated(namesOf(Fund.values(), Fund::label))),
          entry("perimeter", withNotStated(namesOf(Perimeter.values(), Perimeter::label))),
          entry("met", namesOf(Indicator.TargetResult.values(), Labels::id)),
          entry("kind", namesOf(Finding.Kind.values(), Finding.Kind::id)),
          entry("severity", namesOf(Finding.Severity.values(), Labels::id)),
          entry("fact_kind", namesOf(Fact.Kind.values(), Fact.Kind::id)),
          entry("disputed", List.of("true", SearchRequest.NOT_STATED)));

  private OpenApiDescription() {}

  private static <E> List<String> namesOf(E[] constants, Function<E, String> name) {
    return Arrays.stream(constants).map(name).toList();
  }

  private static List<String> withNotStated(List<String> labels) {
    return Stream.concat(labels.stream(), Stream.of(SearchRequest.NOT_STATED)).toList();
  }

  /**
   * Reads {@code openapi.json}, and adds the values of parameters and the filters of operations.
   *
   * @throws IllegalStateException if the program is packed without the file
   * @throws java.io.UncheckedIOException if the file cannot be read
   */
  static JsonNode read() {
    try (InputStream in = OpenApiDescription.class.getResourceAsStream("/openapi.json")) {
      if (in == null) {
        throw new IllegalStateException("the program is packed without openapi.json");
      }
      JsonNode root = new ObjectMapper().readTree(in);
      root.at(PARAMETERS).properties().forEach(e -> setValues(e.getKey(), e.getValue()));
      for (JsonNode path : root.path("paths")) {
        JsonNode operation = path.path("get");
        for (JsonNode parameter : operation.path("parameters")) {
          setValues(parameter.path("x-facet").asText(), parameter);
        }
        if (operation.path("x-facet-filters").asBoolean()) {
          addFacetParameters(root, (ArrayNode) operation.path("parameters"));
        }
      }
      return root;
    } catch (IOException e) {
      throw new UncheckedIOException("openapi.json cannot be read", e);
    }
  }

  private static void setValues(String component, JsonNode parameter) {
    List<String> values = PARAMETER_VALUES.get(component);
    if (values != null) {
      ObjectNode schema = (ObjectNode) parameter.path("schema");
      boolean several = schema.path("type").asText().equals("array");
      ArrayNode listed = (several ? (ObjectNode) schema.path("items") : schema).putArray("enum");
      values.forEach(listed::add);
    }
  }

  private static void addFacetParameters(JsonNode root, ArrayNode parameters) {
    Set<String> names = new HashSet<>();
    for (JsonNode parameter : parameters) {
      names.add(resolve(root, parameter).path("name").asText());
    }
    for (FacetDimension dimension : FacetDimension.values()) {
      if (!names.contains(dimension.id())) {
        parameters.addObject().put("$ref", "#" + PARAMETERS + "/" + dimension.id());
      }
    }
  }

  /** The parameter itself, or the component to which it refers. */
  static JsonNode resolve(JsonNode root, JsonNode parameter) {
    String reference = parameter.path("$ref").asText();
    return reference.isEmpty() ? parameter : root.at(reference.substring(1));
  }

  /** The values that a parameter may have and its default in words; empty if it may have any. */
  static String describeValues(JsonNode parameter, Language language) {
    JsonNode schema = parameter.path("schema");
    JsonNode listed =
        schema.path("enum").isMissingNode() ? schema.at("/items/enum") : schema.path("enum");
    String values =
        String.join(
            language.choose("、", ", "), listed.valueStream().map(JsonNode::asText).toList());
    String chosen = schema.path("default").asText();
    String words =
        (values.isEmpty() ? "" : language.choose("可用的值：", " Values: ") + values)
            + (values.isEmpty() || chosen.isEmpty()
                ? ""
                : language.choose("，不写为 ", "; default ") + chosen);
    return words.isEmpty() ? "" : words + language.choose("。", ".");
  }
}
