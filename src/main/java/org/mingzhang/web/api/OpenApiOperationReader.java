package org.mingzhang.web.api;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import org.mingzhang.web.address.Language;

/**
 * Reads the operations of {@code openapi.json}, which the page of the API shows and which is the
 * reference for checking the parameters of requests.
 */
public final class OpenApiOperationReader {
  /**
   * An operation.
   *
   * @param path its path
   * @param summary description of what it does
   * @param example example of an address, or empty
   * @param parameters its parameters
   * @param scope id of the scope that it searches, empty for any
   * @param hasFacetFilters whether the facets of searches, each also with the prefix {@code not.},
   *     are parameters as well
   */
  public record Operation(
      String path,
      String summary,
      String example,
      List<Parameter> parameters,
      String scope,
      boolean hasFacetFilters) {}

  /**
   * A parameter.
   *
   * @param name its name
   * @param place {@code query} or {@code path}
   * @param words its description with the values that it may have
   * @param isRepeatable whether it may have several values
   * @param values the values that it may have, empty for any
   * @param facet id of the facet that it filters by if that is not its name, or empty
   */
  public record Parameter(
      String name,
      String place,
      String words,
      boolean isRepeatable,
      List<String> values,
      String facet) {}

  private OpenApiOperationReader() {}

  /**
   * Reads the GET operations of all paths, with their descriptions in a language. Descriptions
   * without a Chinese text are in English.
   */
  public static List<Operation> read(Language language) {
    JsonNode root = OpenApiDescription.read();
    List<Operation> operations = new ArrayList<>();
    root.path("paths")
        .properties()
        .forEach(
            path ->
                operations.add(
                    readOperation(root, path.getKey(), path.getValue().path("get"), language)));
    return operations;
  }

  private static Operation readOperation(
      JsonNode root, String path, JsonNode getOperation, Language language) {
    List<Parameter> parameters = new ArrayList<>();
    for (JsonNode given : getOperation.path("parameters")) {
      JsonNode parameter = OpenApiDescription.resolve(root, given);
      parameters.add(
          new Parameter(
              parameter.path("name").asText(),
              parameter.path("in").asText(),
              readText(parameter, "description", language)
                  + OpenApiDescription.describeValues(parameter, language),
              parameter.at("/schema/type").asText().equals("array"),
              parameter.at("/schema/enum").valueStream().map(JsonNode::asText).toList(),
              parameter.path("x-facet").asText()));
    }
    return new Operation(
        path,
        readText(getOperation, "summary", language),
        getOperation.path("x-example").asText(),
        parameters,
        getOperation.path("x-scope").asText(),
        getOperation.path("x-facet-filters").asBoolean());
  }

  private static String readText(JsonNode node, String name, Language language) {
    String chinese = node.path("x-" + name + "-zh").asText();
    return language == Language.ENGLISH || chinese.isEmpty() ? node.path(name).asText() : chinese;
  }
}
